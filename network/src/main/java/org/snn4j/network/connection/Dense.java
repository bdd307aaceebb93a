package org.snn4j.network.connection;

import java.util.Objects;
import java.util.Optional;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.learning.LearningRule;

/**
 * A synapse from every source neuron to every target neuron: each target receives s W + b.
 *
 * @param weights W at the start, [source, target], mV
 * @param plasticity how W changes
 * @param bias b, one value for each target, mV, if any
 * @param mask where 1, [source, target], the weight stays at 0
 * @param delays how much later than the connection's own delay each synapse's spikes arrive
 */
public record Dense(
        Weights weights,
        Plasticity plasticity,
        Optional<FloatArray> bias,
        Optional<ByteArray> mask,
        Optional<Delays> delays)
        implements Topology {
    public Dense {
        Objects.requireNonNull(weights, "Dense.weights are missing");
        Objects.requireNonNull(plasticity, "Dense.plasticity is missing; Plasticity.FIXED means none");
        Objects.requireNonNull(bias, "Dense.bias is missing; Optional.empty() means none");
        Objects.requireNonNull(mask, "Dense.mask is missing; Optional.empty() means none");
        Objects.requireNonNull(delays, "Dense.delays are missing; Optional.empty() means none");
        bias.ifPresent(Dense::requireFinite);
        mask.ifPresent(Dense::requireMask);
    }

    /** Without mask and delays. */
    public Dense(Weights weights, Plasticity plasticity, Optional<FloatArray> bias) {
        this(weights, plasticity, bias, Optional.empty(), Optional.empty());
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
        return changing(plasticity.withBounds(low, high));
    }

    /** What the magnitudes of each target's weights are scaled to sum to, mV. */
    public Dense norm(double sum) {
        return norm(Norm.ofSum(sum));
    }

    public Dense norm(Norm norm) {
        return changing(plasticity.withNorm(norm));
    }

    public Dense weightDecay(double share) {
        return changing(plasticity.withWeightDecay(share));
    }

    public Dense learning(LearningRule rule) {
        return changing(plasticity.withRule(rule));
    }

    /** Dale's principle: no source neuron's weights change sign. */
    public Dense keepingSigns() {
        return changing(plasticity.withSigns(Plasticity.Signs.KEPT));
    }

    /** A rule that sees spikes when they arrive, not when they are fired. */
    public Dense learningAtArrival() {
        return changing(plasticity.withTiming(Plasticity.Timing.ARRIVAL));
    }

    public Dense biased(FloatArray values) {
        return new Dense(weights, plasticity, Optional.of(values), mask, delays);
    }

    public Dense masked(ByteArray absent) {
        return new Dense(weights, plasticity, bias, Optional.of(absent), delays);
    }

    /** With given delays, [source, target], ms. */
    public Dense delayed(FloatArray perSynapse) {
        return delayed(new Delays.Given(perSynapse));
    }

    public Dense delayed(Delays perSynapse) {
        return new Dense(weights, plasticity, bias, mask, Optional.of(perSynapse));
    }

    @Override
    public void requireFit(Shape source, Shape target) {
        weights.requireShape(Shape.of(source.size(), target.size()));
        Shape matrix = Shape.of(source.size(), target.size());
        mask.ifPresent(absent -> requireMaskShape(absent, matrix));
        delays.ifPresent(times -> times.requireShape(matrix));
        if (bias.isPresent() && bias.get().shape().size() != target.size()) {
            throw new IllegalArgumentException("bias has shape " + bias.get().shape() + "; one value for each of the "
                    + target.size() + " target neurons would be right");
        }
    }

    @Override
    public double longestDelay() {
        return delays.map(Delays::longest).orElse(0.0);
    }

    @Override
    public Dense changing(Plasticity changed) {
        return new Dense(weights, changed, bias, mask, delays);
    }

    @Override
    public boolean hasWeights() {
        return true;
    }

    @Override
    public Optional<Shape> weightShape(Shape source, Shape target) {
        return Optional.of(Shape.of(source.size(), target.size()));
    }

    private static void requireMaskShape(ByteArray mask, Shape needed) {
        if (!mask.shape().equals(needed)) {
            throw new IllegalArgumentException("mask has shape " + mask.shape() + "; " + needed + " would be right");
        }
    }

    private static void requireFinite(FloatArray bias) {
        for (int i = 0; i < bias.shape().size(); i++) {
            if (!Float.isFinite(bias.get(i))) {
                throw new IllegalArgumentException(
                        "bias holds " + bias.get(i) + " at " + i + "; each must be a finite number");
            }
        }
    }

    private static void requireMask(ByteArray mask) {
        for (int i = 0; i < mask.shape().size(); i++) {
            if (mask.get(i) < 0 || mask.get(i) > 1) {
                throw new IllegalArgumentException(
                        "mask holds " + (mask.get(i) & 0xFF) + " at " + i + "; each must be 0 or 1");
            }
        }
    }
}
