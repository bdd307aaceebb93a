package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Run;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.neuron.DiehlAndCook;

/** Oracle: who owns which neuron, and that a neuron that never fires keeps its weights. */
class HoldBackTest {
    private static final Layer LAYER = Layer.of("Ae", DiehlAndCook.defaults(), 25);

    @Test
    void neuronsOfOtherClassesArePushedDown() {
        HoldingBack lesson = new HoldingBack(new HoldBack(8), LAYER, 10, 0.5);
        for (int label = 0; label < 10; label++) {
            FloatArray push = lesson.taught(Run.of(Map.of(), 20), 7, label)
                    .interventions()
                    .injectVoltage()
                    .get("Ae");
            assertThat(push.shape()).isEqualTo(LAYER.shape());
            for (int neuron = 0; neuron < 25; neuron++) {
                boolean owned = neuron >= label * 25 / 10 && neuron < (label + 1) * 25 / 10;
                assertThat(push.get(neuron)).isEqualTo(owned ? 0 : -4);
            }
        }
    }

    @Test
    void neuronsOfOtherClassesLearnNothing() {
        LabelledImages images = Small.relabelled(Small.TRAIN.first(60), label -> 3);
        float[] taught = weights(plan(), images);
        float[] ignorant = weights(
                plan().withModel(DiehlAndCook2015.recommended(Small.NEURONS).withNu(new Rates(0, 0))), images);
        for (int i = 0; i < taught.length; i++) {
            int neuron = i % Small.NEURONS;
            if (neuron != 6 && neuron != 7) {
                // Normalised after every run, which moves weights only by rounding.
                assertThat(taught[i]).isCloseTo(ignorant[i], within(1e-5f));
            }
        }
        assertThat(distance(taught, ignorant, 6)).isGreaterThan(0.5);
        assertThat(distance(taught, ignorant, 7)).isGreaterThan(0.5);
    }

    private static float[] weights(TrainingPlan plan, LabelledImages images) {
        return new Trainer(plan, Progress.Listener.NONE)
                .learn(images)
                .state()
                .require("X-Ae.w")
                .values();
    }

    private static double distance(float[] some, float[] others, int neuron) {
        double sum = 0;
        for (int i = neuron; i < some.length; i += Small.NEURONS) {
            sum += Math.pow(some[i] - others[i], 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void everyNeuronHasTheMeanThetaInTheEnd() {
        float[] theta = new Trainer(plan(), Progress.Listener.NONE)
                .learn(Small.TRAIN)
                .state()
                .require("Ae.theta")
                .values();
        assertThat(theta).containsOnly(theta[0]);
        assertThat(theta[0]).isPositive();
    }

    @Test
    void networkWithoutThetaStaysAsItIs() {
        LearnedState learned = new LearnedState(Map.of("X-Ae.w", FloatArray.of(Shape.of(1, 4), 1, 2, 3, 4)));
        assertThat(ThetaSpread.narrowed(learned, LAYER, HoldBack.recommended().thetaSpread()))
                .isEqualTo(learned);
    }

    /** By luck one neuron in ten would; ten or more of twenty once in 100,000 times. */
    @Test
    void neuronsComeToStandForTheClassThatOwnsThem() {
        TrainedModel taught = Trainer.train(plan(), Small.TRAIN);
        int right = 0;
        for (int neuron = 0; neuron < Small.NEURONS; neuron++) {
            right += taught.assignment().assignment(neuron) == neuron * 10 / Small.NEURONS ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(10);
        assertThat(taught.provenance().teacher()).isEqualTo("hold-back");
    }

    /** Were the answers under the teacher counted, a network that learns nothing would be right every time. */
    @Test
    void accuracyIsThatOfTheNetworkAlone() {
        TrainingPlan ignorant =
                plan().withModel(DiehlAndCook2015.recommended(Small.NEURONS).withNu(new Rates(0, 0)));
        TestResult result = Small.test(Trainer.train(ignorant, Small.TRAIN), 1);
        assertThat(result.accuracy(Vote.ALL_ACTIVITY).value()).isLessThan(0.4);
    }

    @Test
    void thereIsNoCurveOfAnswersUnderATeacher() {
        List<Progress> heard = new ArrayList<>();
        assertThat(new Trainer(plan(), heard::add).learn(Small.TRAIN).curve()).isEmpty();
        assertThat(heard).hasSize(Small.TRAIN.size());
    }

    @Test
    void networkWithTooFewNeuronsIsRefused() {
        TrainingPlan few = plan().withModel(DiehlAndCook2015.recommended(9));
        assertThatThrownBy(() -> Trainer.train(few, Small.TRAIN.first(10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 neurons for 10 classes");
    }

    @Test
    void pushMustBeAboveZero() {
        for (double push : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new HoldBack(push))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("push");
        }
    }

    private static TrainingPlan plan() {
        return Small.plan(1).withTeacher(HoldBack.recommended());
    }
}
