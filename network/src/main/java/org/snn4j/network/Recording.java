package org.snn4j.network;

import java.util.Arrays;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/** One variable of one layer as it was in each step of the last run. Spikes are kept as events, other values densely. */
public final class Recording {
    private final Layer layer;
    private final int layerIndex;
    private final Variable variable;
    private final int[] fired;
    private int steps;
    private int batch;
    private int step;
    /** For spikes, by sample: events in the order of the steps. */
    private long[][] events = new long[0][];

    private int[] eventCounts = new int[0];
    /** For other variables: [steps, batch, neurons]. */
    private float[] values = new float[0];

    Recording(Layer layer, int layerIndex, Variable variable) {
        this.layer = layer;
        this.layerIndex = layerIndex;
        this.variable = variable;
        this.fired = new int[layer.size()];
    }

    public String layer() {
        return layer.name();
    }

    public Variable variable() {
        return variable;
    }

    /** The number of steps recorded. */
    public int steps() {
        return step;
    }

    /** The number of samples of the batch that was recorded. */
    public int batch() {
        return batch;
    }

    /** How often each neuron fired in one sample of the last run, [neurons]. */
    public int[] counts(int sample) {
        requireSpikes();
        int[] counts = new int[layer.size()];
        for (int e = 0; e < eventCounts[sample]; e++) {
            counts[neuron(events[sample][e])]++;
        }
        return counts;
    }

    /** The spikes of one sample of the last run. */
    public SpikeTrain train(int sample) {
        requireSpikes();
        long[] byNeuron = Arrays.copyOf(events[sample], eventCounts[sample]);
        Arrays.sort(byNeuron);
        return SpikeTrain.ofEvents(layer.shape(), step, byNeuron, byNeuron.length);
    }

    /**
     * Everything that was recorded: [steps, batch, ...shape of the layer]; spikes as bytes, 0 or 1, the rest as floats.
     * Theta, which the batch shares, is [steps, ...shape].
     */
    public NdArray values() {
        Shape shape = Variable.THETA.equals(variable)
                ? layer.shape().within(step)
                : layer.shape().within(step, batch);
        if (!isSpikes()) {
            return FloatArray.of(shape, Arrays.copyOf(values, shape.size()));
        }
        byte[] dense = new byte[shape.size()];
        for (int sample = 0; sample < batch; sample++) {
            for (int e = 0; e < eventCounts[sample]; e++) {
                long event = events[sample][e];
                dense[((int) event * batch + sample) * layer.size() + neuron(event)] = 1;
            }
        }
        return ByteArray.of(shape, dense);
    }

    /** The recorded values as floats. @throws IllegalStateException if this is a recording of spikes */
    public FloatArray floats() {
        if (values() instanceof FloatArray floats) {
            return floats;
        }
        throw new IllegalStateException("this is a recording of the spikes of layer " + layer()
                + ", which are bytes; values(), counts() or train() would be right");
    }

    void begin(int runSteps, int runBatch) {
        steps = runSteps;
        batch = runBatch;
        step = 0;
        if (isSpikes()) {
            if (events.length != batch) {
                events = new long[batch][64];
                eventCounts = new int[batch];
            }
            Arrays.fill(eventCounts, 0);
        } else {
            int samples = Variable.THETA.equals(variable) ? 1 : batch;
            values = new float[Math.multiplyExact(Math.multiplyExact(steps, samples), layer.size())];
        }
    }

    void capture(Stepper stepper) {
        if (isSpikes()) {
            for (int sample = 0; sample < batch; sample++) {
                captureSpikes(sample, stepper.spikes(layerIndex, sample, fired));
            }
        } else {
            int samples = Variable.THETA.equals(variable) ? 1 : batch;
            for (int sample = 0; sample < samples; sample++) {
                stepper.copyState(layerIndex, variable, sample, values, (step * samples + sample) * layer.size());
            }
        }
        step++;
    }

    private void captureSpikes(int sample, int count) {
        int recorded = eventCounts[sample];
        if (recorded + count > events[sample].length) {
            events[sample] = Arrays.copyOf(events[sample], Math.max(2 * events[sample].length, recorded + count));
        }
        for (int k = 0; k < count; k++) {
            events[sample][recorded + k] = SpikeTrain.event(fired[k], step);
        }
        eventCounts[sample] = recorded + count;
    }

    private boolean isSpikes() {
        return Variable.SPIKES.equals(variable);
    }

    private void requireSpikes() {
        if (!isSpikes()) {
            throw new IllegalStateException("this is a recording of " + variable + " of layer " + layer()
                    + "; only a recording of its spikes can be counted");
        }
    }

    private static int neuron(long event) {
        return (int) (event >>> 32);
    }
}
