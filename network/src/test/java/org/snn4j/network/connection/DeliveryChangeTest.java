package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Connection;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Retention;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * Runs of both kinds of delivery without a reset in between. Oracle: each spike arrives once, after its delay and, if the run
 * that fired it does not deliver in the same step to a layer declared later, one step. Weights are eighths, so sums are exact.
 */
class DeliveryChangeTest {
    private static final int NEURONS = 4;

    /** One run: its length and whether it delivers at once. */
    private record Part(int steps, boolean atOnce) {}

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void eachSpikeArrivesOnce(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 5) Integer> lengths,
            @ForAll @IntRange(max = 3) int delay,
            @ForAll @IntRange(max = 5) int kind,
            @ForAll boolean leadsOn,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Part> parts = lengths.stream()
                .map(steps -> new Part(steps, random.nextBoolean()))
                .toList();
        FloatArray w = Received.eighths(Shape.of(NEURONS, NEURONS), random);
        FloatArray longer = delays(random);
        boolean perSynapse = kind == 1;
        Topology topology =
                switch (kind) {
                    case 0 -> Dense.of(w).biased(FloatArray.of(Shape.of(NEURONS), 1, 2, 3, 4));
                    case 1 -> Dense.of(w).delayed(longer);
                    case 2 -> Sparse.ofDense(w);
                    case 3 -> Dense.of(w);
                    case 4 -> OneToOne.of(0.5);
                    default -> AllButSelf.of(0.5);
                };
        List<SpikeTrain> trains = new ArrayList<>();
        float[] received = run(new Connection("X", "Y", topology, delay), leadsOn, parts, trains, random);

        float[] expected = new float[received.length];
        for (int i = 0; kind == 0 && i < expected.length; i++) {
            expected[i] = 1 + i % NEURONS;
        }
        int first = 0;
        for (int p = 0; p < parts.size(); p++) {
            int toNext = leadsOn && parts.get(p).atOnce() ? 0 : 1;
            for (int step = 0; step < parts.get(p).steps(); step++) {
                for (int k = 0; k < trains.get(p).count(step); k++) {
                    int i = trains.get(p).neuron(step, k);
                    for (int j = 0; j < NEURONS; j++) {
                        int more = perSynapse ? (int) longer.get(i * NEURONS + j) : 0;
                        int arrival = (first + step + toNext + delay + more) * NEURONS + j;
                        if (arrival < expected.length) {
                            expected[arrival] += weight(topology, w, i, j);
                        }
                    }
                }
            }
            first += parts.get(p).steps();
        }
        assertThat(received).containsExactly(expected);
    }

    private static float weight(Topology topology, FloatArray w, int i, int j) {
        if (topology instanceof OneToOne) {
            return i == j ? 0.5f : 0;
        }
        return topology instanceof AllButSelf ? i == j ? 0 : 0.5f : w.get(i * NEURONS + j);
    }

    /** What arrives in each step of all runs. */
    private static float[] run(
            Connection connection, boolean leadsOn, List<Part> parts, List<SpikeTrain> trains, Random random) {
        Network.Builder builder = Network.builder();
        if (leadsOn) {
            builder.layer("X", new Input(), NEURONS).layer("Y", new McCullochPitts(1e30), NEURONS);
        } else {
            builder.layer("Y", new McCullochPitts(1e30), NEURONS).layer("X", new Input(), NEURONS);
        }
        try (Simulation simulation = builder.connect(connection).build().simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE, Retention.ALL_RUNS);
            for (Part part : parts) {
                trains.add(Trains.random(NEURONS, part.steps(), 0.5, random));
                Run run = Run.of("X", trains.get(trains.size() - 1), part.steps());
                simulation.run(part.atOnce() ? run.oneStep() : run);
            }
            return v.floats().values();
        }
    }

    /** Neuron 0 fires last in a run, neuron 0 and 1 first in the next, which delivers at once: three spikes of two neurons. */
    @Test
    void poolAndMeanPassBothSpikesOfANeuron() {
        SpikeTrain last = Trains.of(1, new int[] {0}, new int[0]).reshaped(Shape.of(1, 2));
        SpikeTrain first = Trains.of(1, new int[] {0}, new int[] {0}).reshaped(Shape.of(1, 2));
        assertThat(afterBoth(new MeanField(4), last, first)).isEqualTo(4 * 3 / 2f);
        assertThat(afterBoth(new MaxPool(Windows.of(2), 0.5, 3), last, first)).isEqualTo(3 * 2f);
    }

    private static float afterBoth(Topology topology, SpikeTrain last, SpikeTrain first) {
        Network network = Network.builder()
                .layer("X", new Input(), 1, 2)
                .layer("Y", new McCullochPitts(1e30), 1, 1)
                .connect("X", "Y", topology)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", last, 1));
            simulation.run(Run.of("X", first, 1).oneStep());
            return v.floats().get(0);
        }
    }

    @Test
    void resetForgetsWhatIsUnderWay() {
        for (boolean atOnceFirst : List.of(true, false)) {
            Network network = Network.builder()
                    .layer("X", new Input(), 1)
                    .layer("Y", new McCullochPitts(1e30), 1)
                    .connect(new Connection("X", "Y", OneToOne.of(1), 2))
                    .build();
            try (Simulation simulation = network.simulate(Engine.event(), 0)) {
                Recording v = simulation.record("Y", Variable.VOLTAGE);
                Run before = Run.of("X", Trains.incessant(1, 3), 3);
                simulation.run(atOnceFirst ? before.oneStep() : before);
                simulation.reset();
                Run after = Run.of("X", Trains.silent(1, 6), 6);
                simulation.run(atOnceFirst ? after : after.oneStep());
                assertThat(v.floats().values()).containsOnly(0);
            }
        }
    }

    private static FloatArray delays(Random random) {
        float[] delays = new float[NEURONS * NEURONS];
        IntStream.range(0, delays.length).forEach(i -> delays[i] = random.nextInt(3));
        return FloatArray.of(Shape.of(NEURONS, NEURONS), delays);
    }
}
