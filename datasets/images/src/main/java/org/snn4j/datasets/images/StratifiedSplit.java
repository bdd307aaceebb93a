package org.snn4j.datasets.images;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * How images that come in one piece are divided: all are shuffled by the seed ({@link Shuffle}), then of each class's n
 * images the first n · testFraction, rounded, are for testing, the rest for learning. Both parts stay shuffled. A class
 * of two or more images has at least one in either part, a single image is learned from.
 *
 * @param testFraction the part that is for testing, above 0 and below 1
 * @param seed fixes the shuffling, and with it the split
 */
public record StratifiedSplit(double testFraction, long seed) {
    public StratifiedSplit {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException(
                    "the part of the images that is for testing is " + testFraction + ", but must be above 0, below 1");
        }
    }

    /**
     * Divides the images.
     *
     * @param name what results call the two parts together
     * @throws IllegalArgumentException if no class has two images
     */
    public DataSplit of(String name, LabelledImages images) {
        int[] order = Shuffle.order(images.size(), seed);
        int[] left = testCounts(images);
        boolean[] forTest = new boolean[images.size()];
        for (int place : order) {
            forTest[place] = left[images.label(place)]-- > 0;
        }
        return new DataSplit(
                name,
                part(name + "-train", images, order, place -> !forTest[place]),
                part(name + "-test", images, order, place -> forTest[place]));
    }

    private int[] testCounts(LabelledImages images) {
        int[] counts = images.balance().counts().stream()
                .mapToInt(count -> (int) Math.min(count - 1, Math.max(1, Math.round(testFraction * count))))
                .toArray();
        if (Arrays.stream(counts).noneMatch(count -> count > 0)) {
            throw new IllegalArgumentException(
                    images + " cannot be divided: no class has two images, one to learn from and one to test on");
        }
        return counts;
    }

    private static LabelledImages part(String name, LabelledImages images, int[] order, IntPredicate belongs) {
        return images.selected(name, Arrays.stream(order).filter(belongs).toArray());
    }
}
