package org.snn4j.tensor.connection;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.learning.Decay;
import org.snn4j.tensor.learning.RuleTranslations;
import org.snn4j.tensor.learning.TensorLearner;
import org.snn4j.tensor.learning.TensorSite;
import org.snn4j.tensor.translation.Step;

/** A connection whose weights can change: the order of rule, decay, bounds and norm, whatever the topology. */
public final class PlasticProjection implements TensorProjection {
    private final WeightedSynapses synapses;
    private final Constraint constraint;
    private final Optional<TensorLearner> learner;
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
        this.learner = plasticity
                .rule()
                .map(rule -> RuleTranslations.learner(
                        rule, new TensorSite(wiring.source(), wiring.target(), bounds, synapses, wiring.store())));
        this.decay = plasticity.weightDecay() > 0
                ? Optional.of(new Decay(synapses.weights(), 1 - plasticity.weightDecay()))
                : Optional.empty();
        this.clip = bounds.equals(Bounds.NONE)
                ? Optional.empty()
                : Optional.of(new Program()
                        .atLeast(synapses.weights(), bounds.low())
                        .atMost(synapses.weights(), bounds.high()));
        this.normalizer = plasticity.norm().isPresent()
                ? Optional.of(
                        new Normalizer(synapses.groups(), plasticity.norm().getAsDouble(), wiring.store()))
                : Optional.empty();
    }

    @Override
    public void deliver() {
        synapses.deliver();
    }

    @Override
    public void learn(Step now) {
        if (learner.isPresent() || decay.isPresent()) {
            learner.ifPresent(rule -> rule.learn(now));
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
        learner.ifPresent(TensorLearner::reset);
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
        learner.ifPresent(rule -> variables.addAll(rule.state().keySet()));
        return variables;
    }

    /** Copies one of the {@link #variables}, in the shape that the topology gives weights, to target from offset. */
    public void copy(Variable variable, float[] target, int offset) {
        INDArray field = Variable.WEIGHTS.equals(variable)
                ? synapses.weights()
                : learner.orElseThrow().state().get(variable);
        synapses.read(field, target, offset);
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
