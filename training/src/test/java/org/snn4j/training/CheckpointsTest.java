package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snn4j.training.Small.TRAIN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.file.MalformedFileException;

/** The oracle is the schedule, and that the last two checkpoints are there whatever happens. */
class CheckpointsTest {
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    private Path run;

    private Checkpoints checkpoints;

    @BeforeEach
    void makeFolder() {
        checkpoints = new Checkpoints(run.resolve("checkpoints"));
    }

    @Test
    void lastTwoAreKept() throws IOException {
        assertThat(checkpoints.last(this::noProblem)).isEmpty();
        train(every(90, NEVER), () -> false);
        assertThat(names()).containsExactlyInAnyOrder("sample-000000000270.zip", "sample-000000000300.zip");
        assertThat(checkpoints.last(this::noProblem).orElseThrow().pass().shown())
                .isEqualTo(300);
    }

    @Test
    void learningEndsWithACheckpoint() throws IOException {
        train(new CheckpointSchedule(OptionalLong.empty(), NEVER), () -> false);
        assertThat(names()).containsExactly("sample-000000000300.zip");
    }

    @Test
    void clockMakesCheckpointsToo() throws IOException {
        List<Long> written = new ArrayList<>();
        CheckpointWriter writer = writer(new CheckpointSchedule(OptionalLong.empty(), Duration.ofNanos(1)), () -> {
            written.add(shownLast());
            return false;
        });
        new Trainer(Small.plan(1), writer).learn(TRAIN);
        assertThat(written.stream().distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void learningStopsWhenItIsAskedToAfterACheckpoint() throws IOException {
        int[] asked = new int[1];
        assertThatThrownBy(() -> train(new CheckpointSchedule(OptionalLong.empty(), NEVER), () -> ++asked[0] == 123))
                .isInstanceOf(TrainingStopped.class)
                .hasMessage("learning was stopped after 123 of 300 samples");
        assertThat(names()).containsExactly("sample-000000000123.zip");
    }

    /** 100 s before, and 7 s since. */
    @Test
    void checkpointSaysHowLongTrainingHasTakenWithWhatItTookBefore() throws IOException {
        long[] seconds = new long[1];
        TrainingClock clock = TrainingClock.startedAfter(100, () -> 1_000_000_000L * seconds[0]);
        seconds[0] = 7;
        CheckpointSchedule atTheEnd = new CheckpointSchedule(OptionalLong.empty(), NEVER);
        new Trainer(Small.plan(1), new CheckpointWriter(checkpoints, atTheEnd, clock, () -> false)).learn(TRAIN);
        assertThat(checkpoints.last(this::noProblem).orElseThrow().seconds()).isEqualTo(107);
    }

    @Test
    void damagedCheckpointGivesWayToTheOneBefore() throws IOException {
        train(every(100, NEVER), () -> false);
        Path last = run.resolve("checkpoints/sample-000000000300.zip");
        byte[] bytes = Files.readAllBytes(last);
        Files.write(last, Arrays.copyOf(bytes, bytes.length / 2));

        List<String> problems = new ArrayList<>();
        assertThat(checkpoints.last(problems::add).orElseThrow().pass().shown()).isEqualTo(200);
        assertThat(problems).singleElement().asString().contains("sample-000000000300.zip");

        Files.write(run.resolve("checkpoints/sample-000000000200.zip"), new byte[3]);
        assertThatThrownBy(() -> checkpoints.last(problems::add)).isInstanceOf(MalformedFileException.class);
    }

    @Test
    void folderThatGoesAwayStopsTrainingInWords() {
        assertThatThrownBy(() -> train(every(100, NEVER), () -> {
                    deleteRunAfterTheFirst();
                    return false;
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write a checkpoint into " + run.resolve("checkpoints") + ": ")
                .hasMessageContaining("there is no folder");
    }

    /** As a full disk does: nothing can be put where the temporary file would be. */
    @Test
    void checkpointsBeforeOneThatCannotBeWrittenStay() throws IOException {
        Path folder = run.resolve("checkpoints");
        assertThatThrownBy(() -> train(every(100, NEVER), () -> {
                    if (shownLast() == 200) {
                        blockNext();
                    }
                    return false;
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write a checkpoint into " + folder);
        assertThat(checkpoints.last(this::noProblem).orElseThrow().pass().shown())
                .isEqualTo(200);
    }

    @Test
    void whatAKilledProcessLeftIsRemoved() throws IOException {
        train(every(100, NEVER), () -> false);
        Files.write(run.resolve("checkpoints/.writing-0815"), new byte[3]);
        checkpoints.removeUnfinished();
        assertThat(names()).hasSize(2);
    }

    private void train(CheckpointSchedule schedule, BooleanSupplier stop) {
        new Trainer(Small.plan(1), writer(schedule, stop)).learn(TRAIN);
    }

    private CheckpointWriter writer(CheckpointSchedule schedule, BooleanSupplier stop) {
        return new CheckpointWriter(checkpoints, schedule, TrainingClock.startedAfter(100, System::nanoTime), stop);
    }

    private static CheckpointSchedule every(long samples, Duration time) {
        return new CheckpointSchedule(OptionalLong.of(samples), time);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** 0 while there is no checkpoint. */
    private long shownLast() {
        long shown = 300;
        while (shown > 0 && Files.notExists(run.resolve(String.format("checkpoints/sample-%012d.zip", shown)))) {
            shown--;
        }
        return shown;
    }

    private void deleteRunAfterTheFirst() {
        try {
            if (checkpoints.isPresent()) {
                Files.delete(run.resolve("checkpoints/sample-000000000100.zip"));
                Files.delete(run.resolve("checkpoints"));
                Files.delete(run);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that is not empty stands where the next checkpoint is to be. */
    private void blockNext() {
        try {
            Files.createDirectories(run.resolve("checkpoints/sample-000000000300.zip/in the way"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void noProblem(String problem) {
        throw new AssertionError(problem);
    }
}
