package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snn4j.training.Small.TRAIN;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.encoding.Poisson;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.models.IncreasingInhibition;
import org.snn4j.network.Engine;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.neuron.DiehlAndCook;

/** Oracle: a model that knows how its network looks at every age; training in parts. */
class StagesTest {
    private static final LearningPass.Listener NOBODY = (sample, counts) -> {};

    @Test
    void inhibitionHasGrownUpWhenTrainingIsOver() {
        IncreasingInhibition model = IncreasingInhibition.recommended(Small.NEURONS);
        TrainedModel trained = Trainer.train(TrainingPlan.of(model, presentation(), 1), TRAIN.first(50));
        assertThat(trained.network()).isEqualTo(model.network());
        assertThat(trained.learned().require("Ae-Ae.w")).isEqualTo(inhibition(model.network()));
        assertThat(trained.learned().require("X-Ae.w").values()).isNotEqualTo(new float[784 * Small.NEURONS]);
    }

    @Test
    void networkLearnsWithTheInhibitionOfItsAge() {
        IncreasingInhibition model = IncreasingInhibition.recommended(4);
        Stages stages = new Stages(TrainingPlan.of(model, presentation(), 1), 1_000);
        assertThat(stages.network(0)).isEqualTo(model.network(0));
        assertThat(stages.network(123)).isEqualTo(model.network(0.12));
        assertThat(IntStream.range(0, 1_000).filter(stages::beginsWith))
                .hasSize(99)
                .startsWith(10, 20, 30);
    }

    /** Ten stages of ten samples each, seen by batches of eight: some begin with a sample in the middle of one. */
    @Test
    void stageThatBeginsWithinABatchBeginsAfterIt() {
        TrainingPlan plan = Small.plan(1).withRateDecay(new RateDecay(0.5, 10));
        Stages stages = new Stages(plan, 100);
        assertThat(stages.beginsWithin(-8, 0)).isFalse();
        assertThat(stages.beginsWithin(0, 8)).isFalse();
        assertThat(stages.beginsWithin(8, 16)).isTrue();
        assertThat(stages.beginsWithin(9, 10)).isTrue();
        assertThat(stages.beginsWithin(10, 11)).isFalse();
    }

    /** A factor that leaves nothing after 10 samples, which comes in with the third batch of eight. */
    @Test
    void batchesLearnAtTheRatesOfTheirStage() {
        RateDecay nothing = new RateDecay(1e-30, 10);
        LearnedState two = new LearningPass(Small.plan(1).withBatch(8), Engine.event()).run(TRAIN, 16, NOBODY);
        LearnedState five = new LearningPass(
                        Small.plan(1).withRateDecay(nothing).withBatch(8), Engine.event())
                .run(TRAIN, 40, NOBODY);
        assertThat(five.require("X-Ae.w")).isEqualTo(two.require("X-Ae.w"));
        assertThat(five.require("Ae.theta")).isNotEqualTo(two.require("Ae.theta"));
    }

    /** Eight samples take the time of one, in which theta decays as in eight. */
    @Test
    void thetaHasAsMuchTimeForEachSampleOfABatchAsForOneAlone() {
        TrainingPlan plan = Small.plan(1);
        DiehlAndCook alone =
                (DiehlAndCook) new Stages(plan, 40).network(0).layer("Ae").neurons();
        DiehlAndCook together = (DiehlAndCook)
                new Stages(plan.withBatch(8), 40).network(0).layer("Ae").neurons();
        assertThat(together.tauTheta()).isEqualTo(alone.tauTheta() / 8);
        assertThat(together.withTauThetaScaled(8)).isEqualTo(alone);
    }

    /** With rates that fall to nothing after the first image a network that rests learns from that one alone, too. */
    @Test
    void networkThatRestsGoesOnWithWhatItLearned() {
        Presentation resting = new Presentation(new Poisson(128), 100, 20, Optional.empty());
        TrainingPlan plan = TrainingPlan.of(DiehlAndCook2015.recommended(Small.NEURONS), resting, 1);
        LearnedState one = new LearningPass(plan, Engine.event()).run(TRAIN, 1, NOBODY);
        LearnedState five =
                new LearningPass(plan.withRateDecay(new RateDecay(1e-30, 1)), Engine.event()).run(TRAIN, 5, NOBODY);
        assertThat(five.require("X-Ae.w")).isEqualTo(one.require("X-Ae.w"));
    }

    @Test
    void weakInputIsLearnedFromWhenItIsShownAgain() {
        Presentation weakly = new Presentation(new Poisson(6), 100);
        TrainingPlan weak = TrainingPlan.of(DiehlAndCook2015.recommended(Small.NEURONS), weakly, 1);
        TrainingPlan louder =
                TrainingPlan.of(weak.model(), weakly.withRepetition(Optional.of(new Repetition(5, 2, 3))), weak.seed());
        TrainedModel once = Trainer.train(weak, TRAIN.first(30));
        TrainedModel again = Trainer.train(louder, TRAIN.first(30));
        assertThat(sum(once)).isZero();
        assertThat(sum(again)).isPositive();
        assertThat(Trainer.train(louder.withThreads(2), TRAIN.first(30))).isEqualTo(again);
    }

    private static FloatArray inhibition(Network network) {
        Dense dense = (Dense) network.connections().get(1).topology();
        return ((Weights.Given) dense.weights()).values();
    }

    private static double sum(TrainedModel model) {
        float[] theta = model.learned().require("Ae.theta").values();
        return IntStream.range(0, theta.length).mapToDouble(i -> theta[i]).sum();
    }

    private static Presentation presentation() {
        return Small.plan(1).presentation();
    }
}
