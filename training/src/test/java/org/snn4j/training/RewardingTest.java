package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snn4j.training.Small.TRAIN;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Recording;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: which synapse earned the reward, and by which sign; the network without a teacher. */
class RewardingTest {
    private static final Rewarding TEACHER = Rewarding.recommended();
    private static final LabelLayer LABELS =
            new LabelLayer(Layer.of("Ae", LIF.defaults(), 3), 2, 1, OptionalDouble.of(TEACHER.inhibition()));

    /** Source 1 makes label neuron 0 fire; no other weight is strong enough. */
    private static final float[] START = {5, 5, 25, 5, 5, 5};

    @Test
    void rightGuessStrengthensTheSynapseThatMadeIt() {
        float[] learned = rewarded(0);
        assertThat(learned[2]).isGreaterThan(25);
        assertThat(without(learned, 2)).isEqualTo(without(START, 2));
    }

    @Test
    void wrongGuessWeakensIt() {
        float[] learned = rewarded(1);
        assertThat(learned[2]).isLessThan(25);
        assertThat(without(learned, 2)).isEqualTo(without(START, 2));
    }

    @Test
    void rewardIsOfOneSizeWhicheverWayItGoes() {
        assertThat(rewarded(0)[2] - 25).isEqualTo(25 - rewarded(1)[2]);
    }

    @Test
    void networkLearnsAsItDoesWithoutATeacherAndLabelNeuronsLearnFromLabels() {
        TrainedModel taught = Trainer.train(plan(1), TRAIN);
        assertThat(taught.learned().require("X-Ae.w"))
                .isEqualTo(Small.MODEL.learned().require("X-Ae.w"));
        TrainedModel shifted = Trainer.train(plan(1), Small.relabelled(TRAIN, label -> (label + 1) % 10));
        assertThat(shifted.learned().require("Ae-Label.w"))
                .isNotEqualTo(taught.learned().require("Ae-Label.w"));
    }

    /** Twenty neurons that saw 300 images for 100 ms; by luck a tenth is right, and 35 of 170 once in 20,000. */
    @Test
    void guessesGetBetter() {
        TestResult result = Small.test(Trainer.train(plan(20), TRAIN), 2);
        assertThat(result.accuracy(Vote.ALL_ACTIVITY).value()).isGreaterThan(0.2);
    }

    @Test
    void parametersThatCannotBeAreNamed() {
        assertThatThrownBy(() -> new Rewarding(0, 200, 100, 1)).hasMessageContaining("reward.nu is 0.0");
        assertThatThrownBy(() -> new Rewarding(1, 0, 100, 1)).hasMessageContaining("reward.tauEligibility is 0.0");
        assertThatThrownBy(() -> new Rewarding(1, 200, -1, 1)).hasMessageContaining("reward.inhibition is -1.0");
        assertThatThrownBy(() -> new Rewarding(1, 200, 100, 0)).hasMessageContaining("reward.epochs is 0");
    }

    private static TrainingPlan plan(int epochs) {
        return Small.plan(1)
                .withTeacher(new Rewarding(TEACHER.nu(), TEACHER.tauEligibility(), TEACHER.inhibition(), epochs));
    }

    /** The weights after a lesson in which source 1 fires once and the given label would have been right. */
    private static float[] rewarded(int label) {
        RewardLesson lesson = new RewardLesson(TEACHER, LABELS);
        try (Simulation simulation = LABELS.alone(lesson.synapses()).simulate(Engine.event(), 1)) {
            simulation.restore(new LearnedState(Map.of(
                    "Ae-Label.w",
                    FloatArray.of(Shape.of(3, 2), START),
                    "Label.theta",
                    FloatArray.of(Shape.of(2), 0, 0))));
            Recording answer = simulation.record("Label", Variable.SPIKES);
            SpikeTrain once = SpikeTrain.ofEvents(Shape.of(3), 20, new long[] {SpikeTrain.event(1, 5)}, 1);
            lesson.give(simulation, answer, once, 0, label);
            return simulation.weights("Ae", "Label").values();
        }
    }

    private static float[] without(float[] values, int index) {
        float[] others = Arrays.copyOf(values, values.length);
        others[index] = 0;
        return others;
    }
}
