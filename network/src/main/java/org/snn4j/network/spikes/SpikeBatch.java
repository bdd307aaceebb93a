package org.snn4j.network.spikes;

import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;

/** Spike trains of the same shape and length that are shown at once, one to each sample of a batch. */
public record SpikeBatch(List<SpikeTrain> trains) implements Spikes {
    public SpikeBatch {
        trains = List.copyOf(trains);
        if (trains.isEmpty()) {
            throw new IllegalArgumentException("a spike batch needs at least one spike train");
        }
        SpikeTrain first = trains.get(0);
        for (int sample = 1; sample < trains.size(); sample++) {
            SpikeTrain train = trains.get(sample);
            if (train.steps() != first.steps() || !train.shape().equals(first.shape())) {
                throw new IllegalArgumentException("spike train " + sample + " of the batch has " + train.steps()
                        + " steps of shape " + train.shape() + ", but train 0 has " + first.steps() + " of "
                        + first.shape());
            }
        }
    }

    /**
     * Reads spikes from a dense array.
     *
     * @param spikes [steps, batch, ...shape], each 0 or 1
     * @throws IllegalArgumentException if there are fewer than three dimensions, or another number than 0 and 1
     */
    public static SpikeBatch ofDense(ByteArray spikes) {
        Shape all = spikes.shape();
        if (all.rank() < 3) {
            throw new IllegalArgumentException("spikes of shape " + all
                    + " have too few dimensions; [steps, batch, ...shape of the layer] would be right");
        }
        Shape shape = Shape.of(all.toList().subList(2, all.rank()));
        return new SpikeBatch(IntStream.range(0, all.length(1))
                .mapToObj(sample -> SpikeTrain.ofDense(spikes, shape, all.length(0), all.length(1), sample))
                .toList());
    }

    @Override
    public int steps() {
        return trains.get(0).steps();
    }

    @Override
    public int batch() {
        return trains.size();
    }

    @Override
    public Shape shape() {
        return trains.get(0).shape();
    }

    @Override
    public SpikeTrain train(int sample) {
        return trains.get(sample);
    }
}
