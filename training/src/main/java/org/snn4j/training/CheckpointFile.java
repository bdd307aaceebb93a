package org.snn4j.training;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.evaluation.Accuracy;
import org.snn4j.evaluation.ClassResponses;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.OnlineSnapshot;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.CarriedState;
import org.snn4j.network.LearnedState;
import org.snn4j.network.SimulationState;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.ArrayArchive;
import org.snn4j.network.file.MalformedJsonException;
import org.snn4j.network.file.StrictObject;

/** Checkpoints as archives of a manifest and .npy arrays. No layer's name has a slash. */
final class CheckpointFile {
    private static final String FORMAT = "snn4j-checkpoint/1";
    private static final String REALS = "carried/reals";
    private static final String WHOLES = "carried/wholes";
    private static final String RATES = "online/rates";
    private static final String SUMS = "online/sums";
    private static final String SAMPLES = "online/samples";
    private static final String POINTS = "online/points";
    private static final String ACTIVE = "online/active";

    private CheckpointFile() {}

    static void write(Checkpoint checkpoint, Path file) throws IOException {
        SimulationState state = checkpoint.pass().simulation();
        Map<String, NdArray> arrays = new LinkedHashMap<>(state.learned().arrays());
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("format", FORMAT);
        manifest.put("plan", checkpoint.plan());
        manifest.put("dataSha256", checkpoint.dataSha256());
        manifest.put("shown", checkpoint.pass().shown());
        manifest.put("seconds", checkpoint.seconds());
        manifest.put("repetitions", checkpoint.observed().repetitions());
        manifest.put("silent", checkpoint.observed().silent());
        state.learned().arrays().keySet().forEach(manifest.putArray("learned")::add);
        state.carried().ifPresent(carried -> {
            manifest.put("carriedBatch", carried.batch());
            arrays.put(REALS, carried.reals());
            arrays.put(WHOLES, carried.wholes());
        });
        arrays.put(ACTIVE, checkpoint.observed().active());
        write(checkpoint.observed().online(), arrays);
        ArrayArchive.write(file, manifest, arrays);
    }

    private static void write(OnlineSnapshot online, Map<String, NdArray> arrays) {
        LabelAssignment assignment = online.assignment();
        int neurons = assignment.neurons();
        int classes = assignment.classes();
        arrays.put(RATES, FloatArray.of(Shape.of(neurons, classes), assignment.rates()));
        arrays.put(SUMS, LongArray.of(Shape.of(classes, neurons), online.block().sums()));
        arrays.put(SAMPLES, LongArray.of(Shape.of(classes), online.block().samples()));
        List<OnlinePoint> points = new ArrayList<>(online.curve());
        points.add(online.predicted());
        int width = 2 + 2 * Vote.values().length;
        long[] numbers = new long[points.size() * width];
        for (int i = 0; i < points.size(); i++) {
            int at = i * width;
            numbers[at++] = points.get(i).samples();
            numbers[at++] = points.get(i).abstentions();
            for (Vote vote : Vote.values()) {
                numbers[at++] = points.get(i).accuracy(vote).correct();
                numbers[at++] = points.get(i).accuracy(vote).samples();
            }
        }
        arrays.put(POINTS, LongArray.of(Shape.of(points.size(), width), numbers));
    }

    static Checkpoint read(Path file) throws IOException {
        ArchivedArrays arrays = new ArchivedArrays(ArrayArchive.read(file, FORMAT));
        StrictObject manifest = arrays.manifest();
        try {
            LearnedState learned = arrays.learned("learned");
            Checkpoint checkpoint = new Checkpoint(
                    manifest.text("plan"),
                    manifest.text("dataSha256"),
                    new PassState(manifest.whole("shown"), new SimulationState(learned, carried(arrays))),
                    new Observations(
                            online(arrays),
                            arrays.typed(ACTIVE, ByteArray.class, "bytes"),
                            Math.toIntExact(manifest.whole("silent")),
                            manifest.whole("repetitions")),
                    manifest.number("seconds"));
            manifest.finish();
            return checkpoint;
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw manifest.error("does not fit together: " + e.getMessage());
        }
    }

    private static Optional<CarriedState> carried(ArchivedArrays arrays) throws MalformedJsonException {
        if (arrays.manifest().optional("carriedBatch").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CarriedState(
                Math.toIntExact(arrays.manifest().whole("carriedBatch")), arrays.floats(REALS), longs(arrays, WHOLES)));
    }

    private static OnlineSnapshot online(ArchivedArrays arrays) throws MalformedJsonException {
        FloatArray rates = arrays.floats(RATES);
        int neurons = rates.shape().length(0);
        LongArray samples = longs(arrays, SAMPLES);
        List<OnlinePoint> points = points(longs(arrays, POINTS));
        return new OnlineSnapshot(
                LabelAssignment.ofRates(rates.values(), neurons, samples.shape().size()),
                ClassResponses.of(neurons, longs(arrays, SUMS).values(), samples.values()),
                points.get(points.size() - 1),
                points.subList(0, points.size() - 1));
    }

    private static List<OnlinePoint> points(LongArray numbers) {
        List<OnlinePoint> points = new ArrayList<>();
        int width = numbers.shape().length(1);
        for (int i = 0; i < numbers.shape().length(0); i++) {
            int at = i * width + 2;
            Map<Vote, Accuracy> accuracy = new EnumMap<>(Vote.class);
            for (Vote vote : Vote.values()) {
                accuracy.put(vote, new Accuracy(numbers.get(at++), numbers.get(at++)));
            }
            points.add(new OnlinePoint(numbers.get(i * width), accuracy, numbers.get(i * width + 1)));
        }
        return points;
    }

    private static LongArray longs(ArchivedArrays arrays, String name) throws MalformedJsonException {
        return arrays.typed(name, LongArray.class, "64-bit whole numbers");
    }
}
