package org.snn4j.datasets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;

/** Oracle: counts by hand. */
class EvaluationsTest {

    @Test
    void predictionsAreCounted() {
        Evaluation evaluation = Evaluations.of(new int[] {0, 0, 1, 1, 2, 2}, new int[] {0, 1, 1, 1, 0, 2}, 3);
        assertThat(evaluation.getConfusionMatrix().getClasses()).hasSize(3);
        assertThat(evaluation.accuracy()).isEqualTo(4.0 / 6, within(1e-12));
        assertThat(evaluation.getConfusionMatrix().getCount(0, 1)).isEqualTo(1);
        assertThat(evaluation.getConfusionMatrix().getCount(2, 0)).isEqualTo(1);
        assertThat(evaluation.precision(1)).isEqualTo(2.0 / 3, within(1e-12));
        assertThat(evaluation.recall(2)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void abstentionsAreWrongAnswersOfTheirOwn() {
        Evaluation evaluation = Evaluations.of(new int[] {0, 0, 1, 1}, new int[] {0, -1, 1, -1}, 2);
        assertThat(evaluation.accuracy()).isEqualTo(0.5, within(1e-12));
        assertThat(evaluation.recall(0)).isEqualTo(0.5, within(1e-12));
        assertThat(evaluation.precision(0)).isEqualTo(1, within(1e-12));
        assertThat(evaluation.getConfusionMatrix().getCount(0, 2)).isEqualTo(1);
        assertThat(evaluation.getClassLabel(2)).isEqualTo("abstained");
        assertThat(evaluation.stats()).contains("Accuracy:        0.5000");
    }

    @Test
    void whatIsOutOfRangeIsNamed() {
        assertThatThrownBy(() -> Evaluations.of(new int[] {0, 3}, new int[] {0, 1}, 3))
                .hasMessage("label 1 is 3, but must be from 0 to 2");
        assertThatThrownBy(() -> Evaluations.of(new int[] {0, -1}, new int[] {0, 1}, 3))
                .hasMessage("label 1 is -1, but must be from 0 to 2");
        assertThatThrownBy(() -> Evaluations.of(new int[] {0, 1}, new int[] {-2, 1}, 3))
                .hasMessage("prediction 0 is -2, but must be from -1 to 2");
        assertThatThrownBy(() -> Evaluations.of(new int[] {0, 1}, new int[] {1}, 3))
                .hasMessageStartingWith("there are 2 labels and 1 predictions");
        assertThatThrownBy(() -> Evaluations.of(new int[0], new int[0], 3)).hasMessageContaining("at least one");
    }
}
