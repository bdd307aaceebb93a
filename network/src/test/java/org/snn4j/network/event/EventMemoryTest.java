package org.snn4j.network.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Delays;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the sizes of all arrays that an open simulation holds. */
class EventMemoryTest {
    private static final int STEPS = 100;
    private static final double FACTOR = 1.4;

    static Stream<Network> networks() {
        Plasticity plasticity =
                Plasticity.FIXED.withRule(PostPre.defaults()).withBounds(0, 1).withNorm(Norm.ofSum(78));
        Weights weights = new Weights.Uniform(0, 0.3);
        Dense dense = new Dense(weights, plasticity, Optional.empty());
        return Stream.of(
                driven(dense, 2_500, 1),
                driven(dense, 1_000, 1),
                driven(dense.biased(FloatArray.of(Shape.of(4_000), new float[4_000])), 4_000, 1),
                driven(dense.delayed(new Delays.Uniform(0, 5)), 500, 1),
                driven(new Local(weights, Windows.of(12, 12), plasticity), 20, 17),
                driven(new Convolution(weights, Windows.of(8, 8), plasticity), 40, 21),
                Network.builder()
                        .layer("Y", LIF.defaults(), 40_000)
                        .layer("Z", DiehlAndCook.defaults(), 40_000)
                        .connect("Y", "Z", OneToOne.of(20))
                        .build());
    }

    private static Network driven(Topology learning, int channels, int side) {
        boolean dense = learning instanceof Dense;
        return Network.builder()
                .layer(Layer.of("X", new Input(), 1, 28, 28).withTrace(Trace.replacing(20)))
                .layer(new Layer(
                        "Y",
                        dense ? Shape.of(channels) : Shape.of(channels, side, side),
                        DiehlAndCook.defaults(),
                        Optional.of(Trace.replacing(20))))
                .connect("X", "Y", learning)
                .connect("Y", "Y", AllButSelf.of(-5))
                .build();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void estimateIsWithinAFactorOfWhatIsHeld(Network network) throws IllegalAccessException {
        long estimate =
                EventMemory.of(network, new EventMemory.Use(1, STEPS, 1)).state();
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            simulation.run(run(network));
            long taken = Footprint.of(simulation);
            assertThat((double) taken / estimate)
                    .as("%d of %d bytes", taken, estimate)
                    .isBetween(1 / FACTOR, FACTOR);
            long weights = simulation.learned().arrays().entrySet().stream()
                    .filter(array -> array.getKey().endsWith(".w"))
                    .mapToLong(array -> 4L * array.getValue().shape().size())
                    .sum();
            assertThat(EventMemory.of(network, new EventMemory.Use(1, STEPS, 1)).learned())
                    .isEqualTo(weights);
        }
    }

    private static Run run(Network network) {
        Layer first = network.layers().get(0);
        SpikeTrain spikes =
                Trains.random(first.size(), STEPS, 0.01, new Random(1)).reshaped(first.shape());
        return Run.of(first.name(), spikes, STEPS);
    }
}
