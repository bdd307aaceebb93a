package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.NpySlices;

/**
 * Spikes that some simulator recorded, in an .npy file: of [samples, steps, neurons] or [steps, samples, neurons], each 0 or
 * 1, or counts of [samples, neurons]. Any type that the codec reads will do if the numbers are right. The file is read
 * slice by slice.
 */
final class RecordedSpikes {
    private final Path file;
    private final List<Integer> shape;
    private final Layout layout;

    /** What the dimensions are. */
    enum Layout {
        COUNTS("[samples, neurons]"),
        SAMPLES_FIRST("[samples, steps, neurons]"),
        STEPS_FIRST("[steps, samples, neurons]");

        private final String dimensions;

        Layout(String dimensions) {
            this.dimensions = dimensions;
        }
    }

    private RecordedSpikes(Path file, List<Integer> shape, Layout layout) throws IOException {
        this.file = file;
        this.shape = shape;
        this.layout = layout;
        if (shape.contains(0)) {
            throw new IOException(this + ", so there is nothing to score");
        }
    }

    /** Looks at the file's shape. @param spikes what three dimensions are */
    static RecordedSpikes open(Path file, Layout spikes) throws IOException {
        try (NpySlices slices = NpySlices.open(file)) {
            return switch (slices.lengths().size()) {
                case 2 -> new RecordedSpikes(file, slices.lengths(), Layout.COUNTS);
                case 3 -> new RecordedSpikes(file, slices.lengths(), spikes);
                default ->
                    throw new IOException(file + ": has shape " + slices.lengths() + "; spikes of " + spikes.dimensions
                            + " or counts of " + Layout.COUNTS.dimensions + " would be right");
            };
        }
    }

    int samples() {
        return shape.get(layout == Layout.STEPS_FIRST ? 1 : 0);
    }

    int neurons() {
        return shape.get(shape.size() - 1);
    }

    /** Whether it says when neurons fired, not only how often. */
    boolean hasTimes() {
        return layout != Layout.COUNTS;
    }

    /** For those who give another number of samples than there are: which dimension was taken for the samples. */
    String hint() {
        return "; " + this
                + switch (layout) {
                    case COUNTS -> "";
                    case SAMPLES_FIRST -> ", and with --steps-first " + Layout.STEPS_FIRST.dimensions;
                    case STEPS_FIRST -> ", and without --steps-first " + Layout.SAMPLES_FIRST.dimensions;
                };
    }

    /** What is done with a sample. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param counts the spikes of each neuron
         * @param order the neurons in the order in which they fired, those of a step ascending; empty without times
         */
        void visit(int sample, int[] counts, int[] order);
    }

    /** Visits every sample in order. */
    void forEach(Visitor visitor) throws IOException {
        try (NpySlices slices = NpySlices.open(file)) {
            if (layout == Layout.STEPS_FIRST) {
                visitTransposed(slices, visitor);
                return;
            }
            for (int sample = 0; slices.hasNext(); sample++) {
                NdArray slice = slices.next();
                if (layout == Layout.COUNTS) {
                    visitor.visit(sample, counts(slice, sample), new int[0]);
                } else {
                    Spikes spikes = new Spikes(neurons());
                    for (int i = 0; i < slice.shape().size(); i++) {
                        add(slice.asDouble(i), new Place(sample, i / neurons(), i % neurons()), spikes);
                    }
                    visitor.visit(sample, spikes.counts, spikes.order());
                }
            }
        }
    }

    private void visitTransposed(NpySlices slices, Visitor visitor) throws IOException {
        Spikes[] samples = new Spikes[samples()];
        Arrays.setAll(samples, sample -> new Spikes(neurons()));
        for (int step = 0; slices.hasNext(); step++) {
            NdArray slice = slices.next();
            for (int i = 0; i < slice.shape().size(); i++) {
                Place place = new Place(i / neurons(), step, i % neurons());
                add(slice.asDouble(i), place, samples[place.sample()]);
            }
        }
        for (int sample = 0; sample < samples.length; sample++) {
            visitor.visit(sample, samples[sample].counts, samples[sample].order());
        }
    }

    private record Place(int sample, int step, int neuron) {}

    private void add(double value, Place place, Spikes spikes) throws IOException {
        if (value == 1) {
            spikes.add(place.neuron());
        } else if (value != 0) {
            throw new IOException(file + ": the spike of neuron " + place.neuron() + " at step " + place.step()
                    + " of sample " + place.sample() + " is " + number(value)
                    + "; 0 or 1 would be right, and counts have no steps: " + Layout.COUNTS.dimensions);
        }
    }

    private int[] counts(NdArray slice, int sample) throws IOException {
        int[] counts = new int[neurons()];
        for (int neuron = 0; neuron < counts.length; neuron++) {
            double count = slice.asDouble(neuron);
            counts[neuron] = (int) count;
            if (!(count >= 0 && counts[neuron] == count)) {
                throw new IOException(file + ": the count of neuron " + neuron + " in sample " + sample + " is "
                        + number(count) + "; a whole number from 0 to " + Integer.MAX_VALUE + " would be right");
            }
        }
        return counts;
    }

    private static String number(double value) {
        return value == (long) value ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** One sample's spikes as they are read. */
    private static final class Spikes {
        private final int[] counts;
        private int[] order = new int[16];
        private int fired;

        Spikes(int neurons) {
            counts = new int[neurons];
        }

        void add(int neuron) {
            counts[neuron]++;
            if (fired == order.length) {
                order = Arrays.copyOf(order, 2 * fired);
            }
            order[fired++] = neuron;
        }

        int[] order() {
            return Arrays.copyOf(order, fired);
        }
    }

    /** The file and its shape. */
    @Override
    public String toString() {
        return file + ": has shape " + shape + ", which is " + layout.dimensions;
    }
}
