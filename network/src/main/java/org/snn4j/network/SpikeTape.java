package org.snn4j.network;

import java.util.Arrays;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/** Spikes as events, so that memory follows their number. */
final class SpikeTape implements Tape {
    private final Quantity.OfLayer layer;
    private final int mostSteps;
    /** When steps beyond the most are forgotten: seldom, since that moves all the others. */
    private final int fullAt;

    private final int[] fired;
    /** By sample: events in the order of the steps. */
    private long[][] events = new long[0][];

    private int[] eventCounts = new int[0];
    private int steps;

    SpikeTape(Quantity.OfLayer layer, Retention retention) {
        this.layer = layer;
        this.mostSteps = retention.mostSteps();
        this.fullAt = (int) Math.min(2L * mostSteps, Integer.MAX_VALUE);
        this.fired = new int[layer.shape().size()];
    }

    @Override
    public int steps() {
        return Math.min(steps, mostSteps);
    }

    @Override
    public void begin(int runSteps, int batch) {
        if (events.length != batch) {
            events = new long[batch][64];
            eventCounts = new int[batch];
        }
    }

    @Override
    public void capture(Stepper stepper) {
        if (steps == fullAt) {
            forgetOldest();
        }
        for (int sample = 0; sample < events.length; sample++) {
            capture(sample, stepper.spikes(layer.index(), sample, fired));
        }
        steps++;
    }

    /** Adds so many steps without spikes. */
    void pass(int quietSteps) {
        for (int left = quietSteps; left > 0; ) {
            if (steps == fullAt) {
                forgetOldest();
            }
            int more = Math.min(left, fullAt - steps);
            steps += more;
            left -= more;
        }
    }

    private void capture(int sample, int count) {
        int recorded = eventCounts[sample];
        if (recorded + count > events[sample].length) {
            events[sample] = Arrays.copyOf(events[sample], Math.max(2 * events[sample].length, recorded + count));
        }
        for (int k = 0; k < count; k++) {
            events[sample][recorded + k] = SpikeTrain.event(fired[k], steps);
        }
        eventCounts[sample] = recorded + count;
    }

    /** Leaves the last steps, of which there are to be no more than the most, and numbers them anew. */
    private void forgetOldest() {
        int forgotten = steps - steps();
        for (int sample = 0; sample < events.length && forgotten > 0; sample++) {
            int kept = 0;
            for (int e = 0; e < eventCounts[sample]; e++) {
                if (step(events[sample][e]) >= forgotten) {
                    events[sample][kept++] = events[sample][e] - forgotten;
                }
            }
            eventCounts[sample] = kept;
        }
        steps -= forgotten;
    }

    @Override
    public void clear() {
        Arrays.fill(eventCounts, 0);
        steps = 0;
    }

    /** As few as they are: silence takes nothing. */
    @Override
    public double size(long ofSteps, int batch) {
        return ofSteps;
    }

    /** How often each neuron fired in one sample. */
    int[] counts(int sample) {
        forgetOldest();
        int[] counts = new int[fired.length];
        for (int e = 0; e < eventCounts[sample]; e++) {
            counts[neuron(events[sample][e])]++;
        }
        return counts;
    }

    /** The spikes of one sample. */
    SpikeTrain train(int sample) {
        forgetOldest();
        long[] byNeuron = Arrays.copyOf(events[sample], eventCounts[sample]);
        Arrays.sort(byNeuron);
        return SpikeTrain.ofEvents(layer.shape(), steps, byNeuron, byNeuron.length);
    }

    @Override
    public ByteArray values(Shape shape) {
        forgetOldest();
        byte[] dense = new byte[shape.size()];
        for (int sample = 0; sample < events.length; sample++) {
            for (int e = 0; e < eventCounts[sample]; e++) {
                long event = events[sample][e];
                dense[(step(event) * events.length + sample) * fired.length + neuron(event)] = 1;
            }
        }
        return ByteArray.of(shape, dense);
    }

    private static int neuron(long event) {
        return (int) (event >>> 32);
    }

    private static int step(long event) {
        return (int) event;
    }
}
