package org.snn4j.evaluation;

/** The neurons that are read out and the classes that they may stand for; checks what must fit them. */
record Population(int neurons, int classes) {
    Population {
        if (neurons < 1 || classes < 1 || (long) neurons * classes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(neurons + " neurons and " + classes
                    + " classes were given; there must be at least one of each, and their product an int");
        }
    }

    /** The number of pairs of a neuron and a class. */
    int pairs() {
        return neurons * classes;
    }

    void requirePairs(int given, String what) {
        if (given != pairs()) {
            throw new IllegalArgumentException(given + " " + what + " were given; " + this + " have " + pairs());
        }
    }

    void requireSame(Population other) {
        if (!equals(other)) {
            throw new IllegalArgumentException("what belongs to " + other + " cannot be used with " + this);
        }
    }

    void requireCounts(int[] counts) {
        if (counts.length != neurons) {
            throw new IllegalArgumentException(counts.length
                    + " spike counts were given; there must be one for each of the " + neurons + " neurons");
        }
        for (int neuron = 0; neuron < neurons; neuron++) {
            if (counts[neuron] < 0) {
                throw new IllegalArgumentException(
                        "the spike count of neuron " + neuron + " is " + counts[neuron] + "; it must be at least 0");
            }
        }
    }

    /** Checks neurons in the order in which they fired. */
    void requireNeurons(int... order) {
        for (int k = 0; k < order.length; k++) {
            if (order[k] < 0 || order[k] >= neurons) {
                throw new IllegalArgumentException(
                        "spike " + k + " is of neuron " + order[k] + "; it must be from 0 to " + (neurons - 1));
            }
        }
    }

    @Override
    public String toString() {
        return neurons + " neurons and " + classes + " classes";
    }
}
