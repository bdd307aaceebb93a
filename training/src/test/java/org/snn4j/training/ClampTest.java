package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.training.Small.TRAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.Layer;
import org.snn4j.network.Run;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.neuron.LIF;

/** Oracle: which neurons each class owns, the given rate, and that forced spikes must not count as knowledge. */
class ClampTest {
    private static final Layer LAYER = Layer.of("Ae", LIF.defaults(), 30);

    @Test
    void oneNeuronOfTheClassFiresInEveryStep() {
        for (int shown = 0; shown < 100; shown++) {
            int label = shown % 10;
            ByteArray mask = mask(new Clamping(Clamp.everyStep(), LAYER, 10, 1, 3), shown, label);
            assertThat(mask.shape()).isEqualTo(LAYER.shape());
            assertThat(clamped(mask)).hasSize(1).allMatch(neuron -> neuron * 10 / 30 == label);
        }
    }

    /** Of 5 neurons one is left out in all of 200 draws with probability 5 · 0.8^200 = 2e-19. */
    @Test
    void everyNeuronOfABlockHasItsTurn() {
        Layer layer = Layer.of("Ae", LIF.defaults(), 50);
        Set<Integer> seen = new TreeSet<>();
        for (int shown = 0; shown < 200; shown++) {
            seen.addAll(clamped(mask(new Clamping(Clamp.everyStep(), layer, 10, 1, 3), shown, 7)));
        }
        assertThat(seen).containsExactly(35, 36, 37, 38, 39);
    }

    /** 10,000 steps of 0.5 ms at 400 Hz: p = 1 − e^−0.2; off by more than five standard deviations once in 2 million. */
    @Test
    void neuronFiresAtTheRateWhereItIsFinite() {
        Clamping clamping = new Clamping(new Clamp(400), LAYER, 10, 0.5, 3);
        ByteArray mask = clamping.taught(Run.of(Map.of(), 5_000), 8, 4)
                .interventions()
                .clamp()
                .get("Ae");
        assertThat(mask.shape()).isEqualTo(LAYER.shape().within(10_000));
        List<Integer> fired = clamped(mask);
        double p = 1 - Math.exp(-0.2);
        assertThat((double) fired.size()).isCloseTo(10_000 * p, within(5 * Math.sqrt(10_000 * p * (1 - p))));
        assertThat(fired.stream().map(i -> i % 30).distinct()).hasSize(1).allMatch(neuron -> neuron * 10 / 30 == 4);
    }

    @Test
    void samplesAndSeedsDrawNeuronsOfTheirOwn() {
        Clamping clamping = new Clamping(Clamp.everyStep(), Layer.of("Ae", LIF.defaults(), 10_000), 10, 1, 3);
        Clamping other = new Clamping(Clamp.everyStep(), Layer.of("Ae", LIF.defaults(), 10_000), 10, 1, 4);
        assertThat(mask(clamping, 1, 5)).isEqualTo(mask(clamping, 1, 5)).isNotEqualTo(mask(clamping, 2, 5));
        assertThat(mask(other, 1, 5)).isNotEqualTo(mask(clamping, 1, 5));
    }

    @Test
    void labelsTeach() {
        TrainedModel taught = Trainer.train(plan(), TRAIN);
        TrainedModel shifted = Trainer.train(plan(), Small.relabelled(TRAIN, label -> (label + 1) % 10));
        assertThat(shifted.learned()).isNotEqualTo(taught.learned());
        assertThat(Trainer.train(plan(), TRAIN)).isEqualTo(taught);
        assertThat(taught.provenance().teacher()).isEqualTo("clamp");
    }

    /** Without a teacher neurons stand for what they come upon; by luck one in ten for its block's class. */
    @Test
    void neuronsComeToStandForTheClassThatOwnsThem() {
        TrainedModel taught = Trainer.train(plan(), TRAIN);
        int right = 0;
        for (int neuron = 0; neuron < Small.NEURONS; neuron++) {
            right += taught.assignment().assignment(neuron) == neuron * 10 / Small.NEURONS ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(15);
    }

    /** Were the spikes that the teacher makes counted, a network that learns nothing would be right every time. */
    @Test
    void accuracyIsThatOfTheNetworkAlone() {
        TrainingPlan plan = plan().withTeacher(Clamp.everyStep());
        TrainingPlan ignorant = new TrainingPlan(
                        DiehlAndCook2015.recommended(Small.NEURONS).withNu(new Rates(0, 0)),
                        plan.presentation(),
                        plan.epochs(),
                        plan.assignSamples(),
                        plan.onlineBlock(),
                        plan.seed(),
                        plan.threads())
                .withTeacher(plan.teacher());
        TestResult result = Small.test(Trainer.train(ignorant, TRAIN), 1);
        assertThat(result.accuracy(Vote.ALL_ACTIVITY).value()).isLessThan(0.4);
    }

    @Test
    void thereIsNoCurveOfSpikesThatATeacherMakes() {
        List<Progress> heard = new ArrayList<>();
        assertThat(new Trainer(plan(), heard::add).learn(TRAIN).curve()).isEmpty();
        assertThat(heard).hasSize(TRAIN.size()).allMatch(progress -> progress.lastBlock()
                .isEmpty());
    }

    @Test
    void networkWithTooFewNeuronsIsRefused() {
        TrainingPlan plan = TrainingPlan.of(DiehlAndCook2015.recommended(9), plan().presentation(), 1)
                .withTeacher(Clamp.recommended());
        assertThatThrownBy(() -> Trainer.train(plan, TRAIN.first(10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 neurons for 10 classes");
    }

    @Test
    void rateMustBeAboveZero() {
        for (double rate : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> new Clamp(rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("clamp.rate is " + rate);
        }
    }

    private static TrainingPlan plan() {
        return Small.plan(1).withTeacher(Clamp.recommended());
    }

    private static ByteArray mask(Clamping clamping, int shown, int label) {
        return clamping.taught(Run.of(Map.of(), 20), shown, label)
                .interventions()
                .clamp()
                .get("Ae");
    }

    private static List<Integer> clamped(ByteArray mask) {
        List<Integer> clamped = new ArrayList<>();
        for (int i = 0; i < mask.shape().size(); i++) {
            if (mask.get(i) != 0) {
                clamped.add(i);
            }
        }
        return clamped;
    }
}
