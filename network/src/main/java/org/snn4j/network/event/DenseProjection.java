package org.snn4j.network.event;

import java.util.Optional;
import java.util.stream.IntStream;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;

/**
 * A weight matrix as one row for each source. A spike adds its row to the input; learning, clipping and normalising touch
 * only what can have changed.
 */
final class DenseProjection extends PlasticProjection {
    private final float[][] rows;
    private final WeightField weights;
    private final Optional<float[]> bias;
    /** Targets whose weights changed since they were last normalised. */
    private final ColumnSet changed;
    /** Targets whose weights may lie outside the bounds because something else than a pair rule changed them. */
    private final ColumnSet unclipped;
    /** Where changes by a rule that depends on the weight are collected; made when there is one. */
    private float[][] collected;

    private PairUpdate pairUpdate;
    private final int[] allSources;
    private final RowConstraint constraint;
    private final Optional<SynapticDelays> delays;
    /** Present where a rule learns at arrival and synapses have delays of their own. */
    private Optional<LearningByDelay> byDelay = Optional.empty();

    DenseProjection(Dense dense, Axons axons, float[][] rows, Optional<SynapticDelays> delays) {
        super(axons, dense.plasticity());
        this.rows = rows;
        this.weights = new WeightField(rows);
        this.bias = dense.bias().map(FloatArray::values);
        this.changed = new ColumnSet(axons.target().layer().size());
        this.unclipped = new ColumnSet(axons.target().layer().size());
        this.allSources = IntStream.range(0, rows.length).toArray();
        this.constraint = new RowConstraint(dense, rows, keepsSigns());
        this.delays = delays;
        weightsReplaced();
    }

    @Override
    Learner learner(EventRule rule) {
        byDelay = delays.filter(times -> learnsAtArrival()).map(times -> new LearningByDelay(rule, this, times));
        return byDelay.isPresent() ? byDelay.get() : super.learner(rule);
    }

    @Override
    public WeightField weights() {
        return weights;
    }

    @Override
    void weightsReplaced() {
        constraint.apply(rows);
        everyTargetChanged();
    }

    private void everyTargetChanged() {
        changed.addAll();
        unclipped.addAll();
    }

    @Override
    void deliverSpikes() {
        for (int sample = 0; sample < batch(); sample++) {
            SpikeList spikes = axons().arriving(sample);
            if (delays.isPresent()) {
                delays.get().deliver(sample, rows);
            } else if (spikes.count() > 0) {
                Kernels.addRows(axons().receive(sample), rows, spikes.array(), spikes.count());
            }
            if (bias.isPresent()) {
                Kernels.add(axons().receive(sample), bias.get());
            }
        }
    }

    @Override
    public void applyOnPre(SpikeList sources, Traces targets, PairUpdate update) {
        SpikeList active = targets.active();
        if (active.count() == 0) {
            return;
        }
        pairUpdate = update;
        float[] traces = targets.activeValues();
        float[][] changes = changes(update);
        for (int k = 0; k < sources.count(); k++) {
            int i = sources.get(k);
            update.addOnPre(rows[i], changes[i], active.array(), traces, active.count());
        }
        changed.addAll(active);
    }

    @Override
    public void applyOnPost(SpikeList targets, Traces sources, PairUpdate update) {
        SpikeList active = sources.active();
        int[] visited = active.array();
        float[] traces = sources.activeValues();
        int count = active.count();
        if (update.changesSilentSources()) {
            visited = allSources;
            traces = new float[rows.length];
            count = rows.length;
            sources.copyTo(traces, 0);
        }
        if (count == 0) {
            return;
        }
        pairUpdate = update;
        float[][] changes = changes(update);
        for (int k = 0; k < targets.count(); k++) {
            update.addOnPost(rows, changes, targets.get(k), visited, traces, count);
        }
        changed.addAll(targets);
    }

