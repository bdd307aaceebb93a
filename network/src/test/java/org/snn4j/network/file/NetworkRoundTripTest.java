package org.snn4j.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Receptor;
import org.snn4j.network.Trace;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Delays;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.MaxPool;
import org.snn4j.network.connection.MeanField;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.learning.DiehlAndCookExponentialRule;
import org.snn4j.network.learning.DiehlAndCookRule;
import org.snn4j.network.learning.DiehlAndCookSymmetricRule;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.MSTDP;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.learning.Rmax;
import org.snn4j.network.learning.Triplet;
import org.snn4j.network.learning.WeightDependentPostPre;
import org.snn4j.network.neuron.AdaptiveLIF;
import org.snn4j.network.neuron.BoostedLIF;
import org.snn4j.network.neuron.CSRM;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.CurrentLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.Izhikevich;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.neuron.ResponseKernel;
import org.snn4j.network.neuron.SRM0;

/** Oracle: reading undoes writing, for each kind of everything, with no number at its default. */
class NetworkRoundTripTest {
    private static final LIF MEMBRANE = new LIF(-50.5, -64, -66, 3.5, 17, -81);
    private static final Rates NU = new Rates(0.0125, -1.0 / 3);

    static List<NeuronModel> models() {
        return List.of(
                new Input(),
                new McCullochPitts(-0.1),
                new IF(-50, -61, 2.5, -70),
                new IF(-50, -61, 2.5, Double.NEGATIVE_INFINITY),
                MEMBRANE,
                new BoostedLIF(12.5, 4.5, 99, -3),
                new CurrentLIF(MEMBRANE, 7.25),
                new AdaptiveLIF(MEMBRANE, 0.07, 12345),
                new DiehlAndCook(-51, -64, -59, 4, 98, 0.06, 1e6, false, -71, Double.POSITIVE_INFINITY),
                new Izhikevich(0.1, 0.25, -60, 3, 31, -68, -90),
                new SRM0(MEMBRANE, 0.5, 0.125, 2.75),
                new ConductanceLIF(
                        -51,
                        -64,
                        -66,
                        4,
                        98,
                        -99,
                        1,
                        -101,
                        1.5,
                        2.5,
                        21,
                        0.06,
                        1e6,
                        ConductanceLIF.WhileRefractory.HELD),
                new CSRM(-51, -64, 4, ResponseKernel.SLAYER_ALPHA, 11, 33, 7.5, 12, 34));
    }

    @ParameterizedTest
    @MethodSource("models")
    void neuronModelIsReadBack(NeuronModel model) throws IOException {
        assertRoundTrip(new Network(
                0.25,
                List.of(new Layer("A", Shape.of(2, 3), model, Optional.of(new Trace(13, -0.75, Trace.OnSpike.ADD)))),
                List.of()));
    }

