package org.snn4j.analysis.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.array.Shape;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;

/**
 * Listens to training and keeps what the neurons look for at 20 moments, close together at the beginning, when most happens.
 * Nothing is kept of a network whose input weights are no images.
 */
public final class FieldSnapshots implements Progress.Listener {
    private static final int MOMENTS = 20;
    /** So many weights at most are kept of a moment: 400 fields of 28 x 28 pixels. */
    private static final int MOST_WEIGHTS = 400 * 28 * 28;

    private final Network network;
    private final String inputLayer;
    private final Shape image;
    private final List<FieldSnapshot> taken;

    /**
     * @param network the one that learns
     * @param inputLayer the layer that shows the images
     * @param image [height, width]
     */
    public FieldSnapshots(Network network, String inputLayer, Shape image) {
        this(network, inputLayer, image, List.of());
    }

    /** Goes on after those that were taken before training was interrupted. */
    public FieldSnapshots(Network network, String inputLayer, Shape image, List<FieldSnapshot> earlier) {
        this.network = network;
        this.inputLayer = inputLayer;
        this.image = image;
        this.taken = new ArrayList<>(earlier);
    }

    /** Those so far, the first one first. */
    public List<FieldSnapshot> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void onProgress(Progress progress) {}

    @Override
    public void onLearned(Progress progress, Supplier<LearnedState> learned) {
        if (progress.phase() == Phase.TRAIN && isDue(progress.done(), progress.total())) {
            InputWeights.of(network, inputLayer, image, learned.get())
                    .ifPresent(weights -> taken.add(FieldSnapshot.of(
                            progress.done(),
                            accuracy(progress),
                            weights.images().fields(),
                            Math.max(1, MOST_WEIGHTS / weights.images().image().size()))));
        }
    }

    /** Whether a moment lies after the last snapshot and not after these samples. */
    private boolean isDue(long done, long total) {
        long last = taken.isEmpty() ? 0 : taken.get(taken.size() - 1).samples();
        for (int number = 1; number <= MOMENTS; number++) {
            long moment = moment(number, total);
            if (moment > last) {
                return moment <= done;
            }
        }
        return false;
    }

    /** The squares: the first of 60,000 is at 150, the last at the end. */
    private static long moment(int number, long total) {
        return Math.max(1, total * number * number / (MOMENTS * MOMENTS));
    }

    private static OptionalDouble accuracy(Progress progress) {
        return progress.lastBlock()
                .filter(point -> point.accuracy(Vote.CONFIDENCE_WEIGHTING).samples() > 0)
                .map(point -> OptionalDouble.of(
                        point.accuracy(Vote.CONFIDENCE_WEIGHTING).value()))
                .orElse(OptionalDouble.empty());
    }
}
