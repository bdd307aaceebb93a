package org.snn4j.network.connection;

import java.util.Objects;
import java.util.Optional;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.learning.LearningRule;

/**
 * A synapse from every source neuron to every target neuron: each target receives s W + b.
 *
 * @param weights W at the start, [source, target], mV
 * @param plasticity how W changes
 * @param bias b, one value for each target, mV, if any
 */
public record Dense(Weights weights, Plasticity plasticity, Optional<FloatArray> bias) implements Topology {
    public Dense {
        Objects.requireNonNull(weights, "Dense.weights are missing");
        Objects.requireNonNull(plasticity, "Dense.plasticity is missing; Plasticity.FIXED means none");
        Objects.requireNonNull(bias, "Dense.bias is missing; Optional.empty() means none");
    }

    /** Fixed synapses with the given weights, [source, target]. */
    public static Dense of(FloatArray weights) {
        return new Dense(new Weights.Given(weights), Plasticity.FIXED, Optional.empty());
    }

    /** Fixed synapses whose weights are drawn from [low, high). */
    public static Dense uniform(double low, double high) {
        return new Dense(new Weights.Uniform(low, high), Plasticity.FIXED, Optional.empty());
    }

    public Dense bounds(double low, double high) {
        return new Dense(weights, plasticity.withBounds(low, high), bias);
    }

    public Dense norm(double sum) {
        return new Dense(weights, plasticity.withNorm(sum), bias);
    }

    public Dense weightDecay(double share) {
        return new Dense(weights, plasticity.withWeightDecay(share), bias);
    }

    public Dense learning(LearningRule rule) {
        return new Dense(weights, plasticity.withRule(rule), bias);
    }

    public Dense biased(FloatArray values) {
        return new Dense(weights, plasticity, Optional.of(values));
    }

    @Override
    public void requireFit(Shape source, Shape target) {
        weights.requireShape(Shape.of(source.size(), target.size()));
        if (bias.isPresent() && bias.get().shape().size() != target.size()) {
            throw new IllegalArgumentException("bias has shape " + bias.get().shape() + "; one value for each of the "
                    + target.size() + " target neurons would be right");
        }
    }

    @Override
    public boolean hasWeights() {
        return true;
    }

    @Override
    public Optional<Shape> weightShape(Shape source, Shape target) {
        return Optional.of(Shape.of(source.size(), target.size()));
    }
}
