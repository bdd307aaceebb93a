package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snn4j.training.Small.ASSIGN;
import static org.snn4j.training.Small.BLOCK;
import static org.snn4j.training.Small.MODEL;
import static org.snn4j.training.Small.NEURONS;
import static org.snn4j.training.Small.TRAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.LearnedState;
import org.snn4j.network.array.Shape;

/** Oracle: what must not matter changes no bit, and what must matter does. */
class TrainerTest {
    @Test
    void sameSeedMakesTheSameModel() {
        TrainedModel again = Trainer.train(Small.plan(1), TRAIN);

        assertThat(again).isEqualTo(MODEL);
        assertThat(again.learned().sha256()).isEqualTo(MODEL.learned().sha256());
        assertThat(Small.test(again, 1)).isEqualTo(Small.test(MODEL, 1));
    }

    @Test
    void anotherSeedMakesAnotherModel() {
        TrainedModel other = Trainer.train(Small.plan(2), TRAIN);

        assertThat(other.learned().sha256()).isNotEqualTo(MODEL.learned().sha256());
        assertThat(other.assignment()).isNotEqualTo(MODEL.assignment());
    }

    @Test
    void labelsDoNotTeach() {
        TrainedModel shifted = Trainer.train(Small.plan(1), Small.relabelled(TRAIN, label -> (label + 1) % 10));
        TrainedModel alike = Trainer.train(Small.plan(1), Small.relabelled(TRAIN, label -> 3));

        assertThat(shifted.learned()).isEqualTo(MODEL.learned());
        assertThat(alike.learned()).isEqualTo(MODEL.learned());
    }

    @Test
    void neuronsStandForTheLabelsThatTheyAreGiven() {
        TrainedModel shifted = Trainer.train(Small.plan(1), Small.relabelled(TRAIN, label -> (label + 1) % 10));

        for (int neuron = 0; neuron < NEURONS; neuron++) {
            for (int label = 0; label < 10; label++) {
                assertThat(shifted.assignment().rate(neuron, (label + 1) % 10))
                        .isEqualTo(MODEL.assignment().rate(neuron, label));
            }
        }
    }

    @Test
    void threadsDoNotMatter() {
        for (int threads = 2; threads <= 3; threads++) {
            assertThat(Trainer.train(Small.plan(1).withThreads(threads), TRAIN)).isEqualTo(MODEL);
        }
    }

    @Test
    void labelsAreAssignedOnTheLastTrainingImages() {
        Trainer trainer = new Trainer(Small.plan(1), Progress.Listener.NONE);
        Trainer.Learning learning = trainer.learn(TRAIN);
        LabelledImages last = TRAIN.slice(TRAIN.size() - ASSIGN, TRAIN.size());

        assertThat(trainer.assign(learning, last).assignment()).isEqualTo(MODEL.assignment());
        assertThat(trainer.assign(learning, TRAIN.first(ASSIGN)).assignment()).isNotEqualTo(MODEL.assignment());
    }

    @Test
    void assigningLabelsChangesNothingThatWasLearned() {
        Trainer trainer = new Trainer(Small.plan(1), Progress.Listener.NONE);
        Trainer.Learning learning = trainer.learn(TRAIN);
        String before = learning.state().sha256();

        assertThat(trainer.assign(learning, TRAIN).learned().sha256()).isEqualTo(before);
    }

    @Test
    void provenanceSaysWhereTheModelComesFrom() {
        assertThat(MODEL.provenance())
                .isEqualTo(new Provenance(
                        "diehl-cook",
                        "mnist-train[0:300]",
                        TRAIN.sha256(),
                        300,
                        1,
                        ASSIGN,
                        1,
                        "none",
                        TRAIN.classNames()));
        assertThat(MODEL.image()).isEqualTo(Shape.of(28, 28));
    }

    @Test
    void noMoreLabelsAreAssignedThanThereAreImages() {
        TrainedModel model = Trainer.train(Small.plan(1).withAssignSamples(10_000), TRAIN.first(30));
        assertThat(model.provenance().assignSamples()).isEqualTo(30);
    }

    @Test
    void curveHasAPointForEachBlockAfterTheFirst() {
        List<OnlinePoint> curve =
                new Trainer(Small.plan(1), Progress.Listener.NONE).learn(TRAIN).curve();

        assertThat(curve).extracting(OnlinePoint::samples).containsExactly(2L * BLOCK, 3L * BLOCK);
        assertThat(curve).allSatisfy(point -> {
            for (Vote vote : Vote.values()) {
                assertThat(point.accuracy(vote).samples()).isEqualTo(BLOCK);
            }
        });
    }

    @Test
    void curveIsEmptyWhereTrainingIsTooShortForOne() {
        List<OnlinePoint> curve = new Trainer(Small.plan(1), Progress.Listener.NONE)
                .learn(TRAIN.first(BLOCK + 1))
                .curve();
        assertThat(curve).isEmpty();
    }

