package org.snn4j.network.event;

import java.util.Optional;
import org.snn4j.network.Trace;
import org.snn4j.network.Variable;
import org.snn4j.network.connection.Bounds;

/** The connection that a learning rule works on, as the rule sees it. */
public final class LearningSite {
    private final Arrivals arrivals;
    private final Population source;
    private final Population target;
    private final Bounds bounds;
    private final Optional<Synapses> synapses;

    /** @param synapses none for a connection that applies the laws of pair rules by itself */
    LearningSite(Arrivals arrivals, Population target, Bounds bounds, Optional<Synapses> synapses) {
        this.arrivals = arrivals;
        this.source = arrivals.source();
        this.target = target;
        this.bounds = bounds;
        this.synapses = synapses;
    }

    public int batch() {
        return source.spec().batch();
    }

    /** The length of a step, ms. */
    public double dt() {
        return source.spec().dt();
    }

    /** What remains of an exponentially decaying quantity after one step. */
    public float decay(double tau) {
        return source.spec().decay(tau);
    }

    public int sources() {
        return source.spec().neurons();
    }

    public int targets() {
        return target.spec().neurons();
    }

    public Bounds bounds() {
        return bounds;
    }

    public Synapses synapses() {
        return synapses.orElseThrow(
                () -> new IllegalStateException("the connection from " + place() + " keeps its synapses to itself"));
    }

    /** The spikes before the synapse that count in this step. */
    public SpikeList sourceSpikes(int sample) {
        return arrivals.spikes(sample);
    }

    /** The spikes of this step after the synapse. */
    public SpikeList targetSpikes(int sample) {
        return target.spikes(sample);
    }

    /** The traces of those spikes, this step's among them. */
    public Traces sourceTraces(int sample) {
        return arrivals.traces(sample);
    }

    /** The traces after the synapse, this step's spikes among them. */
    public Traces targetTraces(int sample) {
        return target.traces(sample);
    }

    /**
     * Traces of the spikes before the synapse, for a rule's own use: each spike makes them 1, or adds 1, as it does to the
     * layer's own.
     */
    public RuleTraces newSourceTraces(double tau) {
        return new RuleTraces(like(source, tau), source.spec(), this::sourceSpikes);
    }

    /** The same of the spikes after the synapse. */
    public RuleTraces newTargetTraces(double tau) {
        return new RuleTraces(like(target, tau), target.spec(), this::targetSpikes);
    }

    private static Trace like(Population population, double tau) {
        return new Trace(tau, 1, population.layer().trace().orElseThrow().onSpike());
    }

    /** A live state variable of the target, one value for each neuron; not to be modified. */
    public float[] targetState(Variable variable, int sample) {
        return target.state(variable, sample);
    }

    /** @throws IllegalArgumentException if weights have no bounds on both sides */
    public void requireFiniteBounds(String rule) {
        if (Double.isInfinite(bounds.low()) || Double.isInfinite(bounds.high())) {
            throw new IllegalArgumentException(rule + " needs finite bounds on the weights from " + place()
                    + ", but wmin is " + bounds.low() + " and wmax " + bounds.high());
        }
    }

    /** @throws IllegalArgumentException if the target's neurons do not have the variable */
    public void requireTargetVariable(String rule, Variable variable) {
        if (!target.has(variable)) {
            throw new IllegalArgumentException(rule + " needs the variable " + variable + " of its target, but the "
                    + target.layer().neurons().type() + " neurons of " + place() + " have none");
        }
    }

    private String place() {
        return source.layer().name() + " to " + target.layer().name();
    }
}
