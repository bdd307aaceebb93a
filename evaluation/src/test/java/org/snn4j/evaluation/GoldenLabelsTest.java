package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.file.Npy;

/** Oracle: the golden case {@code evaluation-labels}, which BindsNET recorded. */
class GoldenLabelsTest {
    private static final int CLASSES = 10;

    private final Recording first = recording("spikes", "labels");
    private final Recording second = recording("new-spikes", "new-labels");
    private final LabelAssignment assignment =
            LabelAssignment.none(first.neurons(), CLASSES).updated(first.responses(), 1);

    @Test
    void assignmentsRatesAndProportionsAreThoseOfBindsnet() {
        assertThat(assignment.assignments()).isEqualTo(ints("expected.assignments"));
        assertClose(assignment.rates(), floats("expected.rates"));
        assertClose(assignment.proportions(), floats("expected.proportions"));
    }

    @Test
    void secondBlockHalvesTheFirst() {
        LabelAssignment updated = assignment.updated(second.responses(), 0.5);
        assertThat(updated.assignments()).isEqualTo(ints("expected.assignments-after-second-alpha-0.5"));
        assertClose(updated.rates(), floats("expected.rates-after-second-alpha-0.5"));
    }

    @Test
    void votesAreThoseOfBindsnet() {
        assertThat(predictions(Vote.ALL_ACTIVITY)).isEqualTo(ints("expected.all-activity"));
        assertThat(predictions(Vote.PROPORTION_WEIGHTING)).isEqualTo(ints("expected.proportion-weighting"));
    }

    private int[] predictions(Vote vote) {
        return second.counts().stream()
                .mapToInt(counts -> vote.predict(assignment, counts))
                .toArray();
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-6f * (1 + Math.abs(expected[i]))));
        }
    }

    private static Recording recording(String spikes, String labels) {
        ByteArray train = read(() -> Npy.readBytes(path(spikes)));
        int steps = train.shape().length(1);
        int neurons = train.shape().length(2);
        List<int[]> counts = new ArrayList<>();
        for (int s = 0; s < train.shape().length(0); s++) {
            int[] sums = new int[neurons];
            for (int i = 0; i < steps * neurons; i++) {
                sums[i % neurons] += train.get(s * steps * neurons + i);
            }
            counts.add(sums);
        }
        return new Recording(neurons, CLASSES, counts, ints(labels));
    }

    private static int[] ints(String name) {
        return Arrays.stream(read(() -> Npy.readLongs(path(name))).values())
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    private static float[] floats(String name) {
        return read(() -> (FloatArray) Npy.read(path(name))).values();
    }

    private static Path path(String name) throws URISyntaxException {
        return Path.of(GoldenLabelsTest.class
                .getResource("/golden/evaluation-labels/" + name + ".npy")
                .toURI());
    }

    private interface Reading<A> {
        A read() throws IOException, URISyntaxException;
    }

    private static <A> A read(Reading<A> reading) {
        try {
            return reading.read();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("the golden case cannot be read", e);
        }
    }
}
