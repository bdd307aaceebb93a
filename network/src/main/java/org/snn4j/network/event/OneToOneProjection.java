package org.snn4j.network.event;

/** Each spike reaches the neuron of the same index. */
final class OneToOneProjection implements Projection {
    private final Population source;
    private final Population target;
    private final float weight;

    OneToOneProjection(Population source, Population target, double weight) {
        this.source = source;
        this.target = target;
        this.weight = (float) weight;
    }

    @Override
    public void deliver() {
        for (int sample = 0; sample < source.spec().batch(); sample++) {
            SpikeList spikes = source.arriving(target, sample);
            if (spikes.count() > 0) {
                Kernels.addAt(target.receive(sample), spikes.array(), spikes.count(), weight);
            }
        }
    }
}
