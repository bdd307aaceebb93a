package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snn4j.training.Small.MODEL;
import static org.snn4j.training.Small.TEST;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.LearnedState;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: an answer depends on the sample and its number, not on what the same thread has shown before. */
class FrozenPassTest {
    @Test
    void resultIsTheSameForEveryNumberOfThreads() {
        TestResult one = Small.test(MODEL, 1);

        assertThat(one.confusion(Vote.ALL_ACTIVITY).total()).isEqualTo(TEST.size());
        assertThat(Small.test(MODEL, 2)).isEqualTo(one);
        assertThat(Small.test(MODEL, 3)).isEqualTo(one);
        assertThat(Small.test(MODEL, 11)).isEqualTo(one);
    }

    @Test
    void testDoesNotChangeTheModel() {
        String before = MODEL.learned().sha256();
        TestResult first = Small.test(MODEL, 2);

        assertThat(MODEL.learned().sha256()).isEqualTo(before);
        assertThat(Small.test(MODEL, 2)).isEqualTo(first);
    }

    /** The end of a run normalises weights, also of a frozen network: at the latest then half the weights are whole again. */
    @Test
    void firstSampleMeetsTheSameWeightsAsLaterOnes() {
        TrainedModel halved = withHalfTheWeights(MODEL);
        try (FrozenNetwork fresh = new FrozenNetwork(halved, Phase.TEST);
                FrozenNetwork used = new FrozenNetwork(halved, Phase.TEST)) {
            used.counts(TEST.intensities(0), 0);
            assertThat(fresh.counts(TEST.intensities(5), 5)).isEqualTo(used.counts(TEST.intensities(5), 5));
        }
    }

    @Test
    void numberOfTheSampleFixesItsSpikes() {
        try (FrozenNetwork frozen = new FrozenNetwork(MODEL, Phase.TEST)) {
            List<int[]> answers = answersOfImage7(frozen);
            assertThat(answersOfImage7(frozen)).usingRecursiveComparison().isEqualTo(answers);
            assertThat(answers.stream().map(Arrays::toString).distinct()).hasSizeGreaterThan(1);
        }
    }

    private static List<int[]> answersOfImage7(FrozenNetwork frozen) {
        return IntStream.range(0, 20)
                .mapToObj(number -> frozen.counts(TEST.intensities(7), number))
                .toList();
    }

    @Test
    void predictionOfAnImageIsAlwaysTheSame() {
        Prediction first = MODEL.predict(TEST.intensities(3));

        assertThat(MODEL.predict(TEST.intensities(3))).isEqualTo(first);
        assertThat(first.spikes()).isPositive();
        assertThat(first.label(Vote.CONFIDENCE_WEIGHTING)).isBetween(0, 9);
    }

    @Test
    void blackImageGetsNoAnswer() {
        Prediction nothing = MODEL.predict(new float[784]);

        assertThat(nothing.spikes()).isZero();
        for (Vote vote : Vote.values()) {
            assertThat(nothing.label(vote)).isEqualTo(Vote.ABSTENTION);
            assertThat(nothing.scores().get(vote)).hasSize(10).containsOnly(0.0);
        }
    }

    /** The listener takes its time, so that threads queue up for it. */
    @Test
    void listenerHearsOfMoreAndMoreSamplesUpToAll() {
        LabelledImages images = Small.MNIST.first(1_010);
        List<Progress> heard = new ArrayList<>();
        Progress.Listener slow = progress -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            heard.add(progress);
        };
        TestResult.of(MODEL, images, 4, slow);