    @Test
    void whatIsLearnedCanBeWatchedWithoutChangingIt() {
        List<Long> shown = new ArrayList<>();
        List<LearnedState> states = new ArrayList<>();
        Progress.Listener watching = new Progress.Listener() {
            @Override
            public void onProgress(Progress progress) {}

            @Override
            public void onLearned(Progress progress, Supplier<LearnedState> learned) {
                shown.add(progress.done());
                states.add(learned.get());
            }
        };
        Progress.Listener heard = progress -> assertThat(progress.done()).isEqualTo(shown.size() + 1L);

        LearnedState state = new Trainer(Small.plan(1), heard.and(watching))
                .learn(TRAIN.first(60))
                .state();

        assertThat(shown).containsExactlyElementsOf(upTo(60));
        assertThat(states).doesNotHaveDuplicates().last().isEqualTo(state);
        assertThat(new Trainer(Small.plan(1), Progress.Listener.NONE)
                        .learn(TRAIN.first(60))
                        .state())
                .isEqualTo(state);
    }

    @Test
    void classesOfTheNeuronsAreToldAfterEachBlock() {
        List<LabelAssignment> heard = new ArrayList<>();
        List<Long> when = new ArrayList<>();
        Progress.Listener listener = new Progress.Listener() {
            private long done;

            @Override
            public void onProgress(Progress progress) {
                done = progress.done();
            }

            @Override
            public void onAssigned(LabelAssignment assignment) {
                heard.add(assignment);
                when.add(done);
            }
        };

        new Trainer(Small.plan(1), Progress.Listener.NONE.and(listener)).learn(TRAIN.first(3 * BLOCK - 1));

        assertThat(when).containsExactly((long) BLOCK, 2L * BLOCK);
        assertThat(heard.get(0).unassigned()).isLessThan(NEURONS);
        assertThat(heard.get(1)).isNotEqualTo(heard.get(0));
    }

    /** Oracle: the model that training ends with, which has learned the same. */
    @Test
    void modelInTheMiddleOfTrainingAnswersAsOneThatEndsThere() {
        LearnedState learned = MODEL.learned();
        TrainedModel soFar = TrainedModel.soFar(Small.plan(1), TRAIN, learned, MODEL.assignment());

        assertThat(soFar.predict(TRAIN.intensities(0))).isEqualTo(MODEL.predict(TRAIN.intensities(0)));
        assertThat(soFar.provenance().dataSha256()).isEqualTo(TRAIN.sha256());
        assertThat(soFar.provenance().assignSamples()).isZero();
    }

    @Test
    void everyEpochShowsAllImages() {
        List<Progress> heard = new ArrayList<>();
        Trainer trainer = new Trainer(Small.plan(1).withEpochs(2), heard::add);
        Trainer.Learning twice = trainer.learn(TRAIN.first(60));

        assertThat(heard).extracting(Progress::done).containsExactlyElementsOf(upTo(120));
        assertThat(heard).extracting(Progress::total).containsOnly(120L);
        assertThat(trainer.assign(twice, TRAIN.first(60)).provenance().epochs()).isEqualTo(2);
        Trainer.Learning once = new Trainer(Small.plan(1), Progress.Listener.NONE).learn(TRAIN.first(60));
        assertThat(twice.state()).isNotEqualTo(once.state());
    }

    @Test
    void progressOfLearningTellsOfTheLastBlock() {
        List<Progress> heard = new ArrayList<>();
        List<OnlinePoint> curve =
                new Trainer(Small.plan(1), heard::add).learn(TRAIN).curve();

        assertThat(heard).extracting(Progress::phase).containsOnly(Phase.TRAIN);
        assertThat(heard).extracting(Progress::done).containsExactlyElementsOf(upTo(TRAIN.size()));
        assertThat(heard.get(2 * BLOCK - 2).lastBlock()).isEmpty();
        assertThat(heard.get(2 * BLOCK - 1).lastBlock()).contains(curve.get(0));
        assertThat(heard.get(3 * BLOCK - 1).lastBlock()).contains(curve.get(1));
        assertThat(heard.get(BLOCK - 2).silentNeurons()).isZero();
        assertThat(heard).extracting(Progress::silentNeurons).allMatch(silent -> silent >= 0 && silent <= NEURONS);
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        Trainer trainer = new Trainer(Small.plan(1), Progress.Listener.NONE);
        LabelledImages halves = Small.reshaped(TRAIN.first(2), 14, 28, 10);

        assertThatThrownBy(() -> trainer.learn(halves))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reshaped has images of 14 x 28 pixels, but the network has 784 inputs");
        Trainer.Learning learning = trainer.learn(TRAIN.first(2));
        assertThatThrownBy(() -> trainer.assign(learning, halves))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reshaped has images of 14 x 28 pixels, but the network has 784 inputs");
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
