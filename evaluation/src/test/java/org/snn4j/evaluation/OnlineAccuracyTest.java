package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Oracle: worked out by hand; for the properties a second pass over samples that were kept. */
class OnlineAccuracyTest {
    private final OnlineAccuracy online = new OnlineAccuracy(LabelAssignment.none(2, 2), 2, 1);

    @Test
    void firstBlockIsNotPredicted() {
        online.add(new int[] {1, 0}, 0);
        online.add(new int[] {0, 1}, 1);
        assertThat(online.curve()).isEmpty();
        assertThat(online.lastBlock()).isEmpty();
        assertThat(online.overall().accuracy(Vote.ALL_ACTIVITY)).isEqualTo(Accuracy.NONE);
        assertThat(online.assignment().assignments()).containsExactly(0, 1);
    }

    @Test
    void laterBlocksArePredictedFromThoseBefore() {
        online.add(new int[] {1, 0}, 0);
        online.add(new int[] {0, 1}, 1);
        online.add(new int[] {5, 0}, 0);
        online.add(new int[] {0, 0}, 1);
        online.add(new int[] {0, 1}, 0);
        OnlinePoint block = online.lastBlock().orElseThrow();
        assertThat(block.samples()).isEqualTo(4);
        assertThat(block.abstentions()).isOne();
        assertThat(online.samples()).isEqualTo(5);
        for (Vote vote : Vote.values()) {
            assertThat(block.accuracy(vote)).isEqualTo(new Accuracy(1, 2));
            assertThat(online.overall().accuracy(vote)).isEqualTo(new Accuracy(1, 3));
        }
    }

    @Test
    void assignmentGivenAtTheStartPredictsTheFirstBlock() {
        LabelAssignment known = LabelAssignment.ofRates(new float[] {1, 0, 0, 1}, 2, 2);
        OnlineAccuracy resumed = new OnlineAccuracy(known, 1, 1);
        resumed.add(new int[] {0, 3}, 1);
        assertThat(resumed.lastBlock().orElseThrow().accuracy(Vote.ALL_ACTIVITY))
                .isEqualTo(new Accuracy(1, 1));
    }

    @Test
    void silentFirstBlockMakesTheNextOneAbstain() {
        for (int i = 0; i < 4; i++) {
            online.add(new int[] {0, 0}, 0);
        }
        assertThat(online.overall().abstentions()).isEqualTo(2);
        assertThat(online.overall().accuracy(Vote.CONFIDENCE_WEIGHTING)).isEqualTo(new Accuracy(0, 2));
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        LabelAssignment start = LabelAssignment.none(2, 2);
        assertThatThrownBy(() -> new OnlineAccuracy(start, 0, 1)).hasMessageContaining("a block has 0 samples");
        assertThatThrownBy(() -> new OnlineAccuracy(start, 10, 1.5)).hasMessageContaining("is 1.5");
        assertThatThrownBy(() -> new OnlinePoint(5, Map.of(), 0)).hasMessageContaining("ALL_ACTIVITY");
    }

    @Property
    void everyBlockIsPredictedByTheAssignmentOfAllBlocksBefore(
            @ForAll("recordings") Recording recording, @ForAll @IntRange(min = 1, max = 6) int blockSize) {
        OnlineAccuracy online = fed(recording, blockSize, recording.samples());
        assertThat(online.curve()).hasSize(Math.max(0, recording.samples() / blockSize - 1));
        LabelAssignment assignment = LabelAssignment.none(recording.neurons(), recording.classes());
        for (int b = 0; b < online.curve().size(); b++) {
            int from = (b + 1) * blockSize;
            assignment = assignment.updated(recording.responses(from - blockSize, from), 0.5);
            OnlinePoint point = online.curve().get(b);
            assertThat(point.samples()).isEqualTo(from + blockSize);
            assertThat(point.accuracy()).isEqualTo(accuracy(recording, from, from + blockSize, assignment));
        }
    }

    private static Map<Vote, Accuracy> accuracy(Recording recording, int from, int to, LabelAssignment assignment) {
        Map<Vote, Accuracy> accuracy = new EnumMap<>(Vote.class);
        for (Vote vote : Vote.values()) {
            ConfusionMatrix.Builder confusion = ConfusionMatrix.builder(recording.classes());
            for (int s = from; s < to; s++) {
                confusion.add(
                        recording.labels()[s],
                        vote.predict(assignment, recording.counts().get(s)));
            }
            accuracy.put(vote, confusion.build().accuracy());
        }
        return accuracy;
    }

    @Property
    void resumedRunEndsAsTheUninterruptedOne(
            @ForAll("recordings") Recording recording,
            @ForAll @IntRange(min = 1, max = 6) int blockSize,
            @ForAll @IntRange(max = 25) int stop) {
        int cut = Math.min(stop, recording.samples());
        OnlineSnapshot snapshot = fed(recording, blockSize, cut).snapshot();
        OnlineAccuracy resumed = new OnlineAccuracy(snapshot, blockSize, 0.5);
        for (int s = cut; s < recording.samples(); s++) {
            resumed.add(recording.counts().get(s), recording.labels()[s]);
        }
        assertThat(resumed.snapshot())
                .isEqualTo(fed(recording, blockSize, recording.samples()).snapshot());
    }

    private static OnlineAccuracy fed(Recording recording, int blockSize, int samples) {
        LabelAssignment start = LabelAssignment.none(recording.neurons(), recording.classes());
        OnlineAccuracy online = new OnlineAccuracy(start, blockSize, 0.5);
        for (int s = 0; s < samples; s++) {
            online.add(recording.counts().get(s), recording.labels()[s]);
        }
        return online;
    }

    @Provide
    Arbitrary<Recording> recordings() {
        return Recording.any();
    }
}
