package org.snn4j.network.learning;

import java.util.Objects;
import org.snn4j.network.event.EventRule;
import org.snn4j.network.event.PairUpdate;

/**
 * Pair-based spike-timing-dependent plasticity with traces: depression when the presynaptic neuron fires after the
 * postsynaptic one, potentiation when it fires before.
 *
 * <pre>
 * presynaptic spike:  w ← w − nu.pre · x_post
 * postsynaptic spike: w ← w + nu.post · x_pre
 * </pre>
 *
 * <p>In a step with both, the presynaptic change comes first and both see traces that hold this step's spikes. Morrison,
 * Diesmann and Gerstner 2008, doi 10.1007/s00422-008-0233-1.
 *
 * @param nu learning rates
 * @param reduction how the changes of a batch are joined
 */
public record PostPre(Rates nu, Reduction reduction) implements EventRule {
    public PostPre {
        Objects.requireNonNull(nu, "PostPre.nu is missing");
        Objects.requireNonNull(reduction, "PostPre.reduction is missing");
    }

    /** With the changes of a batch summed. */
    public PostPre(double nuPre, double nuPost) {
        this(new Rates(nuPre, nuPost), Reduction.SUM);
    }

    /** No learning until rates are given. */
    public static PostPre defaults() {
        return new PostPre(0, 0);
    }

    @Override
    public PairUpdate update(int batch) {
        double factor = reduction.factor(batch);
        return new Update((float) (nu.pre() * factor), (float) (nu.post() * factor));
    }

    private record Update(float nuPre, float nuPost) implements PairUpdate {
        @Override
        public float onPre(float w, float postTrace) {
            return w - nuPre * postTrace;
        }

        @Override
        public float onPost(float w, float preTrace) {
            return w + nuPost * preTrace;
        }

        // The two loops stand here although every rule has the same: shared by several rules they would call the laws
        // through the interface, and cost about fifteen times more.

        @Override
        public void onPre(float[] row, int[] targets, float[] postTraces, int count) {
            for (int k = 0; k < count; k++) {
                row[targets[k]] = onPre(row[targets[k]], postTraces[k]);
            }
        }

        @Override
        public void onPost(float[][] rows, int target, int[] sources, float[] preTraces, int count) {
            for (int k = 0; k < count; k++) {
                float[] row = rows[sources[k]];
                row[target] = onPost(row[target], preTraces[k]);
            }
        }
    }
}
