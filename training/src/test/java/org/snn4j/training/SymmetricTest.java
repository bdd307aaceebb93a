package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.training.Small.TEST;
import static org.snn4j.training.Small.TRAIN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the rule in closed form for one lesson; the network without a teacher; the answers of label neurons. */
class SymmetricTest {
    private static final int SOURCES = 4;
    private static final LabelLayer LABELS = new LabelLayer(Layer.of("Ae", LIF.defaults(), SOURCES), 3, 1);
    /** Made once: every test but the first few looks at it. */
    private static final TrainedModel TAUGHT = Trainer.train(plan(), TRAIN);

    /**
     * In one step in which source 2 and label neuron 1 fire together, each sees the other's trace of 0.1: the weight grows by
     * 2 · 0.1 nu from 1, and column 1 is scaled from 4 + 0.2 nu back to 4.
     */
    @Test
    void weightBetweenNeuronsThatFireTogetherGrowsAndTheColumnKeepsItsSum() {
        Symmetric always = new Symmetric(0.5, 1e6, 1, 8, 6, 1);
        FloatArray weights = taught(always, 1, 1);

        double scale = 4 / (4 + 0.2 * 0.5);
        for (int source = 0; source < SOURCES; source++) {
            assertThat(weights.get(source * 3)).isEqualTo(1);
            assertThat(weights.get(source * 3 + 1))
                    .isCloseTo((float) ((source == 2 ? 1 + 0.2 * 0.5 : 1) * scale), within(1e-6f));
            assertThat(weights.get(source * 3 + 2)).isEqualTo(1);
        }
    }

    /** A drive that would make every label neuron fire in every step. */
    @Test
    void onlyTheTaughtNeuronLearnsWhateverTheOthersReceive() {
        FloatArray weights = taught(new Symmetric(0.04, 500, 8, 100, 6, 1), 100, 8);
        for (int source = 0; source < SOURCES; source++) {
            assertThat(weights.get(source * 3)).isEqualTo(8);
            assertThat(weights.get(source * 3 + 2)).isEqualTo(8);
        }
        assertThat(weights.get(2 * 3 + 1)).isGreaterThan(8);
    }

    @Test
    void networkLearnsAsItDoesWithoutATeacher() {
        LearnedState alone = Small.MODEL.learned();
        alone.arrays()
                .forEach((name, array) ->
                        assertThat(TAUGHT.learned().require(name)).as(name).isEqualTo(array));
        assertThat(TAUGHT.learned().arrays().keySet()).containsExactly("X-Ae.w", "Ae-Label.w", "Ae.theta");
    }

