package org.snn4j.network;

import org.snn4j.network.array.Shape;

/** What a recording follows: one variable of one layer or connection. */
sealed interface Quantity {
    /** What files call the layer or connection: "Ae", "X-Ae". */
    String subject();

    Variable variable();

    /** The shape of its values in one step, of one sample. */
    Shape shape();

    /** Whether all samples of a batch have the same values. */
    boolean sharedByBatch();

    /**
     * Copies the values after the last step.
     *
     * @param target modified: receives them from {@code offset}
     */
    void copy(Stepper stepper, int sample, float[] target, int offset);

    /** For messages: "v of layer Ae". */
    String describe();

    /** How many samples of a batch have values of their own. */
    default int samples(int batch) {
        return sharedByBatch() ? 1 : batch;
    }

    /** @param index the layer's place in the network */
    record OfLayer(Layer layer, int index, Variable variable) implements Quantity {
        @Override
        public String subject() {
            return layer.name();
        }

        @Override
        public Shape shape() {
            return layer.shape();
        }

        @Override
        public boolean sharedByBatch() {
            return Variable.THETA.equals(variable);
        }

        @Override
        public void copy(Stepper stepper, int sample, float[] target, int offset) {
            stepper.copyState(index, variable, sample, target, offset);
        }

        @Override
        public String describe() {
            return variable + " of layer " + layer.name();
        }
    }

    /** @param index the connection's place in the network */
    record OfConnection(String subject, int index, Shape shape, Variable variable) implements Quantity {
        @Override
        public boolean sharedByBatch() {
            return true;
        }

        @Override
        public void copy(Stepper stepper, int sample, float[] target, int offset) {
            stepper.copySynapses(index, variable, target, offset);
        }

        @Override
        public String describe() {
            return variable + " of connection " + subject;
        }
    }
}
