package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Oracle: semantics "Label assignment" worked out by hand on a few samples; for properties the law itself. */
class LabelAssignmentTest {
    /** Two samples of class 0, one of class 1, none of class 2; neuron 2 is silent. */
    private static ClassResponses block() {
        ClassResponses block = new ClassResponses(3, 3);
        block.add(new int[] {4, 1, 0}, 0);
        block.add(new int[] {2, 0, 0}, 0);
        block.add(new int[] {1, 5, 0}, 1);
        return block;
    }

    private final LabelAssignment first = LabelAssignment.none(3, 3).updated(block(), 1);

    @Test
    void ratesAreMeansPerClassAndTheHighestWins() {
        assertThat(first.rates()).containsExactly(3, 1, 0, 0.5f, 5, 0, 0, 0, 0);
        assertThat(first.assignments()).containsExactly(0, 1, LabelAssignment.UNASSIGNED);
        assertThat(first.proportion(0, 0)).isEqualTo(0.75);
        assertThat(first.proportion(0, 1)).isEqualTo(0.25);
        assertThat(first.neuronsOf(0)).isOne();
        assertThat(first.neuronsOf(2)).isZero();
    }

    @Test
    void silentNeuronStandsForNoClass() {
        assertThat(first.unassigned()).isOne();
        assertThat(first.proportion(2, 0)).isZero();
        assertThat(LabelAssignment.none(4, 2).unassigned()).isEqualTo(4);
    }

    @Test
    void absentClassKeepsItsRateWhileOthersFade() {
        ClassResponses onlyClassOne = new ClassResponses(3, 3);
        onlyClassOne.add(new int[] {0, 1, 2}, 1);
        LabelAssignment second = first.updated(onlyClassOne, 0.5);
        assertThat(second.rates()).containsExactly(3, 0.5f, 0, 0.5f, 3.5f, 0, 0, 2, 0);
        assertThat(second.assignments()).containsExactly(0, 1, 1);
        assertThat(first.rate(0, 1)).as("the old assignment").isEqualTo(1);
    }

    @Test
    void tiedNeuronStandsForTheLowerClass() {
        assertThat(LabelAssignment.ofRates(new float[] {0, 2, 2}, 1, 3).assignment(0))
                .isEqualTo(1);
    }

    @Test
    void arraysDoNotLeak() {
        first.rates()[0] = 99;
        first.assignments()[0] = 2;
        float[] given = {1, 0};
        LabelAssignment loaded = LabelAssignment.ofRates(given, 1, 2);
        given[1] = 9;
        assertThat(first.rate(0, 0)).isEqualTo(3);
        assertThat(first.assignment(0)).isZero();
        assertThat(loaded.assignment(0)).isZero();
    }

    @Test
    void misfitsAreNamed() {
        assertThatThrownBy(() -> block().add(new int[] {1, 2}, 0))
                .hasMessage("2 spike counts were given; there must be one for each of the 3 neurons");
        assertThatThrownBy(() -> block().add(new int[] {1, -2, 0}, 0))
                .hasMessage("the spike count of neuron 1 is -2; it must be at least 0");
        assertThatThrownBy(() -> block().add(new int[3], 3)).hasMessage("the label is 3; it must be from 0 to 2");
        assertThatThrownBy(() -> first.updated(new ClassResponses(2, 3), 1))
                .hasMessage("what belongs to 2 neurons and 3 classes cannot be used with 3 neurons and 3 classes");
        assertThatThrownBy(() -> block().merge(new ClassResponses(3, 2))).hasMessageContaining("3 neurons and 2");
        assertThatThrownBy(() -> first.updated(block(), Double.NaN)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> LabelAssignment.ofRates(new float[5], 3, 2))
                .hasMessage("5 rates were given; 3 neurons and 2 classes have 6");
        assertThatThrownBy(() -> LabelAssignment.ofRates(new float[] {0, 0, 0, Float.NaN}, 2, 2))
                .hasMessage("the rate of neuron 1 to class 1 is NaN; it must be at least 0 and finite");
        assertThatThrownBy(() -> LabelAssignment.none(0, 10)).hasMessageContaining("at least one of each");
    }

    @Property
    void mergedPartsEqualTheWhole(@ForAll("recordings") Recording recording, @ForAll @IntRange(max = 25) int cut) {
        int middle = Math.min(cut, recording.samples());
        ClassResponses late = recording.responses(middle, recording.samples());
        ClassResponses merged = late.copy();
        merged.merge(recording.responses(0, middle));
        assertThat(merged).isEqualTo(recording.responses());
        assertThat(ClassResponses.of(recording.neurons(), merged.sums(), merged.samples()))
                .isEqualTo(merged);
    }

    @Property
    void reloadedRatesMakeTheSameAssignmentAndScores(
            @ForAll("recordings") Recording recording, @ForAll @DoubleRange(max = 1) double alpha) {
        int middle = recording.samples() / 2;
        LabelAssignment assignment = LabelAssignment.none(recording.neurons(), recording.classes())
                .updated(recording.responses(0, middle), alpha)
                .updated(recording.responses(middle, recording.samples()), alpha);
        LabelAssignment reloaded =
                LabelAssignment.ofRates(assignment.rates(), recording.neurons(), recording.classes());
        assertThat(reloaded).isEqualTo(assignment);
        for (int[] counts : recording.counts()) {
            for (Vote vote : Vote.values()) {
                assertThat(vote.scores(reloaded, counts)).isEqualTo(vote.scores(assignment, counts));
            }
        }
    }

    @Provide
    Arbitrary<Recording> recordings() {
        return Recording.any();
    }
}
