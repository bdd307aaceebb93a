package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.snn4j.evaluation.Accuracy;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.Pace;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;

/** The figures are worked out by hand. */
class ProgressTest {
    private static final int WIDTH = 79;

    @Test
    void plainLineOfTrainingHasPaceTimeLeftAccuracyAndSilentNeurons() {
        assertThat(plain(training(20_000), 5))
                .isEqualTo("train: 20,000 of 60,000, 4,000 images/s, 0:10 left, accuracy 83.4 %, 7 silent");
    }

    @Test
    void plainLineBeforeTheFirstBlockSaysThatAccuracyIsNotKnown() {
        assertThat(plain(new Progress(Phase.TRAIN, 100, 60_000, 0, Optional.empty()), 2))
                .isEqualTo("train: 100 of 60,000, 50 images/s, 20:00 left, accuracy not yet known");
    }

    @Test
    void plainLineOfATestHasTheAccuracySoFar() {
        assertThat(plain(test(2_000, block(1_711, 2_000)), 2))
                .isEqualTo("test: 2,000 of 10,000, 1,000 images/s, 0:08 left, accuracy 85.6 %");
    }

    @Test
    void plainLineOfAssignedLabelsHasNoAccuracy() {
        assertThat(plain(new Progress(Phase.ASSIGN, 2_000, 10_000, 0, Optional.empty()), 2))
                .isEqualTo("assign labels: 2,000 of 10,000, 1,000 images/s, 0:08 left");
    }

    @Test
    void slowPaceHasADecimalAndLongTimesHaveHours() {
        assertThat(plain(test(5), 2)).isEqualTo("test: 5 of 10,000, 2.5 images/s, 1:07:00 left");
    }

    /** 70 s, 150.4 s, 1,000 s and 1,020 s are left. */
    @Test
    void timeLeftGoesInStepsThatGrowWithIt() {
        assertThat(plain(test(5_882), 100)).contains(", 1:10 left");
        assertThat(plain(test(3_994), 100)).contains(", 2:30 left");
        assertThat(plain(test(909), 100)).contains(", 16:30 left");
        assertThat(plain(test(893), 100)).contains(", 17:00 left");
    }

    @Test
    void paceIsNotToldBeforeItCanBeJudged() {
        assertThat(plain(training(20), 1.9)).isEqualTo("train: 20 of 60,000, accuracy 83.4 %, 7 silent");
        assertThat(plain(test(10_000), 0.1)).isEqualTo("test: 10,000 of 10,000, 100,000 images/s, took 0:00");
    }

    @Test
    void lastLineSaysHowLongThePhaseTook() {
        assertThat(plain(test(10_000), 61)).isEqualTo("test: 10,000 of 10,000, 164 images/s, took 1:01");
    }

    @Test
    void plainProgressIsALineAtTheEndOfEachShortPhase() {
        StringWriter messages = new StringWriter();
        try (ProgressDisplay progress = new PlainProgress(new PrintWriter(messages))) {
            for (int done = 1; done <= 60_000; done++) {
                progress.onProgress(training(done));
            }
            progress.onProgress(test(5_000));
            progress.onProgress(test(10_000));
        }
        assertThat(messages.toString().lines())
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("train: 60,000 of 60,000, "),
                        line -> assertThat(line).startsWith("test: 10,000 of 10,000, "));
    }

    @Test
    void liveLineIsAsWideAsItMayBe() {
        assertThat(live(training(30_000), 7.5, WIDTH))
                .isEqualTo("train  50 % [======      ] 4,000 images/s, 0:08 left, accuracy 83.4 %, 7 silent")
                .hasSize(WIDTH);
        assertThat(live(test(10_000), 2, WIDTH))
                .isEqualTo("test 100 % [" + "=".repeat(40) + "] 5,000 images/s, took 0:02")
                .hasSize(WIDTH);
    }

    @Test
    void liveLineSaysLessWhereThereIsLessRoom() {
        assertThat(live(training(30_000), 7.5, 70))
                .isEqualTo("train  50 % [======       ] 4,000 images/s, 0:08 left, accuracy 83.4 %");
        assertThat(live(training(30_000), 7.5, 50)).isEqualTo("train  50 % [====     ] 0:08 left, accuracy 83.4 %");
        assertThat(live(training(30_000), 7.5, 40)).isEqualTo("train  50 % [========        ] 0:08 left");
        assertThat(live(training(30_000), 7.5, 24)).isEqualTo("train  50 % [====     ] ");
        assertThat(live(training(30_000), 7.5, 14)).isEqualTo("train  50 %   ");
        assertThat(live(training(30_000), 7.5, 8)).isEqualTo("train  5");
    }

    /** A line that is longer goes on in the next, which is then drawn again and again below itself. */
    @Test
    void liveLineIsExactlyAsWideAsAnyTerminal() {
        for (int width = 1; width <= 200; width++) {
            assertThat(live(training(59_999), 7.5, width)).hasSize(width);
            assertThat(live(new Progress(Phase.ASSIGN, 1, 10_000, 0, Optional.empty()), 1e5, width))
                    .hasSize(width);
        }
    }

    @Test
    void finishedShareIsNotRoundedUp() {
        assertThat(live(test(9_999), 2, WIDTH)).startsWith("test  99 %");
    }

    /** Repeated, as the bar is drawn by a timer of its own. */
    @RepeatedTest(20)
    void liveProgressLeavesOneWholeLineForEachPhase() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ProgressDisplay progress = new LiveProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            progress.onProgress(training(30_000));
            progress.onProgress(training(60_000));
            progress.onProgress(test(10_000));
        }
        String shown = bytes.toString(StandardCharsets.UTF_8);
        assertThat(shown).endsWith(System.lineSeparator());
        assertThat(List.of(shown.split(System.lineSeparator())))
                .satisfiesExactly(line -> assertThat(line).contains("train 100 %"), line -> assertThat(line)
                        .contains("test 100 %"));
    }

    private static Progress training(long done) {
        return new Progress(Phase.TRAIN, done, 60_000, 7, Optional.of(block(834, 1000)));
    }

    private static Progress test(long done) {
        return new Progress(Phase.TEST, done, 10_000, 0, Optional.empty());
    }

    private static Progress test(long done, OnlinePoint soFar) {
        return new Progress(Phase.TEST, done, 10_000, 0, Optional.of(soFar));
    }

    private static String plain(Progress progress, double seconds) {
        return PlainProgress.line(progress, pace(progress, seconds));
    }

    private static String live(Progress progress, double seconds, int width) {
        return LiveProgress.line(progress, pace(progress, seconds), width);
    }

    private static Pace pace(Progress progress, double seconds) {
        Pace pace = new Pace(0);
        pace.note(progress, Math.round(1e9 * seconds));
        return pace;
    }

    private static OnlinePoint block(long correct, long samples) {
        Map<Vote, Accuracy> accuracy = new EnumMap<>(Vote.class);
        for (Vote vote : Vote.values()) {
            accuracy.put(vote, new Accuracy(correct, samples));
        }
        return new OnlinePoint(samples, accuracy, 0);
    }
}
