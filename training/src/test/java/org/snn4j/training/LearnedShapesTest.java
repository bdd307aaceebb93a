package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.MaxPool;
import org.snn4j.network.connection.MeanField;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.neuron.AdaptiveLIF;
import org.snn4j.network.neuron.BoostedLIF;
import org.snn4j.network.neuron.CurrentLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.Izhikevich;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.neuron.SRM0;

/** Oracle: what the engine says that a network has learned once it is open. */
class LearnedShapesTest {
    private static final Weights DRAWN = new Weights.Uniform(0, 1);

    @Test
    void everyKindOfConnectionIsKnown() {
        Network network = Network.builder()
                .layer("X", new Input(), 2, 4, 4)
                .layer("C", LIF.defaults(), 3, 3, 3)
                .layer("P", LIF.defaults(), 3, 2, 2)
                .layer("Y", LIF.defaults(), 12)
                .connect("X", "C", new Convolution(DRAWN, Windows.of(2, 2), Plasticity.FIXED))
                .connect("X", "C", new Local(DRAWN, Windows.of(2, 2), Plasticity.FIXED))
                .connect("C", "P", new MaxPool(Windows.of(2, 2), 0.1, 1))
                .connect("C", "P", new MeanField(1))
                .connect("P", "Y", Dense.uniform(0, 1))
                .connect("P", "Y", OneToOne.of(1))
                .connect("Y", "Y", AllButSelf.of(-1))
                .connect(
                        "Y",
                        "Y",
                        new Sparse(
                                List.of(new Sparse.Synapse(0, 1), new Sparse.Synapse(5, 2)), DRAWN, Plasticity.FIXED))
                .build();

        LearnedState learned = learned(network);
        assertThat(learned.arrays().keySet()).containsExactly("X-C.w", "X-C#2.w", "P-Y.w", "Y-Y#2.w");
        assertThatCode(() -> LearnedShapes.requireFit(network, learned)).doesNotThrowAnyException();
    }

    @Test
    void everyNeuronModelIsKnown() {
        List<NeuronModel> models = List.of(
                AdaptiveLIF.defaults(),
                BoostedLIF.defaults(),
                CurrentLIF.defaults(),
                DiehlAndCook.defaults(),
                IF.defaults(),
                Izhikevich.defaults(),
                LIF.defaults(),
                McCullochPitts.defaults(),
                SRM0.defaults());
        Network.Builder builder = Network.builder().layer("X", new Input(), 3);
        models.forEach(model -> builder.layer(model.type(), model, 2, 5));
        Network network = builder.build();

        LearnedState learned = learned(network);
        assertThat(learned.arrays()).containsOnlyKeys("AdaptiveLIF.theta", "DiehlAndCook.theta");
        assertThatCode(() -> LearnedShapes.requireFit(network, learned)).doesNotThrowAnyException();
    }

    @Test
    void whatIsMissingIsSaidWithWhatIsNeeded() {
        Network network = Network.builder()
                .layer("X", new Input(), 3)
                .layer("Y", DiehlAndCook.defaults(), 2)
                .connect("X", "Y", Dense.uniform(0, 1))
                .build();
        LearnedState theta = new LearnedState(Map.of("Y.theta", FloatArray.of(Shape.of(2), 0, 0)));
        assertThatThrownBy(() -> LearnedShapes.requireFit(network, theta))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the learned state holds {Y.theta=[2]}, but this network needs {X-Y.w=[3, 2], Y.theta=[2]}");
    }

    private static LearnedState learned(Network network) {
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            return simulation.learned();
        }
    }
}
