package org.snn4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Trace;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/**
 * Oracle: the table of the model as Hazan et al. 2018 published it (golden case included: scenario.json is the network
 * module's), with the inhibition of 120 mV of their examples.
 */
class DiehlAndCook2015Test {
    private static final Network NETWORK = DiehlAndCook2015.ofNeurons(400).network();

    @Test
    void layersAreThoseOfThePublishedTable() {
        assertThat(NETWORK.dt()).isEqualTo(1);
        assertThat(NETWORK.layers())
                .containsExactly(
                        new Layer(
                                "X", Shape.of(784), new Input(), Optional.of(new Trace(20, 1, Trace.OnSpike.REPLACE))),
                        new Layer(
                                "Ae",
                                Shape.of(400),
                                new DiehlAndCook(
                                        -52,
                                        -65,
                                        -60,
                                        5,
                                        100,
                                        0.05,
                                        1e7,
                                        true,
                                        Double.NEGATIVE_INFINITY,
                                        Double.POSITIVE_INFINITY),
                                Optional.of(new Trace(20, 1, Trace.OnSpike.REPLACE))),
                        new Layer(
                                "Ai",
                                Shape.of(400),
                                new LIF(-40, -60, -45, 2, 10, Double.NEGATIVE_INFINITY),
                                Optional.empty()));
    }

    @Test
    void connectionsAreThoseOfThePublishedTable() {
        Plasticity learning = new Plasticity(
                Optional.of(new PostPre(new Rates(1e-4, 1e-2), Reduction.SUM)),
                new Bounds(0, 1),
                Optional.of(Norm.ofSum(78.4)),
                0,
                Plasticity.Signs.FREE);
        assertThat(NETWORK.connections())
                .containsExactly(
                        new Connection("X", "Ae", new Dense(new Weights.Uniform(0, 0.3), learning, Optional.empty())),
                        new Connection("Ae", "Ai", new OneToOne(22.5)),
                        new Connection("Ai", "Ae", new AllButSelf(-120)));
    }

    @Test
    void modelNamesItsLayers() {
        DiehlAndCook2015 model = DiehlAndCook2015.ofNeurons(40);
        assertThat(model.name()).isEqualTo("diehl-cook");
        assertThat(model.network().layer(model.inputLayer()).size()).isEqualTo(model.inputs());
        assertThat(model.network().layer(model.readoutLayer()).size()).isEqualTo(model.neurons());
        assertThat(model.neurons()).isEqualTo(40);
    }

    @Test
    void inputWeightsAreScaledToASumOrToALength() {
        DiehlAndCook2015 published = DiehlAndCook2015.ofNeurons(40);
        DiehlAndCook2015 other = published.withNorm(Norm.ofLength(8));
        Dense synapses = Dense.uniform(0, 0.3).bounds(0, 1).learning(new PostPre(published.nu(), Reduction.SUM));
        assertThat(published.measure()).isEqualTo(Norm.Measure.SUM);
        assertThat(published.network().connections().get(0).topology()).isEqualTo(synapses.norm(78.4));
        assertThat(other.network().connections().get(0).topology()).isEqualTo(synapses.norm(Norm.ofLength(8)));
        assertThat(other.withNorm(Norm.ofSum(78.4))).isEqualTo(published);
    }

    /** The golden case was recorded with an inhibition of 17.5 mV, several spikes at a time, and weights of its own. */
    @Test
    void networkIsThatOfTheGoldenCase() throws Exception {
        DiehlAndCook2015 published = DiehlAndCook2015.ofNeurons(40);
        DiehlAndCook2015 recorded = new DiehlAndCook2015(
                published.inputs(),
                published.neurons(),
                published.dt(),
                DiehlAndCook.builder().oneSpike(false).build(),
                published.inhibitory(),
                published.tauTrace(),
                published.initialWeight(),
                published.bounds(),
                published.nu(),
                published.norm(),
                published.measure(),
                published.excitation(),
                17.5);
        assertThat(Golden.network("model-diehl-and-cook-2015")).isEqualTo(Golden.withoutWeights(recorded.network()));
    }

    static Stream<Arguments> wrongParameters() {
        return Stream.of(
                wrong("diehl-cook.neurons is 0", () -> DiehlAndCook2015.ofNeurons(0)),
                wrong("diehl-cook.neurons is -5", () -> DiehlAndCook2015.ofNeurons(-5)),
                wrong("diehl-cook.inputs is 0", () -> model(0, 1, 20, 0.3, 78.4, 22.5, 120)),
                wrong("diehl-cook.dt is 0.0", () -> model(784, 0, 20, 0.3, 78.4, 22.5, 120)),
                wrong("diehl-cook.tauTrace is -1.0", () -> model(784, 1, -1, 0.3, 78.4, 22.5, 120)),
                wrong("diehl-cook.initialWeight is 0.0", () -> model(784, 1, 20, 0, 78.4, 22.5, 120)),
                wrong("diehl-cook.norm is NaN", () -> model(784, 1, 20, 0.3, Double.NaN, 22.5, 120)),
                wrong("diehl-cook.excitation is Infinity", () -> model(784, 1, 20, 0.3, 78.4, 1 / 0.0, 120)),
                wrong("diehl-cook.inhibition is -120.0", () -> model(784, 1, 20, 0.3, 78.4, 22.5, -120)));
    }

    private static Arguments wrong(String culprit, ThrowingCallable maker) {
        return arguments(culprit, maker);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongParameters")
    void wrongParameterIsNamed(String culprit, ThrowingCallable maker) {
        assertThatThrownBy(maker).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(culprit);
    }

    private static DiehlAndCook2015 model(
            int inputs,
            double dt,
            double tauTrace,
            double initialWeight,
            double norm,
            double excitation,
            double inhibition) {
        DiehlAndCook2015 published = DiehlAndCook2015.ofNeurons(10);
        return new DiehlAndCook2015(
                inputs,
                10,
                dt,
                published.excitatory(),
                published.inhibitory(),
                tauTrace,
                initialWeight,
                published.bounds(),
                published.nu(),
                norm,
                Norm.Measure.SUM,
                excitation,
                inhibition);
    }
}
