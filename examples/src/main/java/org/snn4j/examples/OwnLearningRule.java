package org.snn4j.examples;

import org.snn4j.encoding.Bernoulli;
import org.snn4j.encoding.Window;
import org.snn4j.network.*;
import org.snn4j.network.array.*;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.event.*;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.*;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * A learning rule of one's own: at a postsynaptic spike each weight goes a step of its way to the presynaptic trace,
 * w ← w + eta (x_pre − w), so that weights become a picture of what makes the neuron fire (Grossberg's instar rule).
 */
public record OwnLearningRule(float eta, Reduction reduction) implements PairRule, PairUpdate {
    @Override
    public PairUpdate update(LearningSite site) {
        return new OwnLearningRule((float) (eta * reduction.factor(site.batch())), reduction);
    }

    @Override
    public float onPre(float w, float postTrace) {
        return 0;
    }

    @Override
    public float onPost(float w, float preTrace) {
        return eta * (preTrace - w);
    }

    @Override
    public boolean dependsOnWeight() {
        return true;
    }

    @Override
    public boolean changesSilentSources() {
        return true;
    }

    /** One input fires in every step and another never, while the neuron is made to fire in every step. */
    public static void main(String... arguments) {
        Dense halves = Dense.of(FloatArray.of(Shape.of(2, 1), 0.5f, 0.5f));
        Network network = Network.builder()
                .layer(Layer.of("inputs", new Input(), 2).withTrace(Trace.replacing(20)))
                .layer(Layer.of("neuron", LIF.defaults(), 1).withTrace(Trace.replacing(20)))
                .connect("inputs", "neuron", halves.learning(new OwnLearningRule(0.05f, Reduction.SUM)))
                .build();
        SpikeTrain spikes = new Bernoulli(1).encoder(new Window(40, 1), 42).encode(new float[] {1, 0}, 0);
        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            simulation.run(Run.of("inputs", spikes, 40).clamp("neuron", ByteArray.of(Shape.of(1), (byte) 1)));
            FloatArray weights = simulation.weights("inputs", "neuron");
            System.out.printf("active input: %.4f%nsilent input: %.4f%n", weights.get(0), weights.get(1));
        }
    }
}
