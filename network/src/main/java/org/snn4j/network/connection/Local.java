package org.snn4j.network.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snn4j.network.array.Shape;

/**
 * Local receptive fields: as a {@link Convolution}, but every position has kernels of its own; in one to three dimensions.
 *
 * @param weights [out, ...positions, channels, ...kernel], mV; what reaches over the border has no effect
 * @param windows where the receptive fields are
 * @param plasticity how the weights change
 */
public record Local(Weights weights, Windows windows, Plasticity plasticity) implements Topology {
    public Local {
        Objects.requireNonNull(weights, "local.weights are missing");
        Objects.requireNonNull(windows, "local.windows are missing");
        Objects.requireNonNull(plasticity, "local.plasticity is missing; Plasticity.FIXED means none");
    }

    /** "Local2d", by the number of dimensions. */
    @Override
    public String type() {
        return "Local" + windows.rank() + "d";
    }

    @Override
    public void requireFit(Shape source, Shape target) {
        windows.requireTarget(source, target);
        weights.requireShape(shape(source, target));
    }

    @Override
    public Local changing(Plasticity changed) {
        return new Local(weights, windows, changed);
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
        List<Integer> lengths = new ArrayList<>(target.toList());
        lengths.add(source.length(0));
        lengths.addAll(windows.kernel());
        return Shape.of(lengths);
    }
}
