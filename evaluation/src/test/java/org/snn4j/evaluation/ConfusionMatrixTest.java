package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Oracle: counted by hand. */
class ConfusionMatrixTest {
    /** Class 0: 3 right, 1 taken for 1, 1 abstention. Class 1: 2 right, 2 taken for 0. Class 2: never shown. */
    private static ConfusionMatrix matrix() {
        ConfusionMatrix.Builder builder = ConfusionMatrix.builder(4);
        builder.add(0, 0).add(0, 0).add(0, 0).add(0, 1).add(0, Vote.ABSTENTION);
        return builder.add(1, 1).add(1, 1).add(1, 0).add(1, 0).add(3, 2).build();
    }

    @Test
    void everySampleIsCountedOnce() {
        assertThat(matrix().total()).isEqualTo(10);
        assertThat(matrix().correct()).isEqualTo(5);
        assertThat(matrix().count(1, 0)).isEqualTo(2);
        assertThat(matrix().count(0, 1)).isEqualTo(1);
        assertThat(matrix().samplesOf(0)).isEqualTo(5);
        assertThat(matrix().predictionsOf(0)).isEqualTo(5);
    }

    @Test
    void manySamplesOfAKindAreCountedAtOnce() {
        ConfusionMatrix many = ConfusionMatrix.builder(4)
                .add(0, 0, 3)
                .add(0, 1, 1)
                .add(0, Vote.ABSTENTION, 1)
                .add(1, 1, 2)
                .add(1, 0, 2)
                .add(3, 2, 1)
                .add(2, 2, 0)
                .build();

        assertThat(many).isEqualTo(matrix());
        assertThatThrownBy(() -> ConfusionMatrix.builder(2).add(0, 1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1 samples");
    }

    @Test
    void abstentionsAreWrongAndReported() {
        assertThat(matrix().abstentions()).isOne();
        assertThat(matrix().abstentions(0)).isOne();
        assertThat(matrix().abstentions(1)).isZero();
        assertThat(matrix().accuracy()).isEqualTo(new Accuracy(5, 10));
        assertThat(matrix().recall(0)).hasValue(3.0 / 5);
    }

    @Test
    void precisionRecallAndTheirMeanFollowTheirDefinitions() {
        assertThat(matrix().precision(0)).hasValue(3.0 / 5);
        assertThat(matrix().precision(1)).hasValue(2.0 / 3);
        assertThat(matrix().recall(1)).hasValue(2.0 / 4);
        assertThat(matrix().f1(1)).hasValue(4.0 / 7);
    }

    @Test
    void emptyClassHasNoScoreThatWouldNeedIt() {
        assertThat(matrix().recall(2)).isEmpty();
        assertThat(matrix().precision(2)).hasValue(0);
        assertThat(matrix().precision(3)).isEmpty();
        assertThat(matrix().recall(3)).hasValue(0);
        assertThat(matrix().f1(3)).hasValue(0);
        assertThat(ConfusionMatrix.builder(1).build().f1(0)).isEmpty();
    }

    @Test
    void balancedAccuracyCountsEveryClassAlike() {
        assertThat(matrix().balancedAccuracy()).hasValue((3.0 / 5 + 2.0 / 4 + 0) / 3);
        assertThat(ConfusionMatrix.builder(3).build().balancedAccuracy()).isEmpty();
    }

    @Test
    void worstConfusionsComeFirst() {
        assertThat(matrix().worstConfusions(2)).containsExactly(new Confusion(1, 0, 2), new Confusion(0, 1, 1));
        assertThat(matrix().worstConfusions(99)).hasSize(3);
        assertThat(matrix().worstConfusions(0)).isEmpty();
    }

    @Test
    void matrixStaysWhenItsBuilderGoesOn() {
        ConfusionMatrix.Builder builder = ConfusionMatrix.builder(2).add(0, 0);
        ConfusionMatrix built = builder.build();
        builder.add(1, 1);
        assertThat(built.total()).isOne();
    }

    @Test
    void classesThatDoNotExistAreNamed() {
        assertThatThrownBy(() -> ConfusionMatrix.builder(10).add(10, 0))
                .hasMessage("the label is 10; it must be from 0 to 9");
        assertThatThrownBy(() -> ConfusionMatrix.builder(10).add(0, -2)).hasMessageContaining("-2");
        assertThatThrownBy(() -> ConfusionMatrix.builder(10).add(Vote.ABSTENTION, 0))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> ConfusionMatrix.builder(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> ConfusionMatrix.builder(46_341)).hasMessageContaining("at most 46340");
        assertThatThrownBy(() -> matrix().count(0, 4)).hasMessageContaining("from 0 to 3");
        assertThatThrownBy(() -> ConfusionMatrix.builder(2).merge(ConfusionMatrix.builder(3)))
                .hasMessageContaining("3 classes");
    }

    @Property
    void mergedPartsEqualTheWhole(@ForAll @Size(max = 40) List<@IntRange(max = 11) Integer> pairs) {
        ConfusionMatrix.Builder whole = ConfusionMatrix.builder(3);
        ConfusionMatrix.Builder even = ConfusionMatrix.builder(3);
        ConfusionMatrix.Builder odd = ConfusionMatrix.builder(3);
        for (int i = 0; i < pairs.size(); i++) {
            int label = pairs.get(i) / 4;
            int predicted = pairs.get(i) % 4 - 1;
            whole.add(label, predicted);
            (i % 2 == 0 ? even : odd).add(label, predicted);
        }
        assertThat(odd.merge(even).build()).isEqualTo(whole.build());
        assertThat(whole.build().total()).isEqualTo(pairs.size());
    }
}
