package org.snn4j.datasets.images.digit;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.snn4j.datasets.images.AreaMean;

/**
 * What is written on an image, whichever of ink and paper is lighter: for each pixel the part of the paper's light that
 * is missing, from 0 to 1; where the paper is the darker of the two, the same of the negative.
 */
record Ink(double[][] strength) {
    /**
     * What is fainter than this part of the strongest ink does not widen the box around the ink. Of the 10,000 test
     * digits of MNIST, 8 move by a pixel at 0.04 and 35 at 0.1; noise and compression ask for more rather than less.
     */
    static final double FAINT = 0.05;

    /** What differs from the paper by less than this many standard deviations of the noise is paper. */
    private static final double NOISE = 5;
    /** What lacks less light than this part of the strongest ink is mostly paper. */
    private static final double PAPER = 0.3;
    /** Half a grey level. */
    private static final double LEAST = 0.5 / 255;
    /** Marks that are narrower than twice this part of the longer side are ink, wider ones are shadows. */
    private static final double WIDEST = 0.18;
    /** Marks along the border that are narrower than this part of the longer side are ink, wider ones are dark corners. */
    private static final double RIM = 0.1;

    /**
     * Takes noise and light away. Paper is estimated twice, by the {@link Closing} of the image, which knows the edges of
     * shadows, and by that of what is left when the smooth {@link Background} is divided out, which does not mistake
     * dark corners; the darker of the two is taken.
     *
     * @param image grey levels from 0 to 255; not modified
     * @throws IllegalArgumentException if the image holds nothing but its background
     */
    static Ink of(double[][] image) {
        Noise photograph = Noise.reduced(image);
        Surface background = Background.of(photograph.image());
        if (skewness(photograph.image(), background) < 0) {
            return darkOn(photograph, background);
        }
        Noise negative = new Noise(negative(photograph.image()), photograph.deviation());
        return darkOn(negative, Background.of(negative.image()));
    }

    /** The sum of the cubes of the differences: negative if what differs most is darker than the background. */
    private static double skewness(double[][] image, Surface background) {
        double sum = 0;
        for (int row = 0; row < image.length; row++) {
            for (int column = 0; column < image[0].length; column++) {
                double difference = image[row][column] - background.at(row, column, image);
                sum += difference * difference * difference;
            }
        }
        return sum;
    }

    private static double[][] negative(double[][] image) {
        return Arrays.stream(image)
                .map(row -> Arrays.stream(row).map(level -> 255 - level).toArray())
                .toArray(double[][]::new);
    }

    private static Ink darkOn(Noise photograph, Surface background) {
        double[][] image = photograph.image();
        double[][] light = levels(image, background);
        double[][] relative = closed(combined(image, light, (level, white) -> level / white));
        double[][] paper = combined(
                combined(relative, light, (part, white) -> Math.max(1, part * white)), closed(image), Math::min);
        double[][] missing = combined(image, paper, (level, white) -> (white - level) / Math.max(1, white));
        double[][] limits =
                combined(missing, paper, (part, white) -> NOISE * photograph.deviation() / Math.max(1, white));
        double envelope =
                envelope(missing, 2 * Arrays.stream(all(limits)).average().orElseThrow());
        return withoutPaper(combined(missing, limits, (part, limit) -> (part - envelope) / (1 - envelope)), limits);
    }

    /**
     * The closing follows the lightest pixels of the paper; this is what its typical pixels lack.
     *
     * @param noise what paper lacks at the most
     */
    private static double envelope(double[][] missing, double noise) {
        double most = Math.max(noise, PAPER * strongest(missing));
        return Noise.median(
                Arrays.stream(all(missing)).filter(part -> part <= most).toArray());
    }

    private static double[] all(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double strongest(double[][] strength) {
        return Arrays.stream(all(strength)).max().orElseThrow();
    }

    private static double[][] closed(double[][] image) {
        int side = Math.max(image.length, image[0].length);
        return Closing.of(image, (int) Math.round(WIDEST * side), (int) Math.round(RIM * side));
    }

    private static double[][] levels(double[][] image, Surface background) {
        double[][] levels = new double[image.length][image[0].length];
        for (int row = 0; row < image.length; row++) {
            for (int column = 0; column < image[0].length; column++) {
                levels[row][column] = Math.max(1, background.at(row, column, image));
            }
        }
        return levels;
    }

    private static double[][] combined(double[][] first, double[][] second, DoubleBinaryOperator operator) {
        double[][] combined = new double[first.length][first[0].length];
        for (int row = 0; row < first.length; row++) {
            for (int column = 0; column < first[0].length; column++) {
                combined[row][column] = operator.applyAsDouble(first[row][column], second[row][column]);
            }
        }
        return combined;
    }

    private static Ink withoutPaper(double[][] missing, double[][] limits) {
        double[][] ink = combined(missing, limits, (part, limit) -> part > Math.max(LEAST, limit) ? part : 0);
        if (strongest(ink) == 0) {
            throw new IllegalArgumentException("the image is empty: nothing stands out from its background");
        }
        return new Ink(Strokes.withoutSpecks(ink, FAINT * strongest(ink)));
    }

    /** Cut to the ink and scaled so that the longer side is {@code side} pixels. */
    double[][] scaled(int side) {
        double[][] cut = cut();
        double scale = (double) side / Math.max(cut.length, cut[0].length);
        return AreaMean.scaled(cut, Math.max(1, (int) Math.round(scale * cut.length)), Math.max(1, (int)
                Math.round(scale * cut[0].length)));
    }

    private double[][] cut() {
        double faint = FAINT
                * Arrays.stream(strength).flatMapToDouble(Arrays::stream).max().orElseThrow();
        int top = strength.length;
        int left = strength[0].length;
        int bottom = 0;
        int right = 0;
        for (int row = 0; row < strength.length; row++) {
            for (int column = 0; column < strength[0].length; column++) {
                if (strength[row][column] > faint) {
                    top = Math.min(top, row);
                    left = Math.min(left, column);
                    bottom = Math.max(bottom, row + 1);
                    right = Math.max(right, column + 1);
                }
            }
        }
        double[][] cut = new double[bottom - top][];
        for (int row = top; row < bottom; row++) {
            cut[row - top] = Arrays.copyOfRange(strength[row], left, right);
        }
        return cut;
    }
}
