package org.snn4j.datasets.images;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An immutable sequence of grey images of one size, each with the number of its class. Slices, selections and shuffled
 * orders are views that share the pixels.
 */
public final class LabelledImages {
    private final String source;
    private final List<Integer> shape;
    private final List<String> classNames;
    private final byte[] allPixels;
    private final byte[] allLabels;
    /** Which of all images the images of {@code source} are, in order; these are {@code size} of them. */
    private final int[] places;

    private final int from;
    private final int size;

    /** Found when first asked for; null until then. */
    private volatile String sha256;

    /** Other images out of the same arrays. */
    private LabelledImages(LabelledImages whole, String source, int[] places, int from, int size) {
        this.source = source;
        this.shape = whole.shape;
        this.classNames = whole.classNames;
        this.allPixels = whole.allPixels;
        this.allLabels = whole.allLabels;
        this.places = places;
        this.from = from;
        this.size = size;
    }

    private LabelledImages(String name, IdxFile images, IdxFile labels, List<String> classNames) {
        this.source = name;
        this.shape = images.dimensions().subList(1, 3);
        this.classNames = classNames;
        this.allPixels = images.elements();
        this.allLabels = labels.elements();
        this.places = IntStream.range(0, allLabels.length).toArray();
        this.from = 0;
        this.size = allLabels.length;
    }

    /**
     * Joins images [n, height, width] and labels [n]; the classes' names are their numbers.
     *
     * @param name what results and error messages call this set
     * @param classes how many classes there are: labels go from 0 to {@code classes - 1}; from 2 to 256
     * @throws IllegalArgumentException naming the file if the dimensions are others, the numbers of images and labels
     *     differ, or a label is out of range
     */
    public static LabelledImages of(String name, IdxFile images, IdxFile labels, int classes) {
        return of(name, images, labels, numbers(classes));
    }

    /**
     * Joins images [n, height, width] and labels [n].
     *
     * @param name what results and error messages call this set
     * @param classNames what the classes are called, the one with label 0 first; from 2 to 256
     * @throws IllegalArgumentException naming the file if the dimensions are others, the numbers of images and labels
     *     differ, or a label is out of range
     */
    public static LabelledImages of(String name, IdxFile images, IdxFile labels, List<String> classNames) {
        requireDimensions(images, "images [n, height, width]", 3);
        requireDimensions(labels, "labels [n]", 1);
        if (!images.dimensions().get(0).equals(labels.dimensions().get(0))) {
            throw new IllegalArgumentException(
                    images.source() + " holds " + images.dimensions().get(0) + " images, but " + labels.source()
                            + " holds " + labels.size() + " labels; there must be as many");
        }
        int classes = classNames.size();
        if (classes < 2 || classes > 256) {
            throw new IllegalArgumentException(name + ": classes is " + classes + ", but must be from 2 to 256");
        }
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) >= classes) {
                throw new IllegalArgumentException(labels.source() + ": byte " + labels.offsetOf(i) + ": label " + i
                        + " is " + labels.get(i) + ", but must be from 0 to " + (classes - 1));
            }
        }
        return new LabelledImages(name, images, labels, List.copyOf(classNames));
    }

    private static List<String> numbers(int classes) {
        return IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    }

    private static void requireDimensions(IdxFile file, String what, int dimensions) {
        if (file.dimensions().size() != dimensions) {
            throw new IllegalArgumentException(
                    file.source() + ": dimensions are " + file.dimensions() + ", but " + what + " are needed");
        }
    }

    /** The name, and for a slice where it stands in the whole: {@code mnist-train[50000:60000]}. */
    public String name() {
        return size == places.length ? source : source + "[" + from + ":" + (from + size) + "]";
    }

    /** The number of images. */
    public int size() {
        return size;
    }

    public int height() {
        return shape.get(0);
    }

    public int width() {
        return shape.get(1);
    }

    /** The number of pixels of one image: height times width. */
    public int pixels() {
        return height() * width();
    }

    public int classes() {
        return classNames.size();
    }

    /** What the classes are called, in the order of their numbers; the numbers themselves where nobody named them. */
    public List<String> classNames() {
        return classNames;
    }

    /** How many of these images each class has. */
    public ClassBalance balance() {
        Integer[] counts = new Integer[classes()];
        Arrays.fill(counts, 0);
        for (int i = 0; i < size; i++) {
            counts[label(i)]++;
        }
        return new ClassBalance(classNames, List.of(counts));
    }

    /** The class of image {@code i}, from 0 to {@code classes() - 1}. */
    public int label(int i) {
        return allLabels[place(i)] & 0xFF;
    }

    /** Pixel {@code p} of image {@code i}, counted row by row, from 0 (black) to 255 (white). */
    public int pixel(int i, int p) {
        if (p < 0 || p >= pixels()) {
            throw new IndexOutOfBoundsException(
                    name() + " has " + pixels() + " pixels per image, there is no pixel " + p);
        }
        return allPixels[start(i) + p] & 0xFF;
    }

    /** A new array of the pixels of image {@code i} divided by 255, row by row. */
    public float[] intensities(int i) {
        return Intensities.of(allPixels, start(i), pixels());
    }

    public GreyImage image(int i) {
        int start = start(i);
        return GreyImage.owning(height(), width(), Arrays.copyOfRange(allPixels, start, start + pixels()));
    }

    /**
     * The images from {@code start} (counted from 0) up to but not including {@code end}, as a view.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= start <= end <= size()}
     */
    public LabelledImages slice(int start, int end) {
        if (start < 0 || end < start || end > size) {
            throw new IndexOutOfBoundsException(
                    name() + " has " + size + " images; a slice from " + start + " to " + end + " does not lie within");
        }
        return new LabelledImages(this, source, places, from + start, end - start);
    }

    /**
     * The images with the given indices, in the order given, as a view.
     *
     * @param name what results and error messages call them
     * @throws IndexOutOfBoundsException if there is no image with one of the indices
     */
    public LabelledImages selected(String name, int... indices) {
        int[] selected = Arrays.stream(indices).map(this::place).toArray();
        return new LabelledImages(this, name, selected, 0, selected.length);
    }

    /** These images in the order that {@link Shuffle} gives them for the seed, as a view. */
    public LabelledImages shuffled(long seed) {
        return selected(name() + " shuffled by " + seed, Shuffle.order(size, seed));
    }

    /**
     * The first {@code count} images, as a view.
     *
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public LabelledImages first(int count) {
        return slice(0, count);
    }

    /** The SHA-256 of these images' pixels followed by their labels, one byte each, in lower-case hex. */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = computedSha256();
            sha256 = known;
        }
        return known;
    }

    private String computedSha256() {
        MessageDigest digest = Sha256.digest();
        for (int i = 0; i < size; i++) {
            digest.update(allPixels, start(i), pixels());
        }
        for (int i = 0; i < size; i++) {
            digest.update(allLabels[place(i)]);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public String toString() {
        return name() + " (" + size + " images of " + height() + " x " + width() + ", " + classes() + " classes)";
    }

    private int start(int i) {
        return place(i) * pixels();
    }

    private int place(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException(name() + " has " + size + " images, there is no image " + i);
        }
        return places[from + i];
    }
}
