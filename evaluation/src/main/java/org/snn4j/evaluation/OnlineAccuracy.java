package org.snn4j.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accuracy while training goes on: each block of samples is predicted with the assignment made from the blocks before
 * it, then joins that assignment. So no sample helps to predict itself, and before the first assignment nothing is
 * predicted.
 *
 * <p>Mutable, for one thread; the order of samples matters and alone decides the outcome.
 */
public final class OnlineAccuracy {
    private final int blockSize;
    private final double alpha;
    private final List<OnlinePoint> curve;
    private LabelAssignment assignment;
    private ClassResponses block;
    private OnlinePoint predicted;

    /**
     * @param start {@link LabelAssignment#none} for a network that is new
     * @param blockSize the number of samples after which the assignment is made anew
     * @param alpha the weight of earlier blocks, see {@link LabelAssignment#updated}
     */
    public OnlineAccuracy(LabelAssignment start, int blockSize, double alpha) {
        this(
                new OnlineSnapshot(
                        start, new ClassResponses(start.neurons(), start.classes()), OnlinePoint.none(0), List.of()),
                blockSize,
                alpha);
    }

    /** Goes on from a snapshot as if there had been no interruption, given the same block size and alpha. */
    public OnlineAccuracy(OnlineSnapshot snapshot, int blockSize, double alpha) {
        if (blockSize < 1) {
            throw new IllegalArgumentException("a block has " + blockSize + " samples; it must have at least 1");
        }
        LabelAssignment.requireAlpha(alpha);
        this.blockSize = blockSize;
        this.alpha = alpha;
        this.curve = new ArrayList<>(snapshot.curve());
        this.assignment = snapshot.assignment();
        this.block = snapshot.block();
        this.predicted = snapshot.predicted();
    }

    /**
     * Predicts one training sample, if there is an assignment, and takes it in.
     *
     * @param counts the spikes of each neuron
     * @param label the sample's class
     */
    public void add(int[] counts, int label) {
        block.add(counts, label);
        predicted = predicted.plus(isPredicting() ? prediction(counts, label) : OnlinePoint.none(samples() + 1));
        if (Arrays.stream(block.samples()).sum() >= blockSize) {
            endBlock();
        }
    }

    private OnlinePoint prediction(int[] counts, int label) {
        Map<Vote, Accuracy> accuracy = new EnumMap<>(Vote.class);
        boolean abstains = false;
        for (Vote vote : Vote.values()) {
            int prediction = vote.predict(assignment, counts);
            accuracy.put(vote, new Accuracy(prediction == label ? 1 : 0, 1));
            abstains = prediction == Vote.ABSTENTION;
        }
        return new OnlinePoint(samples() + 1, accuracy, abstains ? 1 : 0);
    }

    private void endBlock() {
        if (predicted.accuracy(Vote.ALL_ACTIVITY).samples() > 0) {
            curve.add(predicted);
        }
        assignment = assignment.updated(block, alpha);
        block = new ClassResponses(block.neurons(), block.classes());
        predicted = OnlinePoint.none(samples());
    }

    /** Whether an assignment has been made; one of silent neurons alone is one too, once a block is over. */
    private boolean isPredicting() {
        return samples() >= blockSize || assignment.unassigned() < assignment.neurons();
    }

    /** The assignment that predicts now. */
    public LabelAssignment assignment() {
        return assignment;
    }

    /** The number of samples seen. */
    public long samples() {
        return predicted.samples();
    }

    /** One point for each complete block that was predicted; the first block is not. */
    public List<OnlinePoint> curve() {
        return List.copyOf(curve);
    }

    /** The last complete block that was predicted. */
    public Optional<OnlinePoint> lastBlock() {
        return curve.isEmpty() ? Optional.empty() : Optional.of(curve.get(curve.size() - 1));
    }

    /** All samples that were predicted, those of the block not yet complete too. */
    public OnlinePoint overall() {
        return curve.stream().reduce(OnlinePoint.none(0), OnlinePoint::plus).plus(predicted);
    }

    public OnlineSnapshot snapshot() {
        return new OnlineSnapshot(assignment, block, predicted, curve);
    }
}
