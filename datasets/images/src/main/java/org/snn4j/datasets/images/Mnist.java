package org.snn4j.datasets.images;

import java.io.IOException;

/**
 * The bundled MNIST digits: 60,000 to learn from and 10,000 to test on, 28 x 28, by Yann LeCun and Corinna Cortes.
 * Every call reads and checks the files anew; keep what it returns.
 */
public final class Mnist {
    /** The number of training images that by custom are held out: the last 10,000, see {@link DataSplit#holdOut}. */
    public static final int VALIDATION = 10_000;

    private static final int DIGITS = 10;

    private Mnist() {}

    /**
     * Both parts.
     *
     * @throws IOException if a bundled file is missing or damaged
     */
    public static DataSplit split() throws IOException {
        return new DataSplit("mnist", train(), test());
    }

    /**
     * The 60,000 training images.
     *
     * @throws IOException if a bundled file is missing or damaged
     */
    public static LabelledImages train() throws IOException {
        return LabelledImages.of("mnist-train", MnistFile.TRAIN_IMAGES.read(), MnistFile.TRAIN_LABELS.read(), DIGITS);
    }

    /**
     * The 10,000 test images.
     *
     * @throws IOException if a bundled file is missing or damaged
     */
    public static LabelledImages test() throws IOException {
        return LabelledImages.of("mnist-test", MnistFile.TEST_IMAGES.read(), MnistFile.TEST_LABELS.read(), DIGITS);
    }
}