        assertThat(heard).extracting(Progress::phase).containsOnly(Phase.TEST);
        assertThat(heard).extracting(Progress::total).containsOnly(1_010L);
        assertThat(heard)
                .extracting(Progress::done)
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(1_010L);
        assertThat(heard).hasSize(21);
    }

    @Test
    void listenerHearsTheAccuracyOfTheTestSoFarAndInTheEndOfAll() {
        List<Progress> heard = new ArrayList<>();
        TestResult result = TestResult.of(MODEL, TEST, 1, heard::add);

        assertThat(heard)
                .extracting(progress -> progress.lastBlock().orElseThrow().samples())
                .containsExactly(50L, 100L, 150L, 170L);
        TestResult first = TestResult.of(MODEL, TEST.first(50), 1, Progress.Listener.NONE);
        for (Vote vote : Vote.values()) {
            assertThat(heard.get(0).lastBlock().orElseThrow().accuracy(vote)).isEqualTo(first.accuracy(vote));
            assertThat(heard.get(3).lastBlock().orElseThrow().accuracy(vote)).isEqualTo(result.accuracy(vote));
        }
        assertThat(heard.get(3).lastBlock().orElseThrow().abstentions()).isEqualTo(result.abstentions());
    }

    /** Oracle: the counts of which the votes of the same sample are made. */
    @Test
    void spikesOfImagesAreThoseThatAFrozenPassCounts() {
        List<SpikeTrain> spikes = MODEL.spikes(TEST.first(3), Phase.TEST);
        try (FrozenNetwork frozen = new FrozenNetwork(MODEL, Phase.TEST)) {
            for (int sample = 0; sample < 3; sample++) {
                assertThat(spikes.get(sample).counts()).isEqualTo(frozen.counts(TEST.intensities(sample), sample));
            }
        }
        Prediction prediction = MODEL.predict(TEST.intensities(0));
        assertThat(MODEL.spikes(TEST.intensities(0)).count()).isEqualTo(prediction.spikes());
    }

    @Test
    void listenerHearsOfAssignedLabelsToo() {
        List<Progress> heard = new ArrayList<>();
        Trainer trainer = new Trainer(Small.plan(1), heard::add);
        Trainer.Learning learning = trainer.learn(TEST.first(1));
        heard.clear();
        trainer.assign(learning, TEST.first(120));

        assertThat(heard).extracting(Progress::phase).containsOnly(Phase.ASSIGN);
        assertThat(heard).extracting(Progress::done).containsExactly(50L, 100L, 120L);
        assertThat(heard).extracting(Progress::total).containsOnly(120L);
    }

    @Test
    void failureInAThreadReachesTheCaller() {
        FrozenPass pass = new FrozenPass(TEST, Phase.TEST, Progress.Listener.NONE);
        assertThatThrownBy(
                        () -> pass.run(2, () -> new FrozenNetwork(MODEL, Phase.TEST), () -> (sample, counts, label) -> {
                            throw new ArithmeticException("no such count");
                        }))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("no such count");
    }

    @Test
    void interruptedPassEndsAndSaysSo() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Small.test(MODEL, 2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void imagesThatTheModelWasNotMadeForAreRefused() {
        LabelledImages some = TEST.first(2);
        List<LabelledImages> wrong = List.of(
                Small.reshaped(some, 14, 28, 10), Small.reshaped(some, 14, 56, 10), Small.reshaped(some, 28, 28, 11));
        for (LabelledImages images : wrong) {
            assertThatThrownBy(() -> TestResult.of(MODEL, images, 1, Progress.Listener.NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("reshaped has " + images.classes() + " classes of images of " + images.height() + " x "
                            + images.width() + " pixels, but the model was made for 10 classes of [28, 28]");
        }
    }

    @Test
    void valuesThatTheModelWasNotMadeForAreRefused() {
        assertThatThrownBy(() -> MODEL.predict(0, 1, 0.5f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[3]")
                .hasMessageContaining("[784]");
        assertThatThrownBy(() -> MODEL.predict(new float[785])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void passOnNoThreadIsRefused() {
        for (int threads : new int[] {0, -1}) {
            assertThatThrownBy(() -> Small.test(MODEL, threads))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(threads + " threads");
        }
    }

    private static TrainedModel withHalfTheWeights(TrainedModel model) {
        Map<String, FloatArray> arrays = new LinkedHashMap<>(model.learned().arrays());
        float[] weights = arrays.get("X-Ae.w").values();
        IntStream.range(0, weights.length).forEach(i -> weights[i] /= 2);
        arrays.put("X-Ae.w", FloatArray.of(arrays.get("X-Ae.w").shape(), weights));
        return new TrainedModel(
                model.network(),
                model.inputLayer(),
                model.readoutLayer(),
                model.presentation(),
                model.image(),
                new LearnedState(arrays),
                model.assignment(),
                model.provenance());
    }
}