    @Test
    void labelNeuronsAnswer() {
        assertThat(TAUGHT.readoutLayer()).isEqualTo("Label");
        assertThat(TAUGHT.assignment().assignments()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(TAUGHT.provenance().assignSamples()).isZero();
        assertThat(TAUGHT.provenance().teacher()).isEqualTo("symmetric");
        TestResult result = Small.test(TAUGHT, 1);
        for (Vote vote : Vote.values()) {
            assertThat(result.confusion(vote)).isEqualTo(result.confusion(Vote.ALL_ACTIVITY));
        }
    }

    /** Taught in several epochs, label neurons know about as much as labels of the neurons that they listen to. */
    @Test
    void labelNeuronsLearnWhatTheNeuronsSay() {
        Symmetric longer = new Symmetric(0.04, 200, 0.8, 8, 6, 8);
        TestResult result = Small.test(Trainer.train(plan().withTeacher(longer), TRAIN), 2);
        double voted = Small.test(Small.MODEL, 2).accuracy(Vote.ALL_ACTIVITY).value();
        assertThat(result.accuracy(Vote.ALL_ACTIVITY).value()).isGreaterThan(voted - 0.1);
    }

    @Test
    void labelsTeachTheLabelNeuronsAndNothingElse() {
        TrainedModel shifted = Trainer.train(plan(), Small.relabelled(TRAIN, label -> (label + 1) % 10));
        assertThat(shifted.learned().require("X-Ae.w"))
                .isEqualTo(TAUGHT.learned().require("X-Ae.w"));
        assertThat(shifted.learned().require("Ae-Label.w"))
                .isNotEqualTo(TAUGHT.learned().require("Ae-Label.w"));
    }

    @Test
    void threadsDoNotMatter() {
        assertThat(Trainer.train(plan().withThreads(3), TRAIN)).isEqualTo(TAUGHT);
    }

    @Test
    void modelComesBackFromItsFileAndAnswersTheSame(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("model.zip");
        TAUGHT.save(file);
        TrainedModel loaded = TrainedModel.load(file);
        assertThat(loaded).isEqualTo(TAUGHT);
        assertThat(loaded.predict(TEST.intensities(0))).isEqualTo(TAUGHT.predict(TEST.intensities(0)));
        assertThat(Small.test(loaded, 2)).isEqualTo(Small.test(TAUGHT, 1));
    }

    @Test
    void imagesAreShownToTheLabelNeuronsInEachEpoch() {
        List<Progress> heard = new ArrayList<>();
        TrainingPlan twice = plan().withTeacher(new Symmetric(0.04, 200, 0.8, 8, 6, 2));
        new Trainer(twice, heard::add).learn(TRAIN.first(30));
        assertThat(heard.stream().filter(progress -> progress.phase() == Phase.TEACH))
                .hasSize(60)
                .allMatch(progress -> progress.total() == 60);
        assertThat(heard.stream().filter(progress -> progress.phase() == Phase.TRAIN))
                .hasSize(30);
    }

    @Test
    void diagnosisLooksAtTheNeuronsThatLearnFromTheInput() {
        List<Finding> alone = Diagnosis.of(Small.MODEL, TRAIN).findings();
        assertThat(Diagnosis.of(TAUGHT, TRAIN).findings())
                .isEqualTo(alone.stream()
                        .filter(finding -> finding.kind() != Finding.Kind.MISSING_CLASSES)
                        .toList());
    }

    @Test
    void parametersThatCannotBeAreNamed() {
        assertThatThrownBy(() -> new Symmetric(0, 200, 0.8, 8, 6, 1)).hasMessageContaining("symmetric.nu is 0.0");
        assertThatThrownBy(() -> new Symmetric(1, -1, 0.8, 8, 6, 1)).hasMessageContaining("symmetric.rate is -1.0");
        assertThatThrownBy(() -> new Symmetric(1, 1, 0, 8, 6, 1)).hasMessageContaining("symmetric.norm is 0.0");
        assertThatThrownBy(() -> new Symmetric(1, 1, 1, 0, 6, 1)).hasMessageContaining("symmetric.high is 0.0");
        assertThatThrownBy(() -> new Symmetric(1, 1, 1, 8, 0, 1)).hasMessageContaining("symmetric.gain is 0.0");
        assertThatThrownBy(() -> new Symmetric(1, 1, 1, 8, 6, 0)).hasMessageContaining("symmetric.epochs is 0");
    }

    private static TrainingPlan plan() {
        return Small.plan(1).withTeacher(Symmetric.recommended());
    }

    /** The weights to the label neurons, all the same at first, after source 2 fired in every step and 1 was taught. */
    private static FloatArray taught(Symmetric teacher, int steps, float initial) {
        SymmetricLesson lesson = new SymmetricLesson(teacher, LABELS, 1);
        try (Simulation simulation = LABELS.alone(lesson.synapses()).simulate(Engine.event(), 1)) {
            float[] same = new float[SOURCES * 3];
            Arrays.fill(same, initial);
            simulation.restore(new LearnedState(Map.of("Ae-Label.w", FloatArray.of(Shape.of(SOURCES, 3), same))));
            int[][] times = {{}, {}, IntStream.range(0, steps).toArray(), {}};
            lesson.give(simulation, simulation.record("Label", Variable.SPIKES), train(steps, times), 7, 1);
            return simulation.weights("Ae", "Label");
        }
    }

    private static SpikeTrain train(int steps, int[]... times) {
        long[] events = new long[steps * times.length];
        int count = 0;
        for (int neuron = 0; neuron < times.length; neuron++) {
            for (int step : times[neuron]) {
                events[count++] = SpikeTrain.event(neuron, step);
            }
        }
        return SpikeTrain.ofEvents(Shape.of(times.length), steps, events, count);
    }
}
