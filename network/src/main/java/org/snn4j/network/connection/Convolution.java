package org.snn4j.network.connection;

import java.util.Objects;
import java.util.Optional;
import org.snn4j.network.array.Shape;

/**
 * Cross-correlation of a source of shape [channels, ...] with kernels that all positions share; in one to three dimensions.
 *
 * @param weights [out, channels, ...kernel], mV
 * @param windows where the kernel goes
 * @param plasticity how the weights change; a norm holds for each kernel, [...kernel], by itself
 */
public record Convolution(Weights weights, Windows windows, Plasticity plasticity) implements Topology {
    public Convolution {
        Objects.requireNonNull(weights, "convolution.weights are missing");
        Objects.requireNonNull(windows, "convolution.windows are missing");
        Objects.requireNonNull(plasticity, "convolution.plasticity is missing; Plasticity.FIXED means none");
    }

    /** "Conv2d", by the number of dimensions. */
    @Override
    public String type() {
        return "Conv" + windows.rank() + "d";
    }

    @Override
    public void requireFit(Shape source, Shape target) {
        windows.requireTarget(source, target);
        weights.requireShape(shape(source, target));
    }

    @Override
    public Convolution changing(Plasticity changed) {
        return new Convolution(weights, windows, changed);
    }

    @Override
    public boolean hasWeights() {
        return true;
    }

    @Override
    public Optional<Shape> weightShape(Shape source, Shape target) {
        return Optional.of(shape(source, target));
    }

    private Shape shape(Shape source, Shape target) {
        return Shape.of(windows.kernel()).within(target.length(0), source.length(0));
    }
}
