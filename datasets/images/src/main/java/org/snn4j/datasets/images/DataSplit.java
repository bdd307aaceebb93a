package org.snn4j.datasets.images;

/**
 * What is learned from and what is tested on: images of one size and the same classes.
 *
 * @param name what results call the two together
 */
public record DataSplit(String name, LabelledImages train, LabelledImages test) {

    public DataSplit {
        if (train.height() != test.height()
                || train.width() != test.width()
                || !train.classNames().equals(test.classNames())) {
            throw new IllegalArgumentException(name + ": train and test differ in size or classes: " + train + " of "
                    + train.classNames() + " and " + test + " of " + test.classNames());
        }
    }

    /**
     * A split of the training images alone, so that settings can be chosen without a look at the test images: all but
     * the last {@code count} to learn from, those {@code count} to test on.
     *
     * @throws IllegalArgumentException unless both parts have images
     */
    public DataSplit holdOut(int count) {
        int kept = train.size() - count;
        if (count < 1 || kept < 1) {
            throw new IllegalArgumentException(name + ": cannot hold out " + count + " of " + train.size()
                    + " training images; from 1 to " + (train.size() - 1) + " would be right");
        }
        return new DataSplit(name, train.first(kept), train.slice(kept, train.size()));
    }
}
