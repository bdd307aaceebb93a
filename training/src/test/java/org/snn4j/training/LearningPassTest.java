package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snn4j.training.Small.MODEL;
import static org.snn4j.training.Small.NEURONS;
import static org.snn4j.training.Small.TRAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.LearnedState;

/** Oracle: training itself, and what a batch must not change. */
class LearningPassTest {
    private static final LearningPass.Listener NOBODY = (sample, counts) -> {};

    @Test
    void learnsWhatTrainingLearns() {
        assertThat(pass(1).run(TRAIN, TRAIN.size(), NOBODY)).isEqualTo(MODEL.learned());
    }

    @Test
    void answersAreHeardOnceForEachSampleInOrder() {
        for (int batch : new int[] {1, 7, 100}) {
            List<Long> heard = new ArrayList<>();
            pass(batch).run(TRAIN.first(20), 30, (sample, counts) -> {
                heard.add(sample);
                assertThat(counts).hasSize(NEURONS);
            });
            assertThat(heard)
                    .containsExactlyElementsOf(LongStream.range(0, 30).boxed().toList());
        }
    }

    @Test
    void imagesComeAgainAfterTheLast() {
        LearnedState once = pass(1).run(TRAIN.first(10), 10, NOBODY);
        LearnedState twice = pass(1).run(TRAIN.first(10), 20, NOBODY);
        Trainer.Learning epochs =
                new Trainer(Small.plan(1).withEpochs(2), Progress.Listener.NONE).learn(TRAIN.first(10));

        assertThat(twice).isEqualTo(epochs.state()).isNotEqualTo(once);
    }

    /** Every column was normalised last, whatever the batch. */
    @Test
    void samplesOfABatchAreLearnedFromTogether() {
        LearnedState one = pass(1).run(TRAIN, 40, NOBODY);
        LearnedState eight = pass(8).run(TRAIN, 40, NOBODY);

        assertThat(eight).isNotEqualTo(one);
        float[] weights = eight.require("X-Ae.w").values();
        for (int j = 0; j < NEURONS; j++) {
            double sum = 0;
            for (int i = j; i < weights.length; i += NEURONS) {
                sum += weights[i];
            }
            assertThat(sum).isBetween(78.39, 78.41);
        }
    }

    @Test
    void batchOfNothingIsRefused() {
        assertThatThrownBy(() -> pass(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plan.batch is 0; it must be at least 1");
    }

    private static LearningPass pass(int batch) {
        return new LearningPass(Small.plan(1).withBatch(batch), Engine.event());
    }
}
