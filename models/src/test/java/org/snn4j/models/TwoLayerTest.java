package org.snn4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Trace;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/** Oracle: the model as Hazan et al. 2018 describe it. */
class TwoLayerTest {
    private static final Network NETWORK = TwoLayer.recommended(50).network();

    @Test
    void inputsExciteNeuronsThatDoNotInhibit() {
        Plasticity learning = new Plasticity(
                Optional.of(new PostPre(1e-4, 1e-2)),
                new Bounds(0, 1),
                Optional.of(Norm.ofSum(78.4)),
                0,
                Plasticity.Signs.FREE);
        Optional<Trace> trace = Optional.of(new Trace(20, 1, Trace.OnSpike.REPLACE));
        assertThat(NETWORK.layers())
                .containsExactly(
                        new Layer("X", Shape.of(784), new Input(), trace),
                        new Layer("Y", Shape.of(50), new LIF(-52, -65, -65, 5, 100, Double.NEGATIVE_INFINITY), trace));
        assertThat(NETWORK.connections())
                .containsExactly(
                        new Connection("X", "Y", new Dense(new Weights.Uniform(0, 0.3), learning, Optional.empty())));
    }
}
