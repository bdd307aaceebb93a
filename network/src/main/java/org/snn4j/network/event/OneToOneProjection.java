package org.snn4j.network.event;

/** Each spike reaches the neuron of the same index. */
final class OneToOneProjection implements Projection {
    private final Axons axons;
    private final float weight;

    OneToOneProjection(Axons axons, double weight) {
        this.axons = axons;
        this.weight = (float) weight;
    }

    @Override
    public void deliver() {
        for (int sample = 0; sample < axons.batch(); sample++) {
            SpikeList spikes = axons.arriving(sample);
            if (spikes.count() > 0) {
                axons.receiveAt(sample, spikes, weight);
            }
        }
    }
}
