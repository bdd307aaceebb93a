package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snn4j.training.Small.MNIST;
import static org.snn4j.training.Small.TRAIN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.encoding.Poisson;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.models.DiehlAndCook2015Original;
import org.snn4j.models.IncreasingInhibition;
import org.snn4j.models.LocallyConnected;
import org.snn4j.models.PrebuiltModel;

/** Oracle: the training that was never stopped. */
class CheckpointTest {
    private static final int SAMPLES = 60;
    private static final Set<Long> STOPS = Set.of(1L, 17L, 40L, 59L, 60L, 61L, 119L, 120L);

    @TempDir
    private Path folder;

    static Stream<TrainingPlan> plans() {
        Presentation shown = new Presentation(new Poisson(128), 50);
        Presentation rested = new Presentation(new Poisson(128), 40, 10, Optional.of(new Repetition(5, 0.5, 2)));
        return Stream.of(
                plan(DiehlAndCook2015.recommended(12), shown),
                plan(DiehlAndCook2015.recommended(12), shown.withRepetition(Optional.of(new Repetition(9, 0.5, 2)))),
                plan(DiehlAndCook2015.recommended(12), rested),
                plan(DiehlAndCook2015Original.recommended(12), rested),
                plan(IncreasingInhibition.recommended(16), shown),
                plan(IncreasingInhibition.recommended(16), rested),
                plan(LocallyConnected.recommended(2), shown),
                plan(DiehlAndCook2015.recommended(12), rested).withRateDecay(new RateDecay(0.9, 7)),
                plan(DiehlAndCook2015.recommended(12), rested).withThreads(2),
                plan(DiehlAndCook2015.recommended(12), shown).withTeacher(Clamp.recommended()),
                plan(DiehlAndCook2015.recommended(12), shown).withTeacher(Symmetric.recommended()),
                plan(DiehlAndCook2015.recommended(12), shown).withTeacher(Rewarding.recommended()));
    }

    private static TrainingPlan plan(PrebuiltModel model, Presentation presentation) {
        return TrainingPlan.of(model, presentation, 5).withEpochs(2).withOnlineBlock(25);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void trainingGoesOnAsIfItHadNeverStopped(TrainingPlan plan) throws IOException {
        Map<Long, Path> files = new LinkedHashMap<>();
        Map<Long, Progress> heard = new LinkedHashMap<>();
        Trainer.Learning unbroken = new Trainer(plan, keeping(files, heard)).learn(MNIST.first(SAMPLES));

        assertThat(files.keySet()).isEqualTo(STOPS);
        for (Map.Entry<Long, Path> stop : files.entrySet()) {
            Map<Long, Progress> again = new LinkedHashMap<>();
            Trainer.Learning resumed = new Trainer(plan, keeping(new LinkedHashMap<>(), again))
                    .resume(MNIST.first(SAMPLES), Checkpoint.load(stop.getValue()));
            assertThat(resumed).as("stopped after %d", stop.getKey()).isEqualTo(unbroken);
            assertThat(resumed.state().sha256()).isEqualTo(unbroken.state().sha256());
            assertThat(heard).as("stopped after %d", stop.getKey()).containsAllEntriesOf(again);
        }
    }

    private Progress.Listener keeping(Map<Long, Path> files, Map<Long, Progress> heard) {
        return new Progress.Listener() {
            @Override
            public void onProgress(Progress progress) {
                if (progress.phase() == Phase.TRAIN) {
                    heard.put(progress.done(), progress);
                }
            }

            @Override
            public void onCheckpoint(Progress progress, Supplier<Checkpoint> checkpoint) {
                if (STOPS.contains(progress.done())) {
                    files.put(progress.done(), saved(checkpoint.get()));
                }
            }
        };
    }

    private Path saved(Checkpoint checkpoint) {
        try {
            Path file = folder.resolve(checkpoint.pass().shown() + ".zip");
            checkpoint.save(file);
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void checkpointComesBackFromItsFile() throws IOException {
        Checkpoint checkpoint = checkpointOf(Small.plan(1));
        assertThat(Checkpoint.load(saved(checkpoint))).isEqualTo(checkpoint);
    }

    @Test
    void checkpointOfAnotherPlanIsRefused() {
        assertThatThrownBy(() ->
                        new Trainer(Small.plan(2), Progress.Listener.NONE).resume(TRAIN, checkpointOf(Small.plan(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the checkpoint is of another training: its plan is TrainingPlan[")
                .hasMessageContaining("seed=1")
                .hasMessageContaining("seed=2");
    }

    @Test
    void checkpointOfOtherImagesIsRefused() {
        assertThatThrownBy(() -> new Trainer(Small.plan(1), Progress.Listener.NONE)
                        .resume(MNIST.first(299), checkpointOf(Small.plan(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the checkpoint is of a training on other images: theirs have SHA-256 " + TRAIN.sha256()
                        + ", those of " + MNIST.first(299).name() + " have "
                        + MNIST.first(299).sha256());
    }

    /** After 150 samples, in the middle of a block. */
    private static Checkpoint checkpointOf(TrainingPlan plan) {
        Checkpoint[] kept = new Checkpoint[1];
        new Trainer(plan, new Progress.Listener() {
                    @Override
                    public void onProgress(Progress progress) {}

                    @Override
                    public void onCheckpoint(Progress progress, Supplier<Checkpoint> checkpoint) {
                        if (progress.done() == 150) {
                            kept[0] = checkpoint.get();
                        }
                    }
                })
                .learn(TRAIN);
        return kept[0];
    }
}
