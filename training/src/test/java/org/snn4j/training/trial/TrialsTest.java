package org.snn4j.training.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.Progress;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

class TrialsTest {
    private static final TrainingPlan PLAN =
            TrainingPlan.of(DiehlAndCook2015.recommended(20), new Presentation(new Poisson(128), 50), 1);
    private static final Trials.Listener NOBODY = Trials.Listener.NONE;

    private static DataSplit images;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        LabelledImages train = Mnist.train();
        images = new DataSplit("few", train.first(100), train.slice(100, 180));
    }

    /** Oracle: the same training and test by hand. */
    @Test
    void outcomeIsThatOfTheTrainingAndItsTest() throws IOException {
        TrainedModel model = Trainer.train(PLAN, images.train());
        TestResult result = TestResult.of(model, images.test(), 1, Progress.Listener.NONE);
        Outcome outcome = run(1, NOBODY, trials(1)).get(0);
        for (Vote vote : Vote.values()) {
            assertThat(outcome.accuracy().get(vote))
                    .isEqualTo(result.accuracy(vote).value());
        }
        assertThat(outcome.abstentions()).isEqualTo(result.abstentions());
        assertThat(outcome.unassigned()).isEqualTo(model.assignment().unassigned());
        assertThat(outcome.weightsSha256()).isEqualTo(model.learned().sha256());
        assertThat(outcome.version()).isEqualTo("1.2");
        assertThat(outcome.seconds()).isGreaterThan(outcome.trainSeconds());
    }

    @Test
    void trialsSideBySideComeToTheSameInTheSameOrder() throws IOException {
        List<Outcome> one = run(1, NOBODY, trials(1, 2, 3));
        Files.delete(folder.resolve("trials.jsonl"));
        List<Outcome> three = run(3, NOBODY, trials(1, 2, 3));
        assertThat(three)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds", "trainSeconds")
                .isEqualTo(one);
        assertThat(one).extracting(Outcome::weightsSha256).doesNotHaveDuplicates();
    }

    @Test
    void trialThatTheLogHasIsNotRunAgain() throws IOException {
        List<Outcome> first = run(1, NOBODY, trials(1, 2));
        List<Long> known = Collections.synchronizedList(new ArrayList<>());
        List<Long> run = Collections.synchronizedList(new ArrayList<>());
        List<Outcome> again = run(
                1,
                new Trials.Listener() {
                    @Override
                    public void onTested(Trial trial, TrainedModel model) {
                        run.add(trial.plan().seed());
                    }

                    @Override
                    public void onOutcome(Trial trial, Outcome outcome, boolean wasKnown) {
                        if (wasKnown) {
                            known.add(trial.plan().seed());
                        }
                    }
                },
                trials(1, 3, 2));
        assertThat(known).containsExactly(1L, 2L);
        assertThat(run).containsExactly(3L);
        assertThat(List.of(again.get(0), again.get(2))).isEqualTo(first);
        assertThat(folder.resolve("trials.jsonl")).content().hasLineCount(3);
    }

    @Test
    void failureStopsTheOthersAndKeepsWhatHasEnded() throws IOException {
        Trials.Listener full = new Trials.Listener() {
            @Override
            public void onTested(Trial trial, TrainedModel model) throws IOException {
                if (trial.plan().seed() == 2) {
                    throw new IOException("the disk is full");
                }
            }
        };
        assertThatThrownBy(() -> run(1, full, trials(1, 2, 3)))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");
        assertThat(folder.resolve("trials.jsonl")).content().hasLineCount(1).contains("\"seed\":1");
    }

    @Test
    void fingerprintStandsForWhatDecidesTheOutcomeAndNothingElse() {
        String usual = trial(PLAN).fingerprint();
        assertThat(new Trial(Map.of("a", "b"), PLAN.withThreads(3).withOnlineBlock(7), images).fingerprint())
                .isEqualTo(usual);
        DataSplit fewer = new DataSplit("few", images.train().first(99), images.test());
        assertThat(List.of(
                        usual,
                        trial(PLAN.withSeed(2)).fingerprint(),
                        trial(PLAN.withEpochs(2)).fingerprint(),
                        trial(PLAN.withModel(DiehlAndCook2015.ofNeurons(20))).fingerprint(),
                        new Trial(Map.of(), PLAN, fewer).fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void brokenLineOfTheLogIsNamed() throws IOException {
        run(1, NOBODY, trials(1));
        Path file = folder.resolve("trials.jsonl");
        Files.writeString(file, Files.readString(file) + "{\"fingerprint\": 7}\n");
        assertThatThrownBy(() -> TrialLog.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("trials.jsonl line 2: fingerprint is 7; a text would be right");
    }

    @Test
    void folderIsOpenOnlyOnceAtATime() throws IOException {
        try (TrialLog log = TrialLog.open(folder)) {
            assertThatThrownBy(() -> TrialLog.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("another program is at work");
            assertThat(log.file()).isEqualTo(folder.resolve("trials.jsonl"));
        }
        TrialLog.open(folder).close();
    }

    /** Oracle: 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and squared differences from it of 32 in all. */
    @Test
    void spreadIsMeanAndSampleStandardDeviation() {
        Spread spread = Spread.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.deviation()).hasValue(Math.sqrt(32 / 7.0));
        assertThat(Spread.of(3).deviation()).isEmpty();
        assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Outcome> run(int sideBySide, Trials.Listener listener, List<Trial> trials) throws IOException {
        try (TrialLog log = TrialLog.open(folder)) {
            return new Trials(log, sideBySide, InstantSource.system(), listener).run(trials, "1.2");
        }
    }

    private static Trial trial(TrainingPlan plan) {
        return new Trial(Map.of(), plan, images);
    }

    private static List<Trial> trials(long... seeds) {
        return LongStream.of(seeds).mapToObj(seed -> trial(PLAN.withSeed(seed))).toList();
    }
}
