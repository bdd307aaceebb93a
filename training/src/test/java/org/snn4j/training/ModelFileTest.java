package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snn4j.training.Small.TEST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.encoding.Bernoulli;
import org.snn4j.encoding.Encoding;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.PoissonIntervals;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.models.Catalogue;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.file.Npy;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/** Oracle: the model that was saved, and for the file the JDK's reader of zip streams. */
class ModelFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.zip");
    }

    @Test
    void loadedModelEqualsTheSavedOne() throws IOException {
        TrainedModel loaded = savedAndLoaded(Small.MODEL);

        assertThat(loaded.network()).isEqualTo(Small.MODEL.network());
        assertThat(loaded.learned()).isEqualTo(Small.MODEL.learned());
        assertThat(loaded.learned().sha256()).isEqualTo(Small.MODEL.learned().sha256());
        assertThat(loaded.assignment()).isEqualTo(Small.MODEL.assignment());
        assertThat(loaded.presentation()).isEqualTo(Small.MODEL.presentation());
        assertThat(loaded.provenance()).isEqualTo(Small.MODEL.provenance());
        assertThat(loaded).isEqualTo(Small.MODEL);
    }

    @Test
    void loadedModelAnswersAsTheSavedOne() throws IOException {
        TrainedModel loaded = savedAndLoaded(Small.MODEL);

        assertThat(Small.test(loaded, 2)).isEqualTo(Small.test(Small.MODEL, 1));
        for (int image = 0; image < 10; image++) {
            assertThat(loaded.predict(TEST.intensities(image))).isEqualTo(Small.MODEL.predict(TEST.intensities(image)));
        }
    }

    @Test
    void modelsMadeByHandComeBack() throws IOException {
        assertThat(savedAndLoaded(Tiny.MODEL)).isEqualTo(Tiny.MODEL);
        assertThat(savedAndLoaded(Tiny.withGivenWeights())).isEqualTo(Tiny.withGivenWeights());
    }

    @Test
    void everyEncodingComesBackWithItsParameter() throws IOException {
        for (Encoding encoding : List.of(new Poisson(63.75), new PoissonIntervals(128), new Bernoulli(0.1))) {
            TrainedModel model = new TrainedModel(
                    Tiny.MODEL.network(),
                    Tiny.MODEL.inputLayer(),
                    Tiny.MODEL.readoutLayer(),
                    new Presentation(encoding, 20),
                    Tiny.MODEL.image(),
                    Tiny.MODEL.learned(),
                    Tiny.MODEL.assignment(),
                    Tiny.MODEL.provenance());
            assertThat(savedAndLoaded(model)).isEqualTo(model);
        }
    }

    @Test
    void modelOfUprightImagesComesBack() throws IOException {
        TrainedModel model = new TrainedModel(
                Tiny.MODEL.network(),
                Tiny.MODEL.inputLayer(),
                Tiny.MODEL.readoutLayer(),
                Tiny.MODEL.presentation().withSlant(Presentation.Slant.UPRIGHT),
                Tiny.MODEL.image(),
                Tiny.MODEL.learned(),
                Tiny.MODEL.assignment(),
                Tiny.MODEL.provenance());
        assertThat(savedAndLoaded(model)).isEqualTo(model);
    }

    @Test
    void modelThatLearnsNothingComesBack() throws IOException {
        TrainedModel model = new TrainedModel(
                Network.builder()
                        .layer("X", new Input(), 4)
                        .layer("Y", LIF.defaults(), 3)
                        .build(),
                "X",
                "Y",
                Tiny.MODEL.presentation(),
                Shape.of(4, 1),
                new LearnedState(Map.of()),
                LabelAssignment.none(3, 2),
                Tiny.MODEL.provenance());
        assertThat(savedAndLoaded(model)).isEqualTo(model);
    }

    @ParameterizedTest
    @MethodSource("org.snn4j.models.Catalogue#names")
    void everyPrebuiltModelComesBack(String name) throws IOException {
        TrainingPlan plan =
                TrainingPlan.of(Catalogue.recommended(name, 16), Small.plan(1).presentation(), 1);
        TrainedModel model = Trainer.train(plan, Small.TRAIN.first(20));
        TrainedModel loaded = savedAndLoaded(model);
        assertThat(loaded).isEqualTo(model);
        assertThat(loaded.predict(TEST.intensities(0))).isEqualTo(model.predict(TEST.intensities(0)));
    }

    @Test
    void fileFromBeforeThereWereTeachersOpens() throws IOException {
        Small.MODEL.save(file);
        ModelZip zip = ModelZip.of(file);
        assertThat(zip.manifest("/provenance").remove("teacher").asText()).isEqualTo("none");
        zip.write(file);
        assertThat(TrainedModel.load(file)).isEqualTo(Small.MODEL);
    }

    @Test
    void entriesAreWhatNumPyOpens() throws IOException {
        Small.MODEL.save(file);
        Map<String, byte[]> entries = ModelZip.of(file).entries();

        assertThat(entries.keySet()).containsExactly("manifest.json", "X-Ae.w.npy", "Ae.theta.npy", "rates.npy");
        LearnedState learned = Small.MODEL.learned();
        assertThat(Npy.read(entries.get("X-Ae.w.npy"), "w")).isEqualTo(learned.require("X-Ae.w"));
        assertThat(Npy.read(entries.get("Ae.theta.npy"), "theta")).isEqualTo(learned.require("Ae.theta"));
        assertThat(Npy.read(entries.get("rates.npy"), "rates"))
                .isEqualTo(FloatArray.of(
                        Shape.of(Small.NEURONS, 10), Small.MODEL.assignment().rates()));
    }

    @Test
    void givenWeightsStandBesideTheLearnedOnes() throws IOException {
        Tiny.withGivenWeights().save(file);
        assertThat(ModelZip.of(file).entries().keySet())
                .containsExactly(
                        "manifest.json",
                        "initial/in-out.w.npy",
                        "initial/in-out.b.npy",
                        "in-out.w.npy",
                        "in-out#2.w.npy",
                        "rates.npy");
    }

    /** Names that would be one if the file joined them with anything that a layer's name may hold. */
    @Test
    void namesOfLayersDoNotMixUpArrays() throws IOException {
        FloatArray one = FloatArray.of(Shape.of(1, 1), 1);
        FloatArray two = FloatArray.of(Shape.of(1, 1), 2);
        Network network = Network.builder()
                .layer("X", new Input(), 1)
                .layer("initial.X", new Input(), 1)
                .layer("Y", LIF.defaults(), 1)
                .connect("X", "Y", Dense.of(one))
                .connect("initial.X", "Y", Dense.of(one))
                .build();
        Map<String, FloatArray> learned = new LinkedHashMap<>();
        learned.put("X-Y.w", two);
        learned.put("initial.X-Y.w", two);
        TrainedModel model = new TrainedModel(
                network,
                "X",
                "Y",
                Tiny.MODEL.presentation(),
                Shape.of(1, 1),
                new LearnedState(learned),
                LabelAssignment.none(1, 2),
                Tiny.MODEL.provenance());
        assertThat(savedAndLoaded(model)).isEqualTo(model);
    }

    @Test
    void sameModelMakesTheSameBytes() throws IOException {
        Small.MODEL.save(file);
        Path again = folder.resolve("again.zip");
        Trainer.train(Small.plan(1), Small.TRAIN).save(again);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void laterModelReplacesTheEarlierOne() throws IOException {
        Small.MODEL.save(file);
        assertThat(savedAndLoaded(Tiny.MODEL)).isEqualTo(Tiny.MODEL);
    }

    /** A zip has no room for so long a name, which shows only when the file is half written. */
    @Test
    void failedWriteLeavesTheEarlierModel() throws IOException {
        Tiny.MODEL.save(file);
        TrainedModel unwritable = renamed("x".repeat(1 << 16));

        assertThatThrownBy(() -> unwritable.save(file)).isInstanceOf(IllegalArgumentException.class);
        assertThat(TrainedModel.load(file)).isEqualTo(Tiny.MODEL);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void folderThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere/model.zip");
        assertThatThrownBy(() -> Tiny.MODEL.save(nowhere))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageStartingWith(nowhere + ": there is no folder ");
        assertThatThrownBy(() -> TrainedModel.load(nowhere))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(nowhere + ": there is no such model file");
    }

    /** The readout layer under another name. */
    private static TrainedModel renamed(String name) {
        Network network = Network.builder()
                .layer(Tiny.MODEL.network().layer("X"))
                .layer(new Layer(
                        name,
                        Shape.of(3),
                        Tiny.MODEL.network().layer("Ae").neurons(),
                        Tiny.MODEL.network().layer("Ae").trace()))
                .build();
        Map<String, FloatArray> learned = new LinkedHashMap<>();
        learned.put(name + ".theta", Tiny.MODEL.learned().require("Ae.theta"));
        return new TrainedModel(
                network,
                "X",
                name,
                Tiny.MODEL.presentation(),
                Tiny.MODEL.image(),
                new LearnedState(learned),
                Tiny.MODEL.assignment(),
                Tiny.MODEL.provenance());
    }

    private TrainedModel savedAndLoaded(TrainedModel model) throws IOException {
        model.save(file);
        return TrainedModel.load(file);
    }
}
