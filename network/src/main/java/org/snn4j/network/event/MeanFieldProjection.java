package org.snn4j.network.event;

/** Every target receives the share of source neurons that fired, times a weight. */
final class MeanFieldProjection implements Projection {
    private final Population source;
    private final Population target;
    private final float weight;

    MeanFieldProjection(Population source, Population target, double weight) {
        this.source = source;
        this.target = target;
        this.weight = (float) weight;
    }

    @Override
    public void deliver() {
        for (int sample = 0; sample < source.spec().batch(); sample++) {
            int count = source.arriving(target, sample).count();
            if (count > 0) {
                float share = count / (float) source.layer().size();
                Kernels.add(target.receive(sample), share * weight);
            }
        }
    }
}
