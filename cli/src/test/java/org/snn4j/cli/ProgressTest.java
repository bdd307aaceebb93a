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
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;

/** The figures are worked out by hand. */
class ProgressTest {
    private static final int WIDTH = 79;

    @Test
    void plainLineOfTrainingHasPaceTimeLeftAccuracyAndSilentNeurons() {
        assertThat(PlainProgress.line(training(20_000), 5))
                .isEqualTo("train: 20,000 of 60,000, 4,000 images/s, 0:10 left, accuracy 83.4 %, 7 silent");
    }

    @Test
    void plainLineBeforeTheFirstBlockSaysThatAccuracyIsNotKnown() {
        assertThat(PlainProgress.line(new Progress(Phase.TRAIN, 100, 60_000, 0, Optional.empty()), 2))
                .isEqualTo("train: 100 of 60,000, 50 images/s, 19:58 left, accuracy not yet known");
    }

    @Test
    void plainLineOfTestHasNoAccuracy() {
        assertThat(PlainProgress.line(test(2_000), 0.5)).isEqualTo("test: 2,000 of 10,000, 4,000 images/s, 0:02 left");
    }

    @Test
    void slowPaceHasADecimalAndLongTimesHaveHours() {
        assertThat(PlainProgress.line(test(5), 2)).isEqualTo("test: 5 of 10,000, 2.5 images/s, 1:06:38 left");
    }

    @Test
    void lastLineSaysHowLongThePhaseTook() {
        assertThat(PlainProgress.line(test(10_000), 61)).isEqualTo("test: 10,000 of 10,000, 164 images/s, took 1:01");
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
        assertThat(LiveProgress.line(training(30_000), 7.5, WIDTH))
                .isEqualTo("train  50 % [======      ] 4,000 images/s, 0:08 left, accuracy 83.4 %, 7 silent")
                .hasSize(WIDTH);
        assertThat(LiveProgress.line(test(10_000), 2, WIDTH))
                .isEqualTo("test 100 % [" + "=".repeat(40) + "] 5,000 images/s, took 0:02")
                .hasSize(WIDTH);
    }

    @Test
    void liveLineFitsWithFiguresAsLongAsTheyGet() {
        Progress longest = new Progress(Phase.TRAIN, 999_999, 1_000_000, 6_400, Optional.of(block(1000, 1000)));
        assertThat(LiveProgress.line(longest, 1e-2, WIDTH)).hasSizeLessThanOrEqualTo(80);
        assertThat(LiveProgress.line(training(1), 2, WIDTH)).hasSize(WIDTH);
    }

    @Test
    void liveLineOnANarrowTerminalHasNoBar() {
        assertThat(LiveProgress.line(training(30_000), 7.5, 40))
                .isEqualTo("train  50 %, 4,000 images/s, 0:08 left, accuracy 83.4 %, 7 silent");
    }

    @Test
    void finishedShareIsNotRoundedUp() {
        assertThat(LiveProgress.line(test(9_999), 2, WIDTH)).startsWith("test  99 %");
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

    private static OnlinePoint block(long correct, long samples) {
        Map<Vote, Accuracy> accuracy = new EnumMap<>(Vote.class);
        for (Vote vote : Vote.values()) {
            accuracy.put(vote, new Accuracy(correct, samples));
        }
        return new OnlinePoint(samples, accuracy, 0);
    }
}
