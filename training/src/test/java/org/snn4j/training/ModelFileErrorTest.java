package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.MalformedFileException;

/**
 * Files whose hashes are all right and whose content is not. Oracle: an {@link IOException} when the model is opened that
 * names the file and what is wrong.
 */
class ModelFileErrorTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final FloatArray WEIGHTS = Tiny.MODEL.learned().require("X-Ae.w");

    @TempDir
    Path folder;

    private Path file;
    private ModelZip zip;

    @BeforeEach
    void saveAModel() throws IOException {
        file = folder.resolve("model.zip");
        Tiny.MODEL.save(file);
        zip = ModelZip.of(file);
    }

    /** What the other tests rest on: taken apart and put together again the file is the same model. */
    @Test
    void unchangedFileIsTheModel() throws IOException {
        zip.with("X-Ae.w", WEIGHTS).write(file);
        assertThat(TrainedModel.load(file)).isEqualTo(Tiny.MODEL);
    }

    @Test
    void otherVersionOfTheFormatIsToldWhichOneIsRead() throws IOException {
        zip.manifest().put("format", "snn4j-model/99");
        refused("format is \"snn4j-model/99\"; \"snn4j-model/1\", which this version reads, would be right");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/network", "/network/layers/1", "/network/connections/0", "/presentation", "/provenance"})
    void unknownKeyIsNamed(String place) throws IOException {
        zip.manifest(place).put("colour", "blue");
        refused("").hasMessageContaining("colour").hasMessageContaining("unknown");
    }

    @Test
    void missingKeyIsNamedUnlessItHasADefault() throws IOException {
        List<String> optional = new ArrayList<>();
        for (String pointer : pointers(zip.manifest(), "")) {
            ModelZip changed = ModelZip.of(file);
            String key = pointer.substring(pointer.lastIndexOf('/') + 1);
            if (changed.manifest().at(pointer.substring(0, pointer.lastIndexOf('/'))) instanceof ObjectNode parent) {
                parent.remove(key);
                if (!isRefused(changed, key)) {
                    optional.add(key);
                }
            }
        }
        assertThat(optional)
                .contains("threshold", "norm")
                .doesNotContainAnyElementsOf(members(zip.manifest()))
                .doesNotContain("dt", "layers", "name", "source", "weight", "encoder", "time", "seed", "dataSha256");
    }

    @Test
    void namesOfClassesMustBeTextsAndAsManyAsTheClasses() throws IOException {
        zip.manifest("/provenance").putArray("classNames").add("one");
        refused("").hasMessageContaining("there are 1 names of classes, but 2 classes");
        zip.manifest("/provenance").putArray("classNames").add("one").add(2);
        refused("").hasMessageContaining("classNames").hasMessageContaining("a list of names");
    }

    @Test
    void classesThatNobodyNamedAreCalledByTheirNumbers() throws IOException {
        assertThat(TrainedModel.load(file).className(1)).isEqualTo("kleiner");
        zip.manifest("/provenance").remove("classNames");
        zip.write(file);
        assertThat(TrainedModel.load(file).className(1)).isEqualTo("1");
    }

    /** Every place in the manifest is given every kind of value. */
    @Test
    void anyValueAnywhereIsRefusedOrAModel() throws IOException {
        JsonNode values = MAPPER.readTree("""
                [null, true, -1, 2147483648, 1e999, "", "X", [], [2147483647, 2147483647], {}]""");
        int refused = 0;
        for (String pointer : pointers(zip.manifest(), "")) {
            for (JsonNode value : values) {
                ModelZip changed = ModelZip.of(file);
                replace(changed.manifest(), pointer, value);
                refused += isRefused(changed, "") ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    private static Stream<Arguments> learnedArraysOfOtherNetworks() {
        String needed = "but this network needs {X-Ae.w=[4, 3], Ae.theta=[3]}";
        return Stream.of(
                arguments("X-Ae.w", FloatArray.of(Shape.of(4, 2), new float[8]), needed),
                arguments("X-Ae.w", FloatArray.of(Shape.of(3, 4), new float[12]), needed),
                arguments("X-Ae.w", FloatArray.of(Shape.of(12), new float[12]), needed),
                arguments("X-Ae.w", FloatArray.of(Shape.of(), 1), needed),
                arguments("Ae.theta", FloatArray.of(Shape.of(4), new float[4]), needed),
                arguments("Ae.theta", FloatArray.of(Shape.of(3, 1), new float[3]), needed),
                arguments("Ae.theta", FloatArray.of(Shape.of(0)), needed));
    }

    @ParameterizedTest
    @MethodSource("learnedArraysOfOtherNetworks")
    void learnedArrayOfAnotherNetworkIsRefused(String name, FloatArray array, String message) throws IOException {
        zip.with(name, array);
        refused("the document does not fit together: the learned state holds ").hasMessageContaining(message);
    }

    @Test
    void learnedStateOfAnotherNetworkIsRefused() throws IOException {
        ArrayNode learned = zip.manifest().putArray("learned");
        refused("the document does not fit together: the learned state holds {}, but this network needs ");
        learned.add("X-Ae.w");
        refused("the document does not fit together: the learned state holds {X-Ae.w=[4, 3]}, but ");
        learned.insert(0, "Ae.theta");
        refused("the document does not fit together: the learned state holds {Ae.theta=[3], X-Ae.w=[4, 3]}, but ");
        learned.insert(0, "X-Ae.w");
        refused("learned is \"X-Ae.w\"; each name once would be right");
        learned.removeAll().add("X-Ae.w").add("Ae.theta").add("rates");
        refused("the document does not fit together: the learned state holds ");
        learned.removeAll().add("Y-Ae.w");
        refused("the document needs an array Y-Ae.w, but holds [Ae.theta, X-Ae.w, rates]");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void valuesThatAreNotFiniteAreRefused(float value) throws IOException {
        float[] weights = WEIGHTS.values();
        weights[7] = value;
        zip.with("X-Ae.w", FloatArray.of(WEIGHTS.shape(), weights));
        refused("the document does not fit together: element 7 of X-Ae.w is " + value);
        zip.with("X-Ae.w", WEIGHTS).with("Ae.theta", FloatArray.of(Shape.of(3), 0, 0, value));
        refused("the document does not fit together: element 2 of Ae.theta is " + value);
        zip.with("Ae.theta", Tiny.MODEL.learned().require("Ae.theta"))
                .with("rates", FloatArray.of(Shape.of(3, 2), 0, 0, 0, value, 0, 0));
        refused("the document does not fit together: the rate of neuron 1 to class 1 is " + value);
    }

    @Test
    void ratesOfAnotherSizeAreRefused() throws IOException {
        for (Shape shape : List.of(Shape.of(), Shape.of(6), Shape.of(2, 3), Shape.of(3, 3), Shape.of(3, 2, 1))) {
            zip.with("rates", FloatArray.of(shape, new float[shape.size()]));
            refused("the document has rates of shape " + shape + "; [neurons, 2] would be right");
        }
        zip.with("rates", FloatArray.of(Shape.of(4, 2), new float[8]));
        refused("the document does not fit together: model: readout layer Ae has 3 neurons, but there are 4 labels");
        zip.with("rates", FloatArray.of(Shape.of(0, 2)));
        refused("the document does not fit together: 0 neurons and 2 classes");
        zip.with("rates", LongArray.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6));
        refused("the document needs 32-bit floats in its array rates, but that holds another type");
    }

    @Test
    void layersThatDoNotFitAreNamed() throws IOException {
        zip.manifest().put("inputLayer", "Y");
        refused("the document does not fit together: there is no layer Y; the layers are [X, Ae, Ai]");
        zip.manifest().put("inputLayer", "X").put("readoutLayer", "X");
        refused("the document does not fit together: model: readout layer X has 4 neurons, but there are 3 labels");
    }

    @Test
    void imagesThatDoNotFitAreNamed() throws IOException {
        zip.manifest().putArray("image").add(2).add(3);
        refused("the document does not fit together: model: input layer X has 4 neurons, but there are 6 pixels");
        zip.manifest().putArray("image").add(4);
        refused("the document does not fit together: model: images have shape [4]; [height, width] would be right");
        zip.manifest().putArray("image").add(-2).add(-2);
        refused("the document does not fit together: shape [-2, -2] has a negative length");
    }

    @Test
    void presentationThatCannotBeShownIsNamed() throws IOException {
        zip.manifest("/presentation").put("encoder", "morse");
        refused("the document does not fit together: there is no encoder morse; the encoders are ");
        zip.manifest("/presentation").put("encoder", "poisson").put("slant", "left");
        refused("presentation has the slant left; only upright would be right");
        zip.manifest("/presentation").put("slant", "upright").put("time", 1e300);
        refused("the document does not fit together: a sample is shown for 1.0E300 ms in steps of 0.5 ms");
    }

    @Test
    void numbersTooLargeForAnIntAreNamed() throws IOException {
        for (String name : List.of("samples", "epochs", "assignSamples")) {
            long right = zip.manifest("/provenance").get(name).longValue();
            zip.manifest("/provenance").put(name, 1L << 31);
            refused("provenance." + name + " is 2147483648; a number from 0 to 2147483647 would be right");
            zip.manifest("/provenance").put(name, right);
        }
        zip.manifest().put("classes", 1L << 40);
        refused("classes is 1099511627776; a number from 0 to 2147483647 would be right");
    }

    @Test
    void networkThatIsOnlyClaimedIsNotAllocated() throws IOException {
        for (int layer = 0; layer < 3; layer++) {
            ((ObjectNode) zip.manifest().at("/network/layers").get(layer))
                    .putArray("shape")
                    .add(1 << 15);
        }
        zip.write(file);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        refused("the document does not fit together: ");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 << 20);
    }

    @Test
    void flippedByteOfAnArrayIsNamedWithItsHash() throws IOException {
        byte[] weights = zip.entries().get("X-Ae.w.npy");
        weights[weights.length - 2] ^= 1;
        zip.write(file);
        assertThatThrownBy(() -> TrainedModel.load(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith(file + "!X-Ae.w.npy: at byte 0: expected content with SHA-256 ");
    }

    @Test
    void arrayThatIsMissingIsNamed() throws IOException {
        zip.entries().remove("rates.npy");
        zip.write(file);
        assertThatThrownBy(() -> TrainedModel.load(file))
                .hasMessageContaining("expected an entry rates.npy, found none");
        zip.manifest("/arrays").remove("rates");
        refused("the document needs an array rates, but holds [Ae.theta, X-Ae.w]");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(String message) throws IOException {
        zip.write(file);
        return assertThatThrownBy(() -> TrainedModel.load(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + "!manifest.json: " + message);
    }

    /** Whether opening it is an error, which then names the file and {@code key}. */
    private boolean isRefused(ModelZip changed, String key) throws IOException {
        Path damaged = folder.resolve("damaged.zip");
        changed.write(damaged);
        try {
            TrainedModel.load(damaged);
            return false;
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith(damaged.toString()).hasMessageContaining(key);
            return true;
        }
    }

    /** JSON pointers to everything in a document, containers too. */
    private static List<String> pointers(JsonNode node, String place) {
        List<String> pointers = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                pointers.add(place + "/" + member.getKey());
                pointers.addAll(pointers(member.getValue(), place + "/" + member.getKey()));
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.add(place + "/" + i);
            pointers.addAll(pointers(node.get(i), place + "/" + i));
        }
        return pointers;
    }

    private static List<String> members(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void replace(JsonNode document, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = document.at(pointer.substring(0, slash));
        String key = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            object.set(key, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(key), value);
        }
    }
}
