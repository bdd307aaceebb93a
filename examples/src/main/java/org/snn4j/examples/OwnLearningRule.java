package org.snn4j.examples;

import java.util.Locale;
import java.util.Objects;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Parameters;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.event.EventRule;
import org.snn4j.network.event.Learner;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.PairLearner;
import org.snn4j.network.event.PairUpdate;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * A learning rule of one's own, for the event engine: at a postsynaptic spike each weight goes a step of its way to the
 * presynaptic trace, w ← w + eta (x_pre − w), so that weights become a picture of what makes the neuron fire (Grossberg's
 * instar rule).
 *
 * @param eta the share of the way
 * @param reduction how the changes of a batch are joined
 */
public record OwnLearningRule(double eta, Reduction reduction) implements EventRule {
    public OwnLearningRule {
        Parameters.atLeastZero("OwnLearningRule", "eta", eta);
        Objects.requireNonNull(reduction, "OwnLearningRule.reduction is missing");
    }

    @Override
    public Learner learner(LearningSite site) {
        return new PairLearner(site, new Update((float) (eta * reduction.factor(site.batch()))));
    }

    /** What happens to one weight, and the loops in which it happens to many. */
    private record Update(float eta) implements PairUpdate {
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

        @Override
        public void addOnPre(float[] row, float[] changes, int[] targets, float[] postTraces, int count) {}

        @Override
        public void addOnPost(
                float[][] rows, float[][] changes, int target, int[] sources, float[] preTraces, int count) {
            for (int k = 0; k < count; k++) {
                changes[sources[k]][target] += onPost(rows[sources[k]][target], preTraces[k]);
            }
        }
    }

    /** One input fires in every step and another never, while the neuron is made to fire in every step. */
    public static void main(String... arguments) {
        double eta = 0.05;
        int steps = 40;
        Trace trace = Trace.replacing(20);
        Dense halves = Dense.of(FloatArray.of(Shape.of(2, 1), 0.5f, 0.5f));
        Network network = Network.builder()
                .layer(Layer.of("inputs", new Input(), 2).withTrace(trace))
                .layer(Layer.of("neuron", LIF.defaults(), 1).withTrace(trace))
                .connect("inputs", "neuron", halves.learning(new OwnLearningRule(eta, Reduction.SUM)))
                .build();
        byte[] spikes = new byte[2 * steps];
        for (int step = 0; step < steps; step++) {
            spikes[2 * step] = 1;
        }
        Run run = Run.of("inputs", SpikeTrain.ofDense(ByteArray.of(Shape.of(steps, 2), spikes)), steps)
                .clamp("neuron", ByteArray.of(Shape.of(1), (byte) 1));
        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            simulation.run(run);
            FloatArray weights = simulation.weights("inputs", "neuron");
            double left = 0.5 * Math.pow(1 - eta, steps);
            System.out.printf(Locale.ROOT, "active input: %.4f, %.4f expected%n", weights.get(0), 1 - left);
            System.out.printf(Locale.ROOT, "silent input: %.4f, %.4f expected%n", weights.get(1), left);
        }
    }
}
