package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Currents;
import org.snn4j.network.Engine;
import org.snn4j.network.Monitor;
import org.snn4j.network.Network;
import org.snn4j.network.Retention;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.Current;

/** What holds for every model. Oracle: a simulation that has not run yet; the bound itself. */
class EveryModelTest {
    private static final int STEPS = 30;
    private static final LIF MEMBRANE = new LIF(-58, -65, -62, 3, 15, -70);

    static Stream<NeuronModel> models() {
        return Stream.concat(
                boundedAtMinus70(),
                Stream.of(
                        ConductanceLIF.defaults(),
                        ConductanceLIF.inhibitory().build(),
                        CSRM.defaults(),
                        McCullochPitts.defaults()));
    }

    static Stream<NeuronModel> boundedAtMinus70() {
        return Stream.of(
                MEMBRANE,
                new BoostedLIF(13, 3, 15, -70),
                new IF(-52, -65, 3, -70),
                new CurrentLIF(MEMBRANE, 3),
                new AdaptiveLIF(MEMBRANE, 0.5, 40),
                DiehlAndCook.builder().thetaPlus(0.5).lowerBound(-70).build(),
                new SRM0(MEMBRANE, 1, 0.2, 3),
                new Izhikevich(0.02, 0.2, -65, 8, 45, -65, -70));
    }

    @ParameterizedTest
    @MethodSource("models")
    void resetMakesItAsNew(NeuronModel model) {
        Network network = Network.builder().layer("Y", model, 5).build();
        Run run = Run.of("Y", noise(), STEPS).frozen();
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Monitor monitor = simulation.monitor(Retention.LAST_RUN);
            simulation.run(run);
            Map<String, NdArray> first = monitor.arrays();
            simulation.reset();
            simulation.run(run);
            assertThat(monitor.arrays()).isEqualTo(first);
        }
    }

    /** Five neurons in each of two samples; some fire, some are inhibited, in the last step too. */
    private static Current noise() {
        Random random = new Random(3);
        float[] values = new float[STEPS * 2 * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = -8 + 24 * random.nextFloat();
        }
        return new Current(FloatArray.of(Shape.of(STEPS, 2, 5), values));
    }

    @ParameterizedTest
    @MethodSource("boundedAtMinus70")
    void inhibitionEndsAtTheLowerBound(NeuronModel model) {
        float[] v = new Driven(model, 1, Currents.constant(1, STEPS, -50)).values(Variable.VOLTAGE);
        assertThat(v).contains(-70);
        assertThat(v[STEPS - 1]).isEqualTo(-70);
        for (float potential : v) {
            assertThat(potential).isGreaterThanOrEqualTo(-70);
        }
    }
}
