package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.snn4j.network.Currents;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * A layer that nothing reaches may be moved on with less work. Oracle: the same layer with an explicit input of zero, bit by
 * bit, whatever the order of rest, reset, threshold and lower bound.
 */
class QuietStepTest {
    private static final int STEPS = 30;

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aStepWithoutInputIsAStepWithAnInputOfZero(
            @ForAll @DoubleRange(min = -70, max = -50) double threshold,
            @ForAll @DoubleRange(min = -85, max = -50) double reset,
            @ForAll @DoubleRange(min = -90, max = -50) double lowerBound,
            @ForAll long seed) {
        Random random = new Random(seed);
        int refractory = random.nextInt(5);
        LIF membrane = new LIF(threshold, -65, reset, refractory, 1 + 20 * random.nextDouble(), lowerBound);
        List<NeuronModel> models = List.of(
                membrane,
                new BoostedLIF(threshold + 65, refractory, 20, lowerBound + 65),
                new IF(threshold, reset, refractory, lowerBound),
                new CurrentLIF(membrane, 3),
                new AdaptiveLIF(membrane, 0.5, 40),
                new SRM0(membrane, 1, 0.2, 3),
                ConductanceLIF.builder()
                        .threshold(threshold)
                        .refractory(refractory)
                        .build(),
                CSRM.builder().threshold(threshold).refractory(refractory).build(),
                Izhikevich.defaults(),
                new McCullochPitts(threshold));
        for (NeuronModel model : models) {
            assertThat(afterNoise(model, seed, false)).as("%s", model).isEqualTo(afterNoise(model, seed, true));
        }
    }

    /** Noise first, so that neurons are somewhere; then nothing, or zeros. */
    private static List<NdArray> afterNoise(NeuronModel model, long seed, boolean zeros) {
        Network network = Network.builder().layer("Y", model, 5).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("Y", Currents.random(5, STEPS, -5, 12, new Random(seed)), STEPS));
            simulation.run(zeros ? Run.of("Y", Currents.constant(5, STEPS, 0), STEPS) : Run.of(Map.of(), STEPS));
            return List.of(spikes.values(), v.values());
        }
    }

    /** Sparse spikes reach one sample or the other, so that each has quiet steps of its own. */
    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void samplesAreQuietEachForItself(@ForAll @DoubleRange(min = -70, max = -55) double threshold, @ForAll long seed) {
        Random random = new Random(seed);
        SpikeTrain first = Trains.random(4, STEPS, 0.05, random);
        SpikeTrain second = Trains.random(4, STEPS, 0.05, random);
        Network network = Network.builder()
                .layer("X", new Input(), 4)
                .layer("Y", LIF.builder().threshold(threshold).tauMembrane(7).build(), 3)
                .connect("X", "Y", Dense.uniform(-5, 10))
                .build();
        List<NdArray> alone = new ArrayList<>();
        for (SpikeTrain train : List.of(first, second)) {
            try (Simulation simulation = network.simulate(Engine.event(), seed)) {
                Recording v = simulation.record("Y", Variable.VOLTAGE);
                simulation.run(Run.of(Map.of("X", train, "Y", Currents.constant(3, STEPS, 0)), STEPS));
                alone.add(v.values());
            }
        }
        try (Simulation simulation = network.simulate(Engine.event(), seed)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", new SpikeBatch(List.of(first, second)), STEPS));
            NdArray together = v.values();
            for (int i = 0; i < together.shape().size(); i++) {
                int step = i / 6;
                int sample = i / 3 % 2;
                assertThat(together.asDouble(i)).isEqualTo(alone.get(sample).asDouble(3 * step + i % 3));
            }
        }
    }
}
