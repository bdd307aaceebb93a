package org.snn4j.analysis.chart;

import java.util.Optional;
import java.util.stream.IntStream;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Topology;

/**
 * Every picture with one call: {@code Plots.raster(Recorded.of(monitor)).save(file)}. The charts themselves, in this package,
 * take more to say.
 */
public final class Plots {
    private static final int BINS = 40;
    private static final int FEW = 3;

    private Plots() {}

    /** When the neurons of every layer fired. */
    public static Picture raster(Recorded recorded) {
        RasterChart chart = recorded.raster();
        return Picture.of(chart.chart("Spikes"), 900, chart.panels().size() == 1 ? 420 : 640);
    }

    /**
     * The membrane potentials of some neurons of the first recorded layer, as lines.
     *
     * @param neurons from one to six; three far from each other if none are given
     */
    public static Picture voltages(Recorded recorded, int... neurons) {
        return voltages(recorded.voltages(), neurons);
    }

    /** The same of a chart that knows its thresholds. */
    public static Picture voltages(VoltageChart chart, int... neurons) {
        int[] chosen =
                neurons.length > 0 ? neurons : few(chart.voltages().shape().length(1));
        return Picture.of(chart.lines("Membrane potentials", chosen), 900, 420);
    }

    /** Apart from each other, since neighbours may be alike. */
    private static int[] few(int neurons) {
        int count = Math.min(FEW, neurons);
        return IntStream.range(0, count).map(i -> i * neurons / count).toArray();
    }

    /** The membrane potentials of all neurons of the first recorded layer, as colours. */
    public static Picture voltageMap(Recorded recorded) {
        return voltageMap(recorded.voltages());
    }

    /** The same of a chart that knows its thresholds. */
    public static Picture voltageMap(VoltageChart chart) {
        return Picture.of(chart.heatMap("Membrane potentials"), 900, 600);
    }

    /**
     * What each neuron looks for.
     *
     * @param weights of a dense connection, [inputs, neurons]
     * @param image [height, width]
     */
    public static Picture fields(FloatArray weights, Shape image) {
        return fields(ReceptiveFields.of(weights, image));
    }

    /**
     * What each neuron, or each kernel that neurons share, looks for: of a dense, local or convolutional connection.
     *
     * @param image [height, width] of what the source layer shows
     * @throws IllegalArgumentException if a connection of that kind has no images
     */
    public static Picture fields(Topology topology, FloatArray weights, Shape image) {
        return fields(ReceptiveFields.of(WeightImages.of(topology, weights, image)
                .orElseThrow(() -> new IllegalArgumentException("the weights of a connection " + topology.type()
                        + " of shape " + weights.shape()
                        + " are no images; those of a dense, local or convolutional one would be right"))));
    }

    /** The same of fields that may be sorted by class. */
    public static Picture fields(ReceptiveFields fields) {
        return fields.picture("Receptive fields");
    }

    /** Which class each neuron stands for. */
    public static Picture classMap(LabelAssignment assignment) {
        return classMap(ClassMap.of(assignment));
    }

    /** The same with classes that have names. */
    public static Picture classMap(ClassMap map) {
        return map.picture("Classes of the neurons");
    }

    public static Picture accuracy(AccuracyCurve curve) {
        return Picture.of(curve.chart("Accuracy while training"), 600, 440);
    }

    public static Picture confusion(ConfusionMatrix matrix) {
        return Picture.of(new ConfusionChart(matrix).chart("Confusion matrix"), 600, 600);
    }

    /** How many weights lie where, mV; counts are logarithmic, since most weights are zero after learning. */
    public static Picture weights(NdArray weights) {
        return histogram(weights, "Weights", "weight (mV)", Histogram.CountAxis.LOGARITHMIC);
    }

    /** How many thetas lie where, mV. */
    public static Picture theta(NdArray theta) {
        return histogram(theta, "Theta", "theta (mV)", Histogram.CountAxis.LINEAR);
    }

    private static Picture histogram(NdArray values, String title, String quantity, Histogram.CountAxis counts) {
        return Picture.of(Histogram.of(values, BINS).chart(title, quantity, counts), 600, 380);
    }

    /** How often each input fired, as an image, beside the raster. */
    public static Picture input(Recorded recorded) {
        return input(recorded.beside(Optional.empty()));
    }

    /** The image that was shown beside its spikes. @param image [height, width], 1 for white */
    public static Picture input(FloatArray image, Recorded recorded) {
        return input(recorded.beside(Optional.of(image)));
    }

    /** The same of any sample. */
    public static Picture input(SampleChart chart) {
        return chart.picture("Input and spikes");
    }
}
