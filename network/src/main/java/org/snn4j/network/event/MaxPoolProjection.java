package org.snn4j.network.event;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.MaxPool;

/** Each window passes the spikes of its neuron with the highest running rate. */
final class MaxPoolProjection implements Projection {
    private final Axons axons;
    private final float kept;
    private final float weight;
    /** For each target the source neurons of its window. */
    private final int[][] windows;

    private final float[][] rates;
    /** How many spikes of each source neuron arrive. */
    private final int[] fired;

    MaxPoolProjection(MaxPool pool, Axons axons) {
        this.axons = axons;
        this.kept = (float) (1 - pool.decay());
        this.weight = (float) pool.weight();
        this.windows = windows(
                pool, axons.source().layer().shape(), axons.target().layer().shape());
        this.rates = new float[axons.batch()][axons.source().layer().size()];
        this.fired = new int[axons.source().layer().size()];
    }

    @Override
    public void deliver() {
        for (int sample = 0; sample < rates.length; sample++) {
            SpikeList spikes = axons.arriving(sample);
            Kernels.scale(rates[sample], kept);
            Kernels.snapToZero(rates[sample]);
            Kernels.addAt(rates[sample], spikes.array(), spikes.count(), 1);
            if (spikes.count() > 0) {
                Arrays.fill(fired, 0);
                for (int k = 0; k < spikes.count(); k++) {
                    fired[spikes.get(k)]++;
                }
                pass(rates[sample], axons.receive(sample));
            }
        }
    }

    private void pass(float[] rate, float[] input) {
        for (int j = 0; j < windows.length; j++) {
            int best = windows[j][0];
            for (int neuron : windows[j]) {
                best = rate[neuron] > rate[best] ? neuron : best;
            }
            if (fired[best] > 0) {
                input[j] += fired[best] * weight;
            }
        }
    }

    @Override
    public void carry(StateTransfer state) {
        for (float[] rate : rates) {
            state.floats(rate);
        }
    }

    @Override
    public void reset() {
        for (float[] rate : rates) {
            Arrays.fill(rate, 0);
        }
    }

    private static int[][] windows(MaxPool pool, Shape source, Shape target) {
        int sourcePositions = source.size() / source.length(0);
        int positions = target.size() / target.length(0);
        int[][] windows = new int[target.size()][];
        for (int j = 0; j < windows.length; j++) {
            int channel = j / positions;
            int window = j % positions;
            windows[j] = IntStream.range(0, pool.windows().size())
                    .map(inWindow -> pool.windows().sourcePosition(source, window, inWindow))
                    .filter(position -> position >= 0)
                    .map(position -> channel * sourcePositions + position)
                    .toArray();
        }
        return windows;
    }
}
