package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.encoding.Poisson;
import org.snn4j.models.DiehlAndCook2015;

/** Oracle: the documented ranges. */
class TrainingPlanTest {
    private static final TrainingPlan PLAN =
            TrainingPlan.of(DiehlAndCook2015.ofNeurons(10), new Presentation(new Poisson(128), 250), 7);

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void numbersBelowOneAreRefusedByName(int number) {
        assertThatThrownBy(() -> PLAN.withEpochs(number)).hasMessage(message("epochs", number));
        assertThatThrownBy(() -> PLAN.withAssignSamples(number)).hasMessage(message("assignSamples", number));
        assertThatThrownBy(() -> PLAN.withThreads(number)).hasMessage(message("threads", number));
        assertThatThrownBy(() -> new TrainingPlan(PLAN.model(), PLAN.presentation(), 1, 1, number, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message("onlineBlock", number));
    }

    @Test
    void onlyWhatIsNamedChanges() {
        assertThat(PLAN.withEpochs(3))
                .isEqualTo(new TrainingPlan(PLAN.model(), PLAN.presentation(), 3, 10_000, 2_000, 7, 1));
        assertThat(PLAN.withAssignSamples(3))
                .isEqualTo(new TrainingPlan(PLAN.model(), PLAN.presentation(), 1, 3, 2_000, 7, 1));
        assertThat(PLAN.withThreads(3))
                .isEqualTo(new TrainingPlan(PLAN.model(), PLAN.presentation(), 1, 10_000, 2_000, 7, 3));
        assertThat(PLAN.withSeed(8))
                .isEqualTo(new TrainingPlan(PLAN.model(), PLAN.presentation(), 1, 10_000, 2_000, 8, 1));
        Presentation other = Presentation.diehlAndCook2015();
        assertThat(PLAN.withPresentation(other))
                .isEqualTo(new TrainingPlan(PLAN.model(), other, 1, 10_000, 2_000, 7, 1));
    }

    /** Oracle: the record's own constructor. */
    @Test
    void everyPartCanBeChangedAndThenAllStand() {
        TrainingPlan plan = PLAN.withModel(DiehlAndCook2015.ofNeurons(11))
                .withPresentation(Presentation.diehlAndCook2015())
                .withEpochs(2)
                .withAssignSamples(3)
                .withOnlineBlock(4)
                .withSeed(5)
                .withThreads(6)
                .withTeacher(Clamp.recommended())
                .withRateDecay(new RateDecay(0.5, 7))
                .withBatch(8)
                .withThetaSpread(0.25);
        assertThat(plan)
                .isEqualTo(new TrainingPlan(
                        DiehlAndCook2015.ofNeurons(11),
                        Presentation.diehlAndCook2015(),
                        2,
                        3,
                        4,
                        5,
                        6,
                        Clamp.recommended(),
                        new RateDecay(0.5, 7),
                        8,
                        0.25));
    }

    @Test
    void timeMustBeFiniteAndAboveZero() {
        for (double time : List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThatThrownBy(() -> new Presentation(new Poisson(128), time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("presentation.time is " + time);
        }
    }

    private static String message(String name, int number) {
        return "plan." + name + " is " + number + "; it must be at least 1";
    }
}
