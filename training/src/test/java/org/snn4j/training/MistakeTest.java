package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.Vote;

/** Oracle: every test image shown by itself, the wrong answers sorted. */
class MistakeTest {
    private static final Vote VOTE = Vote.CONFIDENCE_WEIGHTING;

    @Test
    void worstMistakesAreThoseInWhichTheWrongClassLedMost() {
        TestResult result = Small.test(Small.MODEL, 2);
        List<Wrong> wrong = wrongAnswers();

        assertThat(wrong).hasSize(mistakes(result.confusion(VOTE)));
        assertThat(result.worst()).hasSize(12);
        for (int i = 0; i < 12; i++) {
            Mistake mistake = result.worst().get(i);
            assertThat(mistake.sample()).isEqualTo(wrong.get(i).sample());
            assertThat(mistake.margin(VOTE)).isEqualTo(wrong.get(i).margin()).isPositive();
            assertThat(mistake.label()).isEqualTo(Small.TEST.label(mistake.sample()));
            assertThat(mistake.image().values()).isEqualTo(Small.TEST.intensities(mistake.sample()));
        }
    }

    private record Wrong(int sample, double margin) {}

    private static List<Wrong> wrongAnswers() {
        List<Wrong> wrong = new ArrayList<>();
        try (FrozenNetwork network = new FrozenNetwork(Small.MODEL, Phase.TEST)) {
            for (int sample = 0; sample < Small.TEST.size(); sample++) {
                double[] scores =
                        VOTE.scores(Small.MODEL.assignment(), network.counts(Small.TEST.intensities(sample), sample));
                int best = 0;
                for (int k = 1; k < scores.length; k++) {
                    best = scores[k] > scores[best] ? k : best;
                }
                int label = Small.TEST.label(sample);
                if (best != label && scores[best] > 0) {
                    wrong.add(new Wrong(sample, scores[best] - scores[label]));
                }
            }
        }
        wrong.sort(Comparator.comparingDouble(Wrong::margin).reversed().thenComparingInt(Wrong::sample));
        return wrong;
    }

    /** Abstentions are none. */
    private static int mistakes(ConfusionMatrix matrix) {
        return (int) (matrix.total() - matrix.correct() - matrix.abstentions());
    }
}
