package org.snn4j.network.event;

import java.util.Optional;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.Plasticity;

/** Synapses that are listed one by one: sparse, convolutional and local connections. */
final class TableProjection extends PlasticProjection {
    private final SynapseTable table;
    private final float[] w;
    private final WeightField weights;
    /** Weights that changed in this step. */
    private final ColumnSet changed;
    /** Where changes by a rule that depends on the weight are collected. */
    private final float[] collected;

    /** Present where signs are kept. */
    private final Optional<WeightSigns> signs;

    private boolean normalized;
    private boolean clipAll = true;

    TableProjection(SynapseTable table, float[] w, Axons axons, Plasticity plasticity) {
        super(axons, plasticity);
        this.table = table;
        this.w = w;
        this.weights = new WeightField(new float[][] {w});
        this.changed = new ColumnSet(w.length);
        this.collected = new float[w.length];
        this.signs = keepsSigns() ? Optional.of(new WeightSigns(table.outgoing(), w)) : Optional.empty();
    }

    @Override
    public WeightField weights() {
        return weights;
    }

    @Override
    void weightsReplaced() {
        clipAll = true;
        normalized = false;
    }

    @Override
    void deliverSpikes() {
        SynapseTable.Side out = table.outgoing();
        for (int sample = 0; sample < batch(); sample++) {
            SpikeList spikes = axons().arriving(sample);
            if (spikes.count() > 0) {
                float[] input = axons().receive(sample);
                for (int k = 0; k < spikes.count(); k++) {
                    int i = spikes.get(k);
                    for (int s = out.first()[i]; s < out.first()[i + 1]; s++) {
                        input[out.other()[s]] += w[out.weight()[s]];
                    }
                }
            }
        }
    }

    @Override
    public void applyOnPre(SpikeList sources, Traces targets, PairUpdate update) {
        SynapseTable.Side out = table.outgoing();
        float[] changes = update.dependsOnWeight() ? collected : w;
        for (int k = 0; k < sources.count(); k++) {
            int i = sources.get(k);
            for (int s = out.first()[i]; s < out.first()[i + 1]; s++) {
                float trace = targets.value(out.other()[s]);
                if (trace != 0) {
                    int weight = out.weight()[s];
                    changes[weight] += update.onPre(w[weight], trace);
                    changed.add(weight);
                }
            }
        }
    }

    @Override
    public void applyOnPost(SpikeList targets, Traces sources, PairUpdate update) {
        SynapseTable.Side in = table.incoming();
        float[] changes = update.dependsOnWeight() ? collected : w;
        for (int k = 0; k < targets.count(); k++) {
            int j = targets.get(k);
            for (int s = in.first()[j]; s < in.first()[j + 1]; s++) {
                float trace = sources.value(in.other()[s]);
                if (trace != 0 || update.changesSilentSources()) {
                    int weight = in.weight()[s];
                    changes[weight] += update.onPost(w[weight], trace);
                    changed.add(weight);
                }
            }
        }
    }

    @Override
    public void settle() {
        Kernels.moveInto(w, collected, changed.columns(), changed.count());
    }

    @Override
    public void addFrom(WeightField field, int source, float[] perTarget, float factor) {
        add(field, table.outgoing(), source, perTarget, factor);
    }

    @Override
    public void addInto(WeightField field, int target, float[] perSource, float factor) {
        add(field, table.incoming(), target, perSource, factor);
    }

    private void add(WeightField field, SynapseTable.Side side, int neuron, float[] perOther, float factor) {
        float[] values = field.rows()[0];
        for (int s = side.first()[neuron]; s < side.first()[neuron + 1]; s++) {
            values[side.weight()[s]] += factor * perOther[side.other()[s]];
            if (field == weights) {
                changed.add(side.weight()[s]);
            }
        }
    }

    @Override
    void clip(float low, float high) {
        if (clipAll) {
            changed.addAll();
            clipAll = false;
        }
        Kernels.clamp(w, changed.columns(), changed.count(), low, high);
    }

    @Override
    void carryChanges(StateTransfer state) {
        normalized = state.flag(normalized);
        clipAll = state.flag(clipAll);
    }

    @Override
    void constrain() {
        signs.ifPresent(kept -> kept.apply(w));
    }

    @Override
    void endLearning() {
        normalized &= changed.count() == 0;
        changed.clear();
    }

    @Override
    boolean normalize(Optional<Norm> norm) {
        if (normalized) {
            return true;
        }
        double[] sums = sums(measure(norm));
        if (norm.isPresent()) {
            scale(normFactors(norm.get(), sums));
        }
        normalized = true;
        return areFinite(sums);
    }

    private double[] sums(Norm.Measure measure) {
        double[] sums = new double[table.groups()];
        if (measure == Norm.Measure.LENGTH) {
            for (int weight = 0; weight < w.length; weight++) {
                sums[table.group(weight)] += (double) w[weight] * w[weight];
            }
        } else {
            for (int weight = 0; weight < w.length; weight++) {
                sums[table.group(weight)] += Math.abs(w[weight]);
            }
        }
        return sums;
    }

    private void scale(float... factorOfGroup) {
        for (int weight = 0; weight < w.length; weight++) {
            w[weight] *= factorOfGroup[table.group(weight)];
        }
        clipAll = true;
    }
}
