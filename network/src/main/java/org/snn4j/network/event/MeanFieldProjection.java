package org.snn4j.network.event;

/** Every target receives the share of source neurons that fired, times a weight. */
final class MeanFieldProjection implements Projection {
    private final Axons axons;
    private final float weight;

    MeanFieldProjection(Axons axons, double weight) {
        this.axons = axons;
        this.weight = (float) weight;
    }

    @Override
    public void deliver() {
        for (int sample = 0; sample < axons.batch(); sample++) {
            int count = axons.arriving(sample).count();
            if (count > 0) {
                float share = count / (float) axons.source().layer().size();
                Kernels.add(axons.receive(sample), share * weight);
            }
        }
    }
}
