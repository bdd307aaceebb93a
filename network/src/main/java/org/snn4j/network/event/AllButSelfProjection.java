package org.snn4j.network.event;

/** Each spike reaches every neuron but the one of the same index: a sum for all, one spike less for those that fired. */
final class AllButSelfProjection implements Projection {
    private final Population source;
    private final Population target;
    private final float weight;
    private final float[] before;

    AllButSelfProjection(Population source, Population target, double weight) {
        this.source = source;
        this.target = target;
        this.weight = (float) weight;
        this.before = new float[source.layer().size()];
    }

    @Override
    public void deliver() {
        for (int sample = 0; sample < source.spec().batch(); sample++) {
            SpikeList spikes = source.arriving(target, sample);
            if (spikes.count() > 0) {
                deliver(spikes, target.receive(sample));
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
            input[spikes.get(k)] = before[k] + (count - 1) * weight;
        }
    }
}
