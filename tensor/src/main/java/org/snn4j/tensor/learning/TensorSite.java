package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.learning.Reduction;
import org.snn4j.tensor.array.ArrayStore;
import org.snn4j.tensor.layer.SynapseSide;
import org.snn4j.tensor.layer.TensorLayer;

/**
 * The connection that a learning rule works on, as the rule sees it.
 *
 * @param source the layer before the synapses
 * @param target the layer after them
 * @param bounds what weights are clipped to
 * @param synapses the weights
 * @param store where further arrays come from
 */
public record TensorSite(SynapseSide source, TensorLayer target, Bounds bounds, Synapses synapses, ArrayStore store) {
    /** What each sample's change is multiplied by before the changes are added. */
    public double factor(Reduction reduction) {
        return reduction.factor(source.spec().batch());
    }

    /** The length of a step, ms. */
    public double dt() {
        return source.spec().dt();
    }

    /** Products of spikes before the synapses and traces after them. */
    public Synapses.Pairs spikesByTraces() {
        return synapses.pairs(source.spikes(), trace(target));
    }

    /** Products of traces before the synapses and spikes after them. */
    public Synapses.Pairs tracesBySpikes() {
        return synapses.pairs(trace(source), target.spikes());
    }

    /** The live trace of a layer; the network has checked that a layer whose traces are read keeps them. */
    public static INDArray trace(SynapseSide layer) {
        return layer.state(Variable.TRACE).orElseThrow();
    }

    /** Zeros for one value of each neuron of a layer, [batch, neurons]. */
    public INDArray zeros(SynapseSide layer) {
        return store.zeros(layer.spec().batch(), layer.spec().neurons());
    }

    /** @throws IllegalArgumentException if weights have no bounds on both sides */
    public void requireFiniteBounds(String rule) {
        if (Double.isInfinite(bounds.low()) || Double.isInfinite(bounds.high())) {
            throw new IllegalArgumentException(rule + " needs finite bounds on the weights from " + place()
                    + ", but wmin is " + bounds.low() + " and wmax " + bounds.high());
        }
    }

    /** A live state variable of the target. @throws IllegalArgumentException if its neurons do not have it */
    public INDArray requireTargetVariable(String rule, Variable variable) {
        return target.state(variable)
                .orElseThrow(() -> new IllegalArgumentException(rule + " needs the variable " + variable
                        + " of its target, but the " + target.layer().neurons().type() + " neurons of " + place()
                        + " have none"));
    }

    private String place() {
        return source.layer().name() + " to " + target.layer().name();
    }
}
