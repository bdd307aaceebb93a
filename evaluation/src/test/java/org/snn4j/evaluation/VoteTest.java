package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.evaluation.Vote.ABSTENTION;
import static org.snn4j.evaluation.Vote.ALL_ACTIVITY;
import static org.snn4j.evaluation.Vote.CONFIDENCE_WEIGHTING;
import static org.snn4j.evaluation.Vote.PROPORTION_WEIGHTING;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Oracle: scores worked out by hand, and the formulas of the semantics written down densely. */
class VoteTest {
    /** Neurons 0 and 1 stand for class 0, neuron 2 for class 1, neuron 3 for none; class 2 has no neuron. */
    private final LabelAssignment assignment =
            LabelAssignment.ofRates(new float[] {3, 1, 0, 2, 2, 0, 0, 1, 0, 0, 0, 0}, 4, 3);

    @Test
    void scoresFollowTheFormulas() {
        int[] counts = {4, 2, 1, 7};
        assertThat(ALL_ACTIVITY.scores(assignment, counts)).containsExactly(3, 1, 0);
        assertThat(PROPORTION_WEIGHTING.scores(assignment, counts)).containsExactly(2, 1, 0);
        assertThat(CONFIDENCE_WEIGHTING.scores(assignment, counts)).containsExactly(4, 3, 0);
    }

    @Test
    void votesMayDisagree() {
        int[] counts = {2, 2, 2, 0};
        assertThat(ALL_ACTIVITY.predict(assignment, counts)).isZero();
        assertThat(PROPORTION_WEIGHTING.predict(assignment, counts)).isOne();
        assertThat(CONFIDENCE_WEIGHTING.predict(assignment, counts)).isOne();
    }

    @Test
    void tieGoesToTheLowerClass() {
        LabelAssignment even = LabelAssignment.ofRates(new float[] {0, 1, 1, 0, 1, 0, 1, 0}, 4, 2);
        assertThat(ALL_ACTIVITY.scores(even, 1, 1, 1, 1)).containsExactly(1, 1);
        assertThat(ALL_ACTIVITY.predict(even, 1, 1, 1, 1)).isZero();
        assertThat(CONFIDENCE_WEIGHTING.predict(even, 2, 1, 1, 0)).isZero();
    }

    /** 49 times 1/49, added up, is not 1: the mean has to be taken of the sum. */
    @Test
    void equalMeansTieWhateverTheNumberOfNeurons() {
        float[] rates = new float[50 * 2];
        for (int neuron = 0; neuron < 50; neuron++) {
            rates[2 * neuron + (neuron < 49 ? 1 : 0)] = 1;
        }
        int[] counts = new int[50];
        Arrays.fill(counts, 1);
        assertThat(ALL_ACTIVITY.scores(LabelAssignment.ofRates(rates, 50, 2), counts))
                .containsExactly(1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void sampleWithoutSpikesOfAssignedNeuronsIsAnAbstention(Vote vote) {
        assertThat(vote.predict(assignment, 0, 0, 0, 0)).isEqualTo(ABSTENTION);
        assertThat(vote.predict(assignment, 0, 0, 0, 9)).isEqualTo(ABSTENTION);
        assertThat(vote.predict(LabelAssignment.none(4, 3), 1, 2, 3, 4)).isEqualTo(ABSTENTION);
        assertThat(vote.predict(assignment, 0, 0, 1, 9)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void countsThatDoNotFitAreRefused(Vote vote) {
        assertThatThrownBy(() -> vote.scores(assignment, 1, 2)).hasMessageContaining("each of the 4 neurons");
        assertThatThrownBy(() -> vote.scores(assignment, 1, 2, -3, 4)).hasMessageContaining("neuron 2 is -3");
    }

    @Property
    void scoresEqualTheDenseFormulas(@ForAll("recordings") Recording recording) {
        LabelAssignment any = LabelAssignment.none(recording.neurons(), recording.classes())
                .updated(recording.responses(0, recording.samples() / 2), 1);
        for (int[] counts : recording.counts()) {
            for (int k = 0; k < recording.classes(); k++) {
                double[] expected = dense(any, counts, k);
                for (Vote vote : Vote.values()) {
                    assertThat(vote.scores(any, counts)[k]).isCloseTo(expected[vote.ordinal()], within(1e-12));
                }
            }
        }
    }

    /** The scores of class k in the order of the votes. */
    private static double[] dense(LabelAssignment assignment, int[] counts, int k) {
        double activity = 0;
        double weighted = 0;
        double confidence = 0;
        double number = 0;
        for (int j = 0; j < counts.length; j++) {
            double assigned = assignment.assignment(j) == k ? 1 : 0;
            activity += assigned * counts[j];
            weighted += assigned * assignment.proportion(j, k) * counts[j];
            confidence += assignment.proportion(j, k) * counts[j];
            number += assigned;
        }
        return number == 0
                ? new double[] {0, 0, confidence}
                : new double[] {activity / number, weighted / number, confidence};
    }

    @Property
    void allVotesAbstainTogether(@ForAll("recordings") Recording recording) {
        LabelAssignment any = LabelAssignment.none(recording.neurons(), recording.classes())
                .updated(recording.responses(0, recording.samples() / 4), 1);
        for (int[] counts : recording.counts()) {
            boolean abstains = ALL_ACTIVITY.predict(any, counts) == ABSTENTION;
            assertThat(PROPORTION_WEIGHTING.predict(any, counts) == ABSTENTION).isEqualTo(abstains);
            assertThat(CONFIDENCE_WEIGHTING.predict(any, counts) == ABSTENTION).isEqualTo(abstains);
        }
    }

    @Provide
    Arbitrary<Recording> recordings() {
        return Recording.any();
    }
}
