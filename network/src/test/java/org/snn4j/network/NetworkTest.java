package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Delays;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.NeuronModel;

/** Oracle: which layers and connections fit together. */
class NetworkTest {
    static Stream<Arguments> misfits() {
        PostPre rule = new PostPre(0.1, 0.1);
        Layer traced = Layer.of("T", new Input(), 3).withTrace(Trace.replacing(20));
        return Stream.of(
                misfit("connection 0 (Q-Y): there is no layer Q", n -> n.connect("Q", "Y", OneToOne.of(1))),
                misfit("connection 0 (X-Q): there is no layer Q", n -> n.connect("X", "Q", OneToOne.of(1))),
                misfit("the layers are [X, Y, Z]", n -> n.connect("Q", "Y", OneToOne.of(1))),
                misfit("connection 1 (Y-X): layer X is an Input layer", n -> n.connect("X", "Y", OneToOne.of(1))
                        .connect("Y", "X", OneToOne.of(1))),
                misfit(
                        "connection 0 (X-Z): OneToOne joins layers of the same size, but these have 3 and 4",
                        n -> n.connect("X", "Z", OneToOne.of(1))),
                misfit("AllButSelf joins layers of the same size", n -> n.connect("X", "Z", AllButSelf.of(1))),
                misfit(
                        "connection 0 (X-Z): weights have shape [4, 3]; [3, 4] would be right",
                        n -> n.connect("X", "Z", Dense.of(zeros(4, 3)))),
                misfit(
                        "bias has shape [3]",
                        n -> n.connect("X", "Z", Dense.uniform(0, 1).biased(zeros(3)))),
                misfit(
                        "connection 0 (X-Y): its learning rule reads the traces of layer X",
                        n -> n.connect("X", "Y", Dense.uniform(0, 1).learning(rule))),
                misfit("reads the traces of layer Y", n -> n.layer(traced)
                        .connect("T", "Y", Dense.uniform(0, 1).learning(rule))),
                misfit("two layers are called X", n -> n.layer("X", new Input(), 1)),
                misfit("network.dt is 0.0", n -> n.dt(0)));
    }

    private static Arguments misfit(String culprit, UnaryOperator<Network.Builder> build) {
        return arguments(culprit, build);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misfits")
    void whatDoesNotFitIsNamed(String culprit, UnaryOperator<Network.Builder> change) {
        Network.Builder builder = change.apply(threeLayers());
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(culprit);
    }

    /** The delay of the connection and the longest of its synapses, which no run could hold in memory. */
    @ParameterizedTest
    @CsvSource({"1, 100000, 0", "0.5, 50000, 0", "1, 99990, 10"})
    void delayOfMoreThanAHundredThousandStepsIsRefused(double dt, double delay, float ofSynapse) {
        Dense dense = Dense.uniform(0, 1).delayed(new Delays.Uniform(0, ofSynapse));
        Network.Builder longest = threeLayers().dt(dt).connect(new Connection("X", "Z", dense, delay));
        assertThat(longest.build().connections()).hasSize(1);
        Network.Builder longer = threeLayers().dt(dt).connect(new Connection("X", "Z", dense, delay + dt));
        assertThatThrownBy(longer::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connection 0 (X-Z): a delay of " + (delay + dt + ofSynapse)
                        + " ms is more than 100000 steps of " + dt + " ms");
    }

    @Test
    void networkWithoutLayersIsRefused() {
        assertThatThrownBy(() -> Network.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one layer");
    }

    @Test
    void layersAreFoundByName() {
        Network network = threeLayers().build();
        assertThat(network.layer("Z").size()).isEqualTo(4);
        assertThat(network.layerIndex("Z")).isEqualTo(2);
        assertThatThrownBy(() -> network.layer("Q"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("Q")
                .hasMessageContaining("[X, Y, Z]");
    }

    @Test
    void networksOfTheSamePartsAreEqual() {
        assertThat(learner(0.5)).isEqualTo(learner(0.5)).hasSameHashCodeAs(learner(0.5));
        assertThat(learner(0.5)).isNotEqualTo(learner(0.25));
    }

    private static Network learner(double dt) {
        return threeLayers()
                .dt(dt)
                .connect("X", "Z", Dense.of(zeros(3, 4)).biased(zeros(4)))
                .build();
    }

    @Test
    void laterChangesToTheListsDoNotReachTheNetwork() {
        List<Layer> layers = new ArrayList<>(List.of(Layer.of("X", new Input(), 1)));
        Network network = new Network(1, layers, List.of());
        layers.clear();
        assertThat(network.layers()).hasSize(1);
        assertThatThrownBy(() -> network.layers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void connectionsBetweenTheSameLayersAreNumbered() {
        Network network = threeLayers()
                .connect("X", "Y", OneToOne.of(1))
                .connect("X", "Z", Dense.uniform(0, 1))
                .connect("X", "Y", OneToOne.of(2))
                .connect("X", "Y", OneToOne.of(3))
                .build();
        assertThat(Stream.of(0, 1, 2, 3).map(network::connectionName)).containsExactly("X-Y", "X-Z", "X-Y#2", "X-Y#3");
    }

    @Test
    void modelThatTheEngineDoesNotKnowIsNamed() {
        record Strange() implements NeuronModel {}
        Network network = Network.builder().layer("S", new Strange(), 1).build();
        assertThatThrownBy(() -> network.simulate(Engine.event(), 0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("layer S")
                .hasMessageContaining("Strange")
                .hasMessageContaining("EventNeuron");
    }

    @Test
    void ruleThatTheEngineDoesNotKnowIsNamed() {
        record Strange(Reduction reduction) implements LearningRule {}
        Layer layer = Layer.of("Y", LIF.defaults(), 2).withTrace(Trace.replacing(20));
        Network network = Network.builder()
                .layer(layer)
                .connect("Y", "Y", Dense.uniform(0, 1).learning(new Strange(Reduction.SUM)))
                .build();
        assertThatThrownBy(() -> network.simulate(Engine.event(), 0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Strange")
                .hasMessageContaining("EventRule");
    }

    private static Network.Builder threeLayers() {
        return Network.builder()
                .layer("X", new Input(), 3)
                .layer("Y", LIF.defaults(), 3)
                .layer("Z", LIF.defaults(), 4);
    }

    private static FloatArray zeros(int... lengths) {
        Shape shape = Shape.of(lengths);
        return FloatArray.of(shape, new float[shape.size()]);
    }
}
