package org.snn4j.evaluation;

/** What a label must be: a class, counted from 0. */
final class Labels {
    private Labels() {}

    static void require(int label, int classes) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException("the label is " + label + "; it must be from 0 to " + (classes - 1));
        }
    }
}
