package org.snn4j.analysis.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleInsets;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/**
 * What each neuron of a layer has learned to look for: its incoming weights as an image, all images in one mosaic
 * and on one colour scale.
 */
public final class ReceptiveFields {
    private static final Color GAP = new Color(0xd5dae0);
    private static final int MOST_PIXELS_A_WEIGHT = 16;
    private static final int USUAL_WIDTH = 1_280;
    private static final int LARGEST_SIDE = 8_000;
    private static final int LEAST_WIDTH = 360;
    /** A power of two, so that the last tick falls exactly on the greatest weight. */
    private static final int TICKS_A_SIDE = 4;

    private final FloatArray weights;
    private final Mosaic mosaic;
    private final ColourScale scale;
    /** The neuron that stands at each place. */
    private final int[] order;
    /** What is written on the image at each place; empty for no writing. */
    private final List<String> labels;

    private ReceptiveFields(FloatArray weights, Mosaic mosaic, ColourScale scale, int[] order, List<String> labels) {
        this.weights = weights;
        this.mosaic = mosaic;
        this.scale = scale;
        this.order = order;
        this.labels = labels;
    }

    /**
     * Neurons in the order of their numbers.
     *
     * @param weights [inputs, neurons]; column j holds the weights into neuron j, the image's rows one after another
     * @param image [height, width], with height times width inputs
     * @throws IllegalArgumentException if the shapes do not fit each other or a weight is not finite
     */
    public static ReceptiveFields of(FloatArray weights, Shape image) {
        if (weights.shape().rank() != 2) {
            throw new IllegalArgumentException(
                    "weights of shape " + weights.shape() + " are no receptive fields; give [inputs, neurons]");
        }
        int neurons = weights.shape().length(1);
        Mosaic mosaic = Mosaic.of(neurons, image);
        if (weights.shape().length(0) != image.size()) {
            throw new IllegalArgumentException("weights of shape " + weights.shape() + " hold "
                    + weights.shape().length(0) + " inputs for a neuron, but an image of shape " + image + " has "
                    + image.size() + " pixels");
        }
        return new ReceptiveFields(
                weights, mosaic, scaleOf(weights), IntStream.range(0, neurons).toArray(), List.of());
    }

    /** Of weights that are images already. */
    public static ReceptiveFields of(WeightImages images) {
        return of(images.fields(), images.image());
    }

