package org.snn4j.network.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.learning.LearningRule;

/** A connection whose weights can change: the order of rule, decay, bounds and norm, whatever the topology. */
abstract class PlasticProjection implements Projection, Synapses, LearnedWeights {
    /**
     * Weights whose sum or length is right but for rounding are left alone, so that to normalise twice is the same as once.
     * That of a thousand floats is off by less than this.
     */
    private static final double NORM_TOLERANCE = 1e-6;

    private final Axons axons;
    private final Plasticity plasticity;
    /** All whose traces have to be moved on. */
    private final List<Arrivals> delayed = new ArrayList<>();
    /** What the rule sees of the source. */
    private final Arrivals arrivals;

    private Optional<Learner> learner = Optional.empty();
    private boolean finite = true;

    PlasticProjection(Axons axons, Plasticity plasticity) {
        this.axons = axons;
        this.plasticity = plasticity;
        this.arrivals = newArrivals(learnsAtArrival() ? axons.delay() : 0);
    }

    /** Sets the rule to work; called once, when the synapses are there. */
    final void open() {
        learner = plasticity.rule().map(rule -> learner(eventRule(rule)));
    }

    /** A rule at work on this connection. */
    Learner learner(EventRule rule) {
        return rule.learner(site(arrivals, this));
    }

    /** This connection, or a part of it, as a rule sees it. */
    final LearningSite site(Arrivals seen, Synapses synapses) {
        return new LearningSite(seen, axons.target(), plasticity.bounds(), Optional.of(synapses));
    }

    /** The source's spikes a number of steps after they were fired. */
    final Arrivals newArrivals(int delay) {
        Arrivals later = new Arrivals(axons.source(), delay);
        delayed.add(later);
        return later;
    }

    final boolean learnsAtArrival() {
        return plasticity.timing() == Plasticity.Timing.ARRIVAL;
    }

    final boolean keepsSigns() {
        return plasticity.signs() == Plasticity.Signs.KEPT;
    }

    final Axons axons() {
        return axons;
    }

    /** The source's spikes that count for the rule in this step. */
    final Arrivals arrivals() {
        return arrivals;
    }

    final int batch() {
        return axons.batch();
    }

    @Override
    public final void begin() {
        delayed.forEach(Arrivals::begin);
    }

    @Override
    public final void deliver() {
        for (int k = 0; k < delayed.size(); k++) {
            delayed.get(k).advance();
        }
        deliverSpikes();
    }

    /** Adds what the spikes that arrive in this step bring to the input of the target. */
    abstract void deliverSpikes();

    @Override
    public final void learn(StepClock clock) {
        learner.ifPresent(rule -> rule.learn(clock));
        if (plasticity.weightDecay() > 0) {
            weights().decay((float) (1 - plasticity.weightDecay()), clock.step());
            weightsReplaced();
        }
        Bounds bounds = plasticity.bounds();
        if (!bounds.equals(Bounds.NONE)) {
            clip((float) bounds.low(), (float) bounds.high());
        }
        constrain();
        endLearning();
    }

    /** Puts back what must not change: masked synapses, signs. */
    abstract void constrain();

    /** Called when a step's changes are complete. */
    void endLearning() {}

    @Override
    public final void normalize() {
        if (plasticity.norm().isPresent() || plasticity.rule().isPresent()) {
            finite = normalize(plasticity.norm());
        }
    }

    @Override
    public final boolean isFinite() {
        return finite;
    }

    @Override
    public final void reset() {
        learner.ifPresent(Learner::reset);
        delayed.forEach(Arrivals::reset);
    }

    @Override
    public final void carry(StateTransfer state) {
        learner.ifPresent(rule -> rule.carry(state));
        delayed.forEach(seen -> seen.carry(state));
        carryChanges(state);
    }

    /** Hands over which weights are still to be clipped or normalised. */
    abstract void carryChanges(StateTransfer state);

    /** Forces every weight that may have changed into [low, high]. */
    abstract void clip(float low, float high);

    /**
     * Adds up the magnitudes, or for a length the squares, of weights that belong together, where any may have changed, and
     * scales them to the norm, if there is one.
     *
     * @return whether all sums are finite, and so the weights
     */
    abstract boolean normalize(Optional<Norm> norm);

    /** Every weight may have changed. */
    abstract void weightsReplaced();

    @Override
    public final Set<Variable> variables() {
        Set<Variable> variables = new HashSet<>(Set.of(Variable.WEIGHTS));
        learner.ifPresent(rule -> variables.addAll(rule.state().keySet()));
        return variables;
    }

    @Override
    public final void copy(Variable variable, float[] target, int offset) {
        WeightField field = Variable.WEIGHTS.equals(variable)
                ? weights()
                : learner.orElseThrow().state().get(variable);
        field.copyTo(target, offset);
    }

    @Override
    public final void replaceWeights(FloatArray array) {
        weights().copyFrom(array);
        weightsReplaced();
    }

    @Override
    public final WeightField zeros() {
        return weights().zeros();
    }

    @Override
    public final void addToWeights(WeightField field, float factor) {
        float[][] rows = weights().rows();
        for (int i = 0; i < rows.length; i++) {
            Kernels.addScaled(rows[i], field.rows()[i], factor);
        }
        weightsReplaced();
    }

    private static EventRule eventRule(LearningRule rule) {
        if (rule instanceof EventRule eventRule) {
            return eventRule;
        }
        throw new UnsupportedOperationException(
                "the event engine cannot run learning rule " + rule.type() + ": it does not implement EventRule");
    }

    /** Whether all of some sums are finite. */
    static boolean areFinite(double... sums) {
        boolean finite = true;
        for (double sum : sums) {
            finite &= Double.isFinite(sum);
        }
        return finite;
    }

    /** What is measured of weights: without a norm their sum, which tells whether they are finite. */
    static Norm.Measure measure(Optional<Norm> norm) {
        return norm.map(Norm::measure).orElse(Norm.Measure.SUM);
    }

    /** The {@link #normFactor} of each sum. */
    static float[] normFactors(Norm norm, double... sums) {
        float[] factors = new float[sums.length];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = normFactor(norm, sums[k]);
        }
        return factors;
    }

    /** What weights are scaled by of which the magnitudes, or for a length the squares, have this sum. */
    static float normFactor(Norm norm, double sum) {
        double found = norm.measure() == Norm.Measure.LENGTH ? Math.sqrt(sum) : sum;
        double right = norm.value();
        if (found == 0 || !Double.isFinite(found) || Math.abs(found - right) <= NORM_TOLERANCE * right) {
            return 1;
        }
        return (float) Math.min(right / found, Float.MAX_VALUE);
    }
}
