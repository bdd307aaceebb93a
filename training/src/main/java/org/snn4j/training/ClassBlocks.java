package org.snn4j.training;

/**
 * Neurons shared out among classes in blocks of equal size, or one more where they do not divide: class k owns those from
 * k · neurons / classes on.
 */
record ClassBlocks(int neurons, int classes) {
    ClassBlocks {
        if (neurons < classes) {
            throw new IllegalArgumentException("there are " + neurons + " neurons for " + classes
                    + " classes; this teacher needs at least one for each");
        }
    }

    /** The first neuron of a class. */
    int first(int label) {
        return (int) ((long) label * neurons / classes);
    }

    /** How many neurons a class has. */
    int size(int label) {
        return first(label + 1) - first(label);
    }
}
