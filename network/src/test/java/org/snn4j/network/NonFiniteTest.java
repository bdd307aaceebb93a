package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** The oracle is the arithmetic of floats: what is beyond their range has no way back. */
class NonFiniteTest {
    private static final int STEPS = 20;
    private static final float NEARLY_INFINITE = 3e38f;

    /** Each with the weight that is the first to burst. */
    static Stream<Topology> kinds() {
        Plasticity bursting = Plasticity.FIXED.withRule(new Hebbian(NEARLY_INFINITE, NEARLY_INFINITE));
        Weights weights = new Weights.Uniform(20, 30);
        return Stream.of(bursting, bursting.withNorm(Norm.ofSum(60)), bursting.withNorm(Norm.ofLength(9)))
                .flatMap(plasticity -> Stream.of(
                        new Dense(weights, plasticity, Optional.empty()),
                        new Dense(weights, plasticity, Optional.empty()).biased(FloatArray.of(Shape.of(1, 2), 0, 0)),
                        new Sparse(List.of(new Sparse.Synapse(0, 0), new Sparse.Synapse(1, 1)), weights, plasticity),
                        new Convolution(weights, Windows.of(1), plasticity),
                        new Local(weights, Windows.of(1), plasticity)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void weightThatBurstsIsNamed(Topology topology) {
        try (Simulation simulation = network(topology).simulate(Engine.event(), 1)) {
            assertThatThrownBy(() -> simulation.run(incessant().ofSample(17)))
                    .isInstanceOf(NonFiniteException.class)
                    .hasMessageMatching(
                            "X-Y\\.w\\[[0-9, ]+\\] has become (Infinity|NaN) in the run of sample 17; smaller"
                                    + " learning rates, weights or currents, or bounds on the weights, would keep it finite");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void boundsKeepWeightsFinite(Topology topology) {
        Topology bounded = topology instanceof Dense dense ? dense.bounds(0, 100) : Dense.uniform(0, 1);
        try (Simulation simulation = network(bounded).simulate(Engine.event(), 1)) {
            assertThatCode(() -> simulation.run(incessant())).doesNotThrowAnyException();
        }
    }

    @Test
    void potentialIsNamedWithItsNeuron() {
        Network network = Network.builder().layer("Y", LIF.defaults(), 2, 3).build();
        float[] voltage = new float[6];
        voltage[4] = -NEARLY_INFINITE;
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Run run = Run.of(Map.of(), STEPS).injectVoltage("Y", FloatArray.of(Shape.of(2, 3), voltage));
            assertThatCode(() -> simulation.run(run.frozen())).doesNotThrowAnyException();
            assertThatThrownBy(() -> simulation.run(run.ofSample(3)))
                    .isInstanceOf(NonFiniteException.class)
                    .hasMessageStartingWith("Y.v[1, 1] has become ")
                    .hasMessageContaining("in the run of sample 3;");
        }
    }

    @Test
    void thresholdIsNamedWithItsNeuron() {
        DiehlAndCook bursting = DiehlAndCook.builder()
                .thetaPlus(-NEARLY_INFINITE)
                .refractory(0)
                .oneSpike(false)
                .build();
        Network network = Network.builder()
                .layer("X", new Input(), 2)
                .layer("Y", bursting, 2)
                .connect("X", "Y", Dense.of(FloatArray.of(Shape.of(2, 2), 0, 30, 0, 30)))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Run run = Run.of("X", Trains.incessant(2, STEPS), STEPS);
            assertThatThrownBy(() -> simulation.run(run))
                    .isInstanceOf(NonFiniteException.class)
                    .hasMessageStartingWith("Y.theta[1] has become -Infinity in the run of sample 0;");
        }
    }

    private static Network network(Topology topology) {
        return Network.builder()
                .layer(Layer.of("X", new Input(), 1, 2).withTrace(Trace.adding(10)))
                .layer(Layer.of("Y", LIF.builder().refractory(0).build(), 1, 2).withTrace(Trace.adding(10)))
                .connect("X", "Y", topology)
                .build();
    }

    private static Run incessant() {
        SpikeTrain train = Trains.incessant(2, STEPS).reshaped(Shape.of(1, 2));
        return Run.of("X", train, STEPS);
    }
}
