package org.snn4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;

/** The first training images of MNIST, read once. */
final class Digits {
    /** So many that no branch predictor knows them by heart. */
    static final LabelledImages FIRST = read().first(1000);

    private Digits() {}

    private static LabelledImages read() {
        try {
            return Mnist.train();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