    /**
     * The same neurons ordered by the class that they were assigned, in each class by their numbers, with the class
     * written in the corner. Neurons without a class come last and bear a dash.
     *
     * @param classes the class of each neuron, counted from 0; -1 for none
     * @throws IllegalArgumentException if there are not as many classes as neurons, or one is less than -1
     */
    public ReceptiveFields byClass(int... classes) {
        requireClasses(classes);
        int[] byClass = IntStream.range(0, classes.length)
                .boxed()
                .sorted(Comparator.comparingInt(neuron -> classes[neuron] < 0 ? Integer.MAX_VALUE : classes[neuron]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<String> written = IntStream.of(byClass)
                .mapToObj(neuron -> classes[neuron] < 0 ? "–" : String.valueOf(classes[neuron]))
                .toList();
        return new ReceptiveFields(weights, mosaic, scale, byClass, written);
    }

    /**
     * The same on a colour scale for weights from {@code least} to {@code greatest}, so that several can be compared.
     *
     * @throws IllegalArgumentException if the ends are not finite or the wrong way round
     */
    public ReceptiveFields between(double least, double greatest) {
        return new ReceptiveFields(weights, mosaic, ColourScale.ofWeights(least, greatest), order, labels);
    }

    /**
     * The mosaic alone, without classes or a scale: one pixel for each weight, in seven colours. Small, for pages that show many of
     * them.
     */
    public PngImage mosaic() {
        return mosaic(IndexedMosaic.FEW);
    }

    /**
     * The same in 255 colours: quickly drawn, to be shown again and again. From one image to the next it is a pixel more than an
     * image is wide, or high, and the first stands a pixel from the left and the top.
     */
    public PngImage smoothMosaic() {
        return mosaic(IndexedMosaic.MANY);
    }

    private PngImage mosaic(int colours) {
        IndexedMosaic drawing = new IndexedMosaic(mosaic, scale, GAP, colours);
        for (int place = 0; place < order.length; place++) {
            int neuron = order[place];
            drawing.paint(place, input -> weights.get(input * order.length + neuron));
        }
        return drawing.png();
    }

    /** How many images stand in a row of the mosaic. */
    public int columns() {
        return mosaic.columns();
    }

    /** The mosaic with its title and colour scale; the size that suits it is the one of {@link #png}. */
    public JFreeChart chart(String title) {
        XYPlot plot = ChartTheme.plot(hiddenAxis(), hiddenAxis());
        plot.setRangeGridlinesVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.addAnnotation(new PixelImage(image(), mosaic, labels));
        JFreeChart chart = ChartTheme.chart(title, plot);
        chart.addSubtitle(legend());
        return chart;
    }

    /**
     * The chart as a picture in which every weight is a square of the same whole number of pixels. Only a mosaic of
     * more than 8,000 pixels a side is shrunk.
     */
    public PngImage png(String title) {
        return picture(title).png();
    }

    /** The chart in the size of {@link #png}. */
    public Picture picture(String title) {
        return Charts.fitted(chart(title), cssPixels(mosaic.width()), cssPixels(mosaic.height()), LEAST_WIDTH);
    }

    private int cssPixels(int weights) {
        return (int) Math.ceil(weights * pixelsAWeight() / Charts.DENSITY);
    }

    /** The mosaic alone, one pixel for each weight. */
    BufferedImage image() {
        BufferedImage image = new BufferedImage(mosaic.width(), mosaic.height(), BufferedImage.TYPE_INT_RGB);
        int[] gap = new int[mosaic.width() * mosaic.height()];
        Arrays.fill(gap, GAP.getRGB());
        image.setRGB(0, 0, mosaic.width(), mosaic.height(), gap, 0, mosaic.width());
        for (int place = 0; place < order.length; place++) {
            paint(image, place);
        }
        return image;
    }

    private void paint(BufferedImage image, int place) {
        int neurons = weights.shape().length(1);
        int left = mosaic.left(place);
        int top = mosaic.top(place);
        for (int row = 0; row < mosaic.imageHeight(); row++) {
            for (int column = 0; column < mosaic.imageWidth(); column++) {
                int input = row * mosaic.imageWidth() + column;
                float weight = weights.get(input * neurons + order[place]);
                image.setRGB(left + column, top + row, scale.colour(weight).getRGB());
            }
        }
    }

    ColourScale scale() {
        return scale;
    }

    private double pixelsAWeight() {
        int longest = Math.max(mosaic.width(), mosaic.height());
        if (longest > LARGEST_SIDE) {
            return (double) LARGEST_SIDE / longest;
        }
        return Math.min(MOST_PIXELS_A_WEIGHT, Math.max(1, USUAL_WIDTH / longest));
    }

    private PaintScaleLegend legend() {
        NumberAxis axis = ChartTheme.axis("weight");
        axis.setTickUnit(new NumberTickUnit(scale.high() / TICKS_A_SIDE, threeDigits(scale.high())));
        return ChartTheme.legend(scale, axis);
    }

    private static DecimalFormat threeDigits(double greatest) {
        int exponent = (int) Math.floor(Math.log10(greatest));
        boolean isPlain = exponent > -4 && exponent < 6;
        return ChartTheme.number(isPlain ? "0." + "0".repeat(Math.max(0, 2 - exponent)) : "0.00E0");
    }

    private static NumberAxis hiddenAxis() {
        NumberAxis axis = new NumberAxis();
        axis.setVisible(false);
        return axis;
    }

    private static ColourScale scaleOf(FloatArray weights) {
        float least = 0;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.shape().size(); i++) {
            float weight = weights.get(i);
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException(
                        "the weight from input " + i / weights.shape().length(1)
                                + " to neuron " + i % weights.shape().length(1) + " is " + weight
                                + "; only finite weights have a colour");
            }
            least = Math.min(least, weight);
            greatest = Math.max(greatest, weight);
        }
        return ColourScale.ofWeights(least, greatest);
    }

    private void requireClasses(int[] classes) {
        if (classes.length != order.length) {
            throw new IllegalArgumentException(classes.length + " classes were given for " + order.length
                    + " neurons; give one for each, -1 for a neuron without a class");
        }
        for (int neuron = 0; neuron < classes.length; neuron++) {
            if (classes[neuron] < -1) {
                throw new IllegalArgumentException("neuron " + neuron + " has class " + classes[neuron]
                        + "; a class is 0 or more, or -1 for none");
            }
        }
    }
}