    /** Where a rule's changes go: into the weights at once, or, if they depend on them, where they are collected. */
    float[][] changes(PairUpdate update) {
        if (update.dependsOnWeight() && collected == null) {
            collected = zeros().rows();
        }
        return update.dependsOnWeight() ? collected : rows;
    }

    /** Has the target's column normalised at the end of the run. */
    void targetChanged(int target) {
        changed.add(target);
    }

    /** Ends changes that were collected in a part of the synapses. */
    void settle(ChangedWeights part) {
        part.moveInto(rows, collected);
    }

    @Override
    public void settle() {
        for (int sample = 0; sample < batch() && collected != null; sample++) {
            SpikeList pre = arrivals().spikes(sample);
            SpikeList active = axons().target().traces(sample).active();
            for (int k = 0; k < pre.count(); k++) {
                Kernels.moveInto(rows[pre.get(k)], collected[pre.get(k)], active.array(), active.count());
            }
            SpikeList post = axons().target().spikes(sample);
            for (int i = 0; i < rows.length && post.count() > 0; i++) {
                Kernels.moveInto(rows[i], collected[i], post.array(), post.count());
            }
        }
    }

    @Override
    public void addFrom(WeightField field, int source, float[] perTarget, float factor) {
        Kernels.addScaled(field.rows()[source], perTarget, factor);
        if (field == weights) {
            everyTargetChanged();
        }
    }

    @Override
    public void addInto(WeightField field, int target, float[] perSource, float factor) {
        Kernels.addToColumn(field.rows(), target, perSource, factor);
        if (field == weights) {
            changed.add(target);
            unclipped.add(target);
        }
    }

    @Override
    void clip(float low, float high) {
        if (unclipped.count() > 0) {
            for (float[] row : rows) {
                Kernels.clamp(row, unclipped, low, high, changed);
            }
            unclipped.clear();
        }
        if (byDelay.isPresent()) {
            byDelay.get().changed().clamp(rows, low, high);
        } else if (pairUpdate != null) {
            clipWhatTheRuleChanged(low, high);
        }
    }

    private void clipWhatTheRuleChanged(float low, float high) {
        for (int sample = 0; sample < batch(); sample++) {
            SpikeList pre = arrivals().spikes(sample);
            SpikeList targets = axons().target().traces(sample).active();
            for (int k = 0; k < pre.count(); k++) {
                Kernels.clamp(rows[pre.get(k)], targets.array(), targets.count(), low, high);
            }
            SpikeList post = axons().target().spikes(sample);
            SpikeList sources = arrivals().traces(sample).active();
            boolean all = pairUpdate.changesSilentSources();
            for (int k = 0; k < post.count(); k++) {
                Kernels.clampColumn(
                        rows,
                        post.get(k),
                        all ? allSources : sources.array(),
                        all ? rows.length : sources.count(),
                        low,
                        high);
            }
        }
    }

    @Override
    void carryChanges(StateTransfer state) {
        changed.carry(state);
        unclipped.carry(state);
    }

    @Override
    void constrain() {
        constraint.apply(rows);
    }

    @Override
    boolean normalize(Optional<Norm> norm) {
        if (changed.count() == 0) {
            return true;
        }
        double[] sums = sums(measure(norm));
        if (norm.isPresent()) {
            scale(normFactors(norm.get(), sums));
        }
        changed.clear();
        return areFinite(sums);
    }

    private double[] sums(Norm.Measure measure) {
        double[] sums = new double[changed.count()];
        if (measure == Norm.Measure.LENGTH) {
            for (float[] row : rows) {
                Kernels.addSquares(sums, row, changed.columns(), changed.count());
            }
        } else {
            for (float[] row : rows) {
                Kernels.addMagnitudes(sums, row, changed.columns(), changed.count());
            }
        }
        return sums;
    }

    private void scale(float... factors) {
        for (float[] row : rows) {
            Kernels.scaleColumns(row, changed.columns(), changed.count(), factors);
        }
        unclipped.addAll(changed);
    }
}
