package org.snn4j.analysis.chart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.snn4j.network.Monitor;
import org.snn4j.network.Parameters;
import org.snn4j.network.Recording;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * What was recorded, as charts take it, wherever it comes from: recordings, a monitor, arrays by name, or files.
 *
 * @param arrays by name, layer and variable: "Ae.s". Spikes and voltages are [steps, batch, ...shape of the layer], or
 *     [steps, neurons] of one sample; theta is [steps, ...shape]
 * @param dt the length of a step, ms
 * @param sample which of the batch is drawn
 */
public record Recorded(Map<String, NdArray> arrays, double dt, int sample) {
    private static final double USUAL_DT = 1;

    public Recorded {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        Parameters.positive("Recorded", "dt", dt);
        if (sample < 0) {
            throw new IllegalArgumentException("sample " + sample + " must be 0 or more");
        }
    }

    /** The first sample of arrays by name; a step is 1 ms. */
    public static Recorded of(Map<String, ? extends NdArray> arrays) {
        return new Recorded(new LinkedHashMap<>(arrays), USUAL_DT, 0);
    }

    /** The first sample of recordings; a step is 1 ms. */
    public static Recorded of(Recording... recordings) {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        for (Recording recording : recordings) {
            arrays.put(recording.name(), recording.values());
        }
        return of(arrays);
    }

    /** The first sample of all that a monitor has recorded; a step is 1 ms. */
    public static Recorded of(Monitor monitor) {
        return of(monitor.arrays());
    }

    /**
     * The first sample of what some variables were in the first run: from a folder that {@code simulate} wrote, an .npz file
     * of a monitor, or one .npy file. A step is 1 ms.
     *
     * @throws IOException if there is nothing of these variables, or it cannot be read
     */
    public static Recorded read(Path path, Variable... variables) throws IOException {
        return read(path, 0, variables);
    }

    /** The same of another run of a folder that {@code simulate} wrote; a file holds one. */
    public static Recorded read(Path path, int run, Variable... variables) throws IOException {
        return of(new RecordedFiles(path, List.of(variables)).read(run));
    }

    /** The same with steps of another length, ms. */
    public Recorded withDt(double milliseconds) {
        return new Recorded(arrays, milliseconds, sample);
    }

    /** Another sample of the batch. */
    public Recorded ofSample(int number) {
        return new Recorded(arrays, dt, number);
    }

    /**
     * Only these layers, in this order.
     *
     * @throws NoSuchElementException naming the layers that there are, if one is not there
     */
    public Recorded ofLayers(List<String> layers) {
        Map<String, NdArray> chosen = new LinkedHashMap<>();
        for (String layer : layers) {
            arrays.forEach((name, array) -> {
                if (subject(name).equals(layer)) {
                    chosen.put(name, array);
                }
            });
            if (layersIn(chosen).stream().noneMatch(layer::equals)) {
                throw new NoSuchElementException(
                        "there is no recording of layer " + layer + "; there are " + layersIn(arrays));
            }
        }
        return new Recorded(chosen, dt, sample);
    }

    /** The spikes of every layer of which there are any. */
    public RasterChart raster() {
        List<RasterChart.Panel> panels = new ArrayList<>();
        arrays.forEach((name, array) -> {
            if (isOf(name, Variable.SPIKES)) {
                panels.add(new RasterChart.Panel(subject(name), train(name, array)));
            }
        });
        if (panels.isEmpty()) {
            throw missing(Variable.SPIKES);
        }
        return new RasterChart(dt, panels);
    }

    /** The voltages of the first layer of which there are any. */
    public VoltageChart voltages() {
        String name = first(Variable.VOLTAGE);
        if (!(arrays.get(name) instanceof FloatArray)) {
            throw new IllegalArgumentException(name + " is a " + arrays.get(name) + "; voltages are floats");
        }
        return new VoltageChart(dt, floats(name, ofSample(name)));
    }

    /**
     * The same with the layer's threshold: the given one, mV, plus theta where that was recorded too.
     */
    public VoltageChart voltages(double threshold) {
        VoltageChart chart = voltages();
        NdArray theta = arrays.get(subject(first(Variable.VOLTAGE)) + "." + Variable.THETA);
        if (theta == null) {
            return chart.withThreshold(threshold);
        }
        Shape shape = chart.voltages().shape();
        NdArray.requireSize(shape, theta.shape().size());
        float[] levels = new float[shape.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) (threshold + theta.asDouble(i));
        }
        return chart.withThresholds(FloatArray.of(shape, levels));
    }

    /** The raster, with its first layer as the input of an image. @param image [height, width], if it is known */
    public SampleChart beside(Optional<FloatArray> image) {
        return new SampleChart(image, raster());
    }

    private String first(Variable variable) {
        return arrays.keySet().stream()
                .filter(name -> isOf(name, variable))
                .findFirst()
                .orElseThrow(() -> missing(variable));
    }

    private NoSuchElementException missing(Variable variable) {
        return new NoSuchElementException(
                "there is no recording of " + variable + " of a layer; there are " + arrays.keySet());
    }

    private SpikeTrain train(String name, NdArray array) {
        NdArray chosen = ofSample(name);
        byte[] spikes = new byte[chosen.shape().size()];
        for (int i = 0; i < spikes.length; i++) {
            double value = chosen.asDouble(i);
            if (value != 0 && value != 1) {
                throw new IllegalArgumentException(
                        name + " of shape " + array.shape() + " holds " + value + "; spikes are 0 or 1");
            }
            spikes[i] = (byte) value;
        }
        return SpikeTrain.ofDense(ByteArray.of(chosen.shape(), spikes));
    }

    private static FloatArray floats(String name, NdArray array) {
        float[] values = new float[array.shape().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.asDouble(i);
        }
        int steps = array.shape().length(0);
        if (steps == 0) {
            throw new IllegalArgumentException(name + " holds no step; at least one would be right");
        }
        return FloatArray.of(Shape.of(steps, values.length / steps), values);
    }

    /** One sample of an array, [steps, ...shape]. */
    private NdArray ofSample(String name) {
        NdArray array = arrays.get(name);
        Shape shape = array.shape();
        if (shape.rank() < 2) {
            throw new IllegalArgumentException(
                    name + " has shape " + shape + "; [steps, batch, ...shape of the layer] would be right");
        }
        if (shape.rank() == 2) {
            Objects.checkIndex(sample, 1);
            return array;
        }
        if (sample >= shape.length(1)) {
            throw new IndexOutOfBoundsException("there is no sample " + sample + " in " + name
                    + "; there are samples 0 to " + (shape.length(1) - 1));
        }
        Shape layer = shape.inner().inner();
        float[] chosen = new float[shape.length(0) * layer.size()];
        for (int step = 0; step < shape.length(0); step++) {
            int from = (step * shape.length(1) + sample) * layer.size();
            for (int i = 0; i < layer.size(); i++) {
                chosen[step * layer.size() + i] = (float) array.asDouble(from + i);
            }
        }
        return FloatArray.of(layer.within(shape.length(0)), chosen);
    }

    private static List<String> layersIn(Map<String, NdArray> arrays) {
        return arrays.keySet().stream().map(Recorded::subject).distinct().toList();
    }

    private static boolean isOf(String name, Variable variable) {
        return name.endsWith("." + variable);
    }

    private static String subject(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
