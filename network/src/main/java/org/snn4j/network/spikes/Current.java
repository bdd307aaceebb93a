package org.snn4j.network.spikes;

import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/**
 * An external current: what is added to the input of a layer in each step.
 *
 * @param values [steps, batch, ...shape of the layer], mV, finite
 */
public record Current(FloatArray values) implements Stimulus {
    public Current {
        if (values.shape().rank() < 3) {
            throw new IllegalArgumentException("an external current has shape " + values.shape()
                    + "; [steps, batch, ...shape of the layer] would be right");
        }
        for (int i = 0; i < values.shape().size(); i++) {
            if (!Float.isFinite(values.get(i))) {
                throw new IllegalArgumentException(
                        "an external current holds " + values.get(i) + " at " + i + "; it must be finite");
            }
        }
    }

    @Override
    public int steps() {
        return values.shape().length(0);
    }

    @Override
    public int batch() {
        return values.shape().length(1);
    }

    @Override
    public Shape shape() {
        return Shape.of(values.shape().toList().subList(2, values.shape().rank()));
    }
}
