package org.snn4j.tensor.connection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.layer.Arrivals;
import org.snn4j.tensor.layer.SynapseSide;
import org.snn4j.tensor.learning.Decay;
import org.snn4j.tensor.learning.RuleTranslations;
import org.snn4j.tensor.learning.TensorLearner;
import org.snn4j.tensor.learning.TensorSite;
import org.snn4j.tensor.translation.Step;

/** A connection whose weights can change: the order of rule, decay, bounds and norm, whatever the topology. */
public final class PlasticProjection implements TensorProjection {
    private final WeightedSynapses synapses;
    private final Constraint constraint;
    /** The source as a rule sees it that learns at arrival, for each delay. */
    private final List<Arrivals> arrivals = new ArrayList<>();

    private final List<TensorLearner> learners = new ArrayList<>();
    private final Optional<Decay> decay;
    private final Optional<Program> clip;
    private final Optional<Normalizer> normalizer;
    /** Whether weights may have changed since they were last normalised. */
    private boolean changed = true;
    /** Whether weights may lie outside the bounds. */
    private boolean unclipped = true;

    PlasticProjection(WeightedSynapses synapses, Constraint constraint, Plasticity plasticity, Wiring wiring) {
        this.synapses = synapses;
        this.constraint = constraint;
        if (plasticity.signs() == Plasticity.Signs.KEPT) {
            constraint.keepSigns(Signs.of(synapses, wiring));
        }
        constraint.apply();
        Bounds bounds = plasticity.bounds();
        plasticity.rule().ifPresent(rule -> open(rule, plasticity, wiring));
        this.decay = plasticity.weightDecay() > 0
                ? Optional.of(new Decay(synapses.weights(), 1 - plasticity.weightDecay()))
                : Optional.empty();
        this.clip = bounds.equals(Bounds.NONE)
                ? Optional.empty()
                : Optional.of(new Program()
                        .atLeast(synapses.weights(), bounds.low())
                        .atMost(synapses.weights(), bounds.high()));
        this.normalizer = plasticity.norm().map(norm -> new Normalizer(synapses.groups(), norm, wiring.store()));
    }

    private void open(LearningRule rule, Plasticity plasticity, Wiring wiring) {
        if (plasticity.timing() == Plasticity.Timing.FIRING) {
            open(rule, new TensorSite(wiring.source(), wiring.target(), plasticity.bounds(), synapses, wiring.store()));
            return;
        }
        for (WeightedSynapses.OfDelay part : synapses.byDelay()) {
            SynapseSide source = source(wiring, part.delay());
            open(rule, new TensorSite(source, wiring.target(), plasticity.bounds(), part.synapses(), wiring.store()));
        }
    }

    private void open(LearningRule rule, TensorSite site) {
        learners.add(RuleTranslations.learner(rule, site));
    }

    /** The source, whose spikes count when they arrive at synapses with a delay beside the connection's. */
    private SynapseSide source(Wiring wiring, int delay) {
        int steps = wiring.axons().delay() + delay;
        if (steps == 0) {
            return wiring.source();
        }
        arrivals.add(new Arrivals(wiring.axons(), steps, wiring.store()));
        return arrivals.get(arrivals.size() - 1);
    }

    @Override
    public void deliver() {
        arrivals.forEach(Arrivals::advance);
        synapses.deliver();
    }

    @Override
    public void learn(Step now) {
        if (!learners.isEmpty() || decay.isPresent()) {
            learners.forEach(learner -> learner.learn(now));
            decay.ifPresent(weights -> weights.run(now));
            weightsChanged();
        }
        if (unclipped) {
            clip.ifPresent(Program::run);
            constraint.apply();
            changed |= clip.isPresent();
            unclipped = false;
        }
    }

    @Override
    public void normalize() {
        if (changed && normalizer.isPresent()) {
            normalizer.get().run();
            changed = false;
            unclipped = true;
        }
    }

    @Override
    public void reset() {
        learners.forEach(TensorLearner::reset);
        arrivals.forEach(Arrivals::reset);
    }

    /** A copy of the weights. */
    public FloatArray weights(Shape shape) {
        float[] values = new float[shape.size()];
        copy(Variable.WEIGHTS, values, 0);
        return FloatArray.of(shape, values);
    }

    /** What there is for each weight: the weights, and what the rule keeps. */
    public Set<Variable> variables() {
        Set<Variable> variables = new HashSet<>(Set.of(Variable.WEIGHTS));
        learners.forEach(learner -> variables.addAll(learner.state().keySet()));
        return variables;
    }

    /** Copies one of the {@link #variables}, in the shape that the topology gives weights, to target from offset. */
    public void copy(Variable variable, float[] target, int offset) {
        if (Variable.WEIGHTS.equals(variable)) {
            synapses.read(synapses.weights(), target, offset);
        } else {
            try (INDArray field = state(variable)) {
                synapses.read(field, target, offset);
            }
        }
    }

    /** A copy. Learners for different delays keep values for different synapses, and zeros for the others. */
    private INDArray state(Variable variable) {
        INDArray sum = learners.get(0).state().get(variable).dup();
        for (TensorLearner learner : learners.subList(1, learners.size())) {
            sum.addi(learner.state().get(variable));
        }
        return sum;
    }

    /** Overwrites the weights. */
    public void restore(FloatArray weights) {
        synapses.write(weights);
        constraint.apply();
        weightsChanged();
    }

    private void weightsChanged() {
        changed = true;
        unclipped = true;
    }
}