    static List<LearningRule> rules() {
        return List.of(
                new PostPre(NU, Reduction.MEAN),
                new Hebbian(NU, Reduction.MEAN),
                new WeightDependentPostPre(NU, Reduction.MEAN),
                new Triplet(NU, new Rates(-0.25, 0.75), 99, 33, Reduction.MEAN),
                new DiehlAndCookExponentialRule(0.03, 0.45, 1.25, Reduction.MEAN),
                new DiehlAndCookSymmetricRule(NU, 0.45, 0.9, Reduction.MEAN),
                new DiehlAndCookRule(0.03, 0.45, 0.9, Reduction.MEAN),
                new MSTDP(NU, 19, 31, Reduction.MEAN),
                new MSTDPET(NU, 19, 31, 47, Reduction.MEAN),
                new Rmax(NU, 4.5, 33, Reduction.MEAN));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleIsReadBackOnEveryConnectionThatHasWeights(LearningRule rule) throws IOException {
        Plasticity plasticity = plasticity(rule);
        for (Topology topology : kinds(plasticity)) {
            assertRoundTrip(joined(topology, 0));
        }
    }

    static Stream<Topology> fixedKinds() {
        return Stream.concat(
                kinds(Plasticity.FIXED).stream(),
                Stream.of(
                        OneToOne.of(-0.3),
                        AllButSelf.of(1e-12),
                        new MeanField(-17.5),
                        new MaxPool(Windows.of(3, 3).padding(1, 1), 0.0625, 3.5)));
    }

    @ParameterizedTest
    @MethodSource("fixedKinds")
    void connectionIsReadBackWithItsDelay(Topology topology) throws IOException {
        assertRoundTrip(joined(topology, 0));
        assertRoundTrip(joined(topology, 2.5));
    }

    @Test
    void receptorIsReadBack() throws IOException {
        assertRoundTrip(Network.builder()
                .layer("A", new Input(), 2)
                .layer("B", ConductanceLIF.defaults(), 2)
                .connect("A", "B", OneToOne.of(1))
                .connect(new Connection("A", "B", OneToOne.of(2), 1).onto(Receptor.INHIBITORY))
                .build());
    }

    /** [2, 3, 4] to [2, 3, 4]: every kind of connection joins them, with the right windows. */
    private static List<Topology> kinds(Plasticity plasticity) {
        Shape matrix = Shape.of(24, 24);
        Windows windows = Windows.of(3, 3).padding(1, 1);
        byte[] mask = new byte[24 * 24];
        mask[5] = 1;
        return List.of(
                new Dense(new Weights.Given(ramp(matrix)), plasticity, Optional.empty()),
                new Dense(
                        new Weights.Uniform(-0.125, 0.7),
                        plasticity,
                        Optional.of(ramp(Shape.of(24))),
                        Optional.of(ByteArray.of(matrix, mask)),
                        Optional.of(new Delays.Given(ramp(matrix)))),
                Dense.uniform(0, 1).delayed(new Delays.Uniform(0.25, 7.5)),
                new Sparse(
                        List.of(new Sparse.Synapse(7, 3), new Sparse.Synapse(0, 23), new Sparse.Synapse(7, 2)),
                        new Weights.Given(ramp(Shape.of(3))),
                        plasticity),
                new Sparse(List.of(new Sparse.Synapse(23, 0)), new Weights.Uniform(0.5, 0.5), plasticity),
                new Convolution(new Weights.Given(ramp(Shape.of(2, 2, 3, 3))), windows, plasticity),
                new Convolution(new Weights.Uniform(0, 1), windows, plasticity),
                new Local(new Weights.Given(ramp(Shape.of(2, 3, 4, 2, 3, 3))), windows, plasticity),
                new Local(new Weights.Uniform(0, 1), windows, plasticity));
    }

    @Test
    void windowsOfOneToThreeDimensionsAreReadBack() throws IOException {
        Weights drawn = new Weights.Uniform(0, 1);
        for (Windows windows : List.of(
                Windows.of(3).stride(2).padding(1),
                Windows.of(3, 2).stride(2, 1).padding(0, 1),
                Windows.of(3, 2, 4).stride(2, 1, 3).padding(2, 0, 1))) {
            int[] source = new int[windows.rank() + 1];
            Arrays.fill(source, 7);
            int[] target = new int[windows.rank() + 1];
            target[0] = 7;
            System.arraycopy(windows.counts(Shape.of(source)), 0, target, 1, windows.rank());
            for (Topology topology : List.of(
                    new Convolution(drawn, windows, Plasticity.FIXED),
                    new Local(drawn, windows, Plasticity.FIXED),
                    new MaxPool(windows, 0.5, 1))) {
                assertRoundTrip(Network.builder()
                        .layer("A", new Input(), source)
                        .layer("B", LIF.defaults(), target)
                        .connect("A", "B", topology)
                        .build());
            }
        }
    }

    private static Plasticity plasticity(LearningRule rule) {
        return Plasticity.FIXED
                .withRule(rule)
                .withBounds(-0.5, 1.75)
                .withNorm(Norm.ofLength(12.5))
                .withWeightDecay(0.001)
                .withSigns(Plasticity.Signs.KEPT)
                .withTiming(Plasticity.Timing.ARRIVAL);
    }

    /** Two connections of the kind, the second of which needs file names of its own. */
    private static Network joined(Topology topology, double delay) {
        Trace trace = new Trace(13, 0.5, Trace.OnSpike.ADD);
        return Network.builder()
                .dt(0.5)
                .layer(Layer.of("A", new Input(), 2, 3, 4).withTrace(trace))
                .layer(Layer.of("B", LIF.defaults(), 2, 3, 4).withTrace(trace))
                .connect(new Connection("A", "B", topology, delay))
                .connect(new Connection("A", "B", topology, 2 * delay))
                .build();
    }

    private static FloatArray ramp(Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i + 1) / 7f;
        }
        return FloatArray.of(shape, values);
    }

    private static void assertRoundTrip(Network network) throws IOException {
        Map<String, NdArray> arrays = new HashMap<>();
        ObjectNode json = NetworkJson.write(network, (name, array) -> assertThat(arrays.put(name, array))
                .as("a second %s", name)
                .isNull());
        byte[] document = StrictJson.write(json);
        assertThat(NetworkJson.read(StrictJson.read(document, "written"), arrays::get))
                .isEqualTo(network);
    }
}
