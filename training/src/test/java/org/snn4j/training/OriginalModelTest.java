package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snn4j.training.Small.MNIST;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.models.DiehlAndCook2015Original;
import org.snn4j.network.Engine;

/**
 * Oracle: the activity that follows from the thetas which Diehl and Cook published: some 16 spikes to an image, of a few
 * neurons.
 */
class OriginalModelTest {
    @TempDir
    private Path folder;

    @Test
    void fewNeuronsAnswerEachImageWithSomeTwoSpikesEach() {
        List<int[]> answers = new ArrayList<>();
        new LearningPass(plan(100), Engine.event()).run(MNIST, 150, (sample, counts) -> answers.add(counts));
        double spikes = answers.stream()
                .mapToInt(counts -> Arrays.stream(counts).sum())
                .average()
                .orElseThrow();
        double active = answers.stream()
                .mapToLong(counts ->
                        Arrays.stream(counts).filter(count -> count > 0).count())
                .average()
                .orElseThrow();
        assertThat(spikes).isBetween(8.0, 24.0);
        assertThat(active).isBetween(3.0, 10.0);
    }

    @Test
    void trainedModelComesBackFromItsFileAndPredictsAlikeOnAnyNumberOfThreads() throws Exception {
        TrainingPlan plan = plan(10).withAssignSamples(10);
        Trainer trainer = new Trainer(plan, Progress.Listener.NONE);
        Trainer.Learning learning = trainer.learn(MNIST.first(10));
        assertThat(learning.repetitions()).isPositive();
        TrainedModel model = trainer.assign(learning, MNIST.first(10));
        assertThat(Trainer.train(plan.withThreads(2), MNIST.first(10)).learned())
                .isEqualTo(model.learned());
        Path file = folder.resolve("model.zip");
        model.save(file);
        TrainedModel loaded = TrainedModel.load(file);
        assertThat(loaded).isEqualTo(model);
        assertThat(loaded.presentation()).isEqualTo(Presentation.diehlAndCook2015());
        assertThat(TestResult.of(loaded, MNIST.slice(10, 30), 2, Progress.Listener.NONE))
                .isEqualTo(TestResult.of(model, MNIST.slice(10, 30), 1, Progress.Listener.NONE));
    }

    private static TrainingPlan plan(int neurons) {
        return TrainingPlan.of(DiehlAndCook2015Original.ofNeurons(neurons), Presentation.diehlAndCook2015(), 1);
    }
}
