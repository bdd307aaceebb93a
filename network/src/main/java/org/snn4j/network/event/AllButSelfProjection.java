package org.snn4j.network.event;

/** Each spike reaches every neuron but the one of the same index: a sum for all, their own less for those that fired. */
final class AllButSelfProjection implements Projection {
    private final Axons axons;
    private final float weight;
    private final float[] before;

    AllButSelfProjection(Axons axons, double weight) {
        this.axons = axons;
        this.weight = (float) weight;
        this.before = new float[2 * axons.source().layer().size()];
    }

    @Override
    public void deliver() {
        for (int sample = 0; sample < axons.batch(); sample++) {
            SpikeList spikes = axons.arriving(sample);
            if (spikes.count() > 0) {
                deliver(spikes, axons.receive(sample));
            }
        }
    }

    private void deliver(SpikeList spikes, float[] input) {
        int count = spikes.count();
        for (int k = 0; k < count; k++) {
            before[k] = input[spikes.get(k)];
        }
        Kernels.add(input, count * weight);
        for (int k = 0; k < count; k++) {
            input[spikes.get(k)] = before[k] + (count - own(spikes, k)) * weight;
        }
    }

    /** How many of the spikes, of which two may arrive together, are those of the k-th one's neuron. */
    private static int own(SpikeList spikes, int k) {
        boolean again = k > 0 && spikes.get(k - 1) == spikes.get(k)
                || k + 1 < spikes.count() && spikes.get(k + 1) == spikes.get(k);
        return again ? 2 : 1;
    }
}
