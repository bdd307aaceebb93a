package org.snn4j.network.event;

import java.util.Optional;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.learning.LearningRule;

/**
 * A weight matrix as one row for each source. A spike adds its row to the input; learning, clipping and normalising touch
 * only what can have changed.
 */
final class DenseProjection implements Projection {
    private final Population source;
    private final Population target;
    private final Plasticity plasticity;
    private final Optional<PairUpdate> update;
    private final Optional<float[]> bias;
    private final float[][] rows;
    /** Targets whose weights changed since they were last normalised. */
    private final ColumnSet changed;
    /** Targets whose weights may lie outside the bounds because something else than the rule changed them. */
    private final ColumnSet unclipped;

    DenseProjection(Dense dense, Population source, Population target, float[][] rows) {
        this.source = source;
        this.target = target;
        this.plasticity = dense.plasticity();
        this.update = plasticity.rule().map(rule -> eventRule(rule).update(source.batch()));
        this.bias = dense.bias().map(values -> values.values());
        this.rows = rows;
        this.changed = new ColumnSet(target.layer().size());
        this.unclipped = new ColumnSet(target.layer().size());
        weightsReplaced();
    }

    /** The live weights, by source, then target. Call {@link #weightsReplaced} after changing them. */
    float[][] rows() {
        return rows;
    }

    void weightsReplaced() {
        changed.addAll();
        unclipped.addAll();
    }

    @Override
    public void deliver() {
        for (int sample = 0; sample < source.batch(); sample++) {
            SpikeList spikes = source.arriving(target, sample);
            if (spikes.count() > 0) {
                Kernels.addRows(target.receive(sample), rows, spikes.array(), spikes.count());
            }
            if (bias.isPresent()) {
                Kernels.add(target.receive(sample), bias.get());
            }
        }
    }

    @Override
    public void learn() {
        update.ifPresent(this::applyRule);
        if (plasticity.weightDecay() > 0) {
            float kept = (float) (1 - plasticity.weightDecay());
            for (float[] row : rows) {
                Kernels.scale(row, kept);
            }
            weightsReplaced();
        }
        clip();
    }

    private void applyRule(PairUpdate rule) {
        for (int sample = 0; sample < source.batch(); sample++) {
            SpikeList spikes = source.spikes(sample);
            Traces post = target.traces(sample);
            SpikeList active = post.active();
            if (spikes.count() > 0 && active.count() > 0) {
                float[] traces = post.activeValues();
                for (int k = 0; k < spikes.count(); k++) {
                    rule.onPre(rows[spikes.get(k)], active.array(), traces, active.count());
                }
                changed.addAll(active);
            }
        }
        for (int sample = 0; sample < source.batch(); sample++) {
            SpikeList spikes = target.spikes(sample);
            Traces pre = source.traces(sample);
            SpikeList active = pre.active();
            if (spikes.count() > 0 && active.count() > 0) {
                float[] traces = pre.activeValues();
                for (int k = 0; k < spikes.count(); k++) {
                    rule.onPost(rows, spikes.get(k), active.array(), traces, active.count());
                }
                changed.addAll(spikes);
            }
        }
    }

    private void clip() {
        Bounds bounds = plasticity.bounds();
        if (bounds.equals(Bounds.NONE)) {
            return;
        }
        float low = (float) bounds.low();
        float high = (float) bounds.high();
        if (unclipped.count() > 0) {
            for (float[] row : rows) {
                Kernels.clamp(row, unclipped, low, high, changed);
            }
            unclipped.clear();
        }
        if (update.isPresent()) {
            clipWhatTheRuleChanged(low, high);
        }
    }

    private void clipWhatTheRuleChanged(float low, float high) {
        for (int sample = 0; sample < source.batch(); sample++) {
            SpikeList pre = source.spikes(sample);
            SpikeList post = target.spikes(sample);
            SpikeList targets = target.traces(sample).active();
            SpikeList sources = source.traces(sample).active();
            for (int k = 0; k < pre.count(); k++) {
                Kernels.clamp(rows[pre.get(k)], targets.array(), targets.count(), low, high);
            }
            for (int k = 0; k < post.count(); k++) {
                Kernels.clampColumn(rows, post.get(k), sources.array(), sources.count(), low, high);
            }
        }
    }

    @Override
    public void normalize() {
        if (plasticity.norm().isEmpty() || changed.count() == 0) {
            return;
        }
        double[] sums = new double[changed.count()];
        for (float[] row : rows) {
            Kernels.addMagnitudes(sums, row, changed.columns(), changed.count());
        }
        float[] factors = new float[changed.count()];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = sums[k] == 0 ? 1 : (float) (plasticity.norm().getAsDouble() / sums[k]);
        }
        for (float[] row : rows) {
            Kernels.scaleColumns(row, changed.columns(), changed.count(), factors);
        }
        unclipped.addAll(changed);
        changed.clear();
    }

    private static EventRule eventRule(LearningRule rule) {
        if (rule instanceof EventRule eventRule) {
            return eventRule;
        }
        throw new UnsupportedOperationException(
                "the event engine cannot run learning rule " + rule.type() + ": it does not implement EventRule");
    }
}
