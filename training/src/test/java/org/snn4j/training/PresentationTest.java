package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.datasets.images.IdxFile;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Bernoulli;
import org.snn4j.encoding.Latency;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.Upright;
import org.snn4j.models.Catalogue;
import org.snn4j.models.DiehlAndCook2015Original;
import org.snn4j.models.PrebuiltModel;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/**
 * The oracle is arithmetic: one input, which fires in every step of a white image or by a coin whose probability grows to 1,
 * drives one neuron that hardly leaks, 13 mV below its threshold.
 */
class PresentationTest {
    private static final Bernoulli ALWAYS = new Bernoulli(1);
    private static final int IMAGES = 4;

    /** One neuron, whose input weight is scaled to the given size at the end of a run. */
    private record OneNeuron(double weight, double norm, double tauMembrane) implements PrebuiltModel {
        static OneNeuron of(double weight, double tauMembrane) {
            return new OneNeuron(weight, weight, tauMembrane);
        }

        @Override
        public String name() {
            return "one-neuron";
        }

        @Override
        public Network network() {
            return Network.builder()
                    .layer("X", new Input(), 1)
                    .layer(
                            "Y",
                            LIF.builder().refractory(0).tauMembrane(tauMembrane).build(),
                            1)
                    .connect("X", "Y", Dense.uniform(weight, weight).norm(norm))
                    .build();
        }

        @Override
        public double dt() {
            return 1;
        }

        @Override
        public String inputLayer() {
            return "X";
        }

        @Override
        public String readoutLayer() {
            return "Y";
        }

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int neurons() {
            return 1;
        }
    }

    /** How often the neuron fires at each image, and how often images were shown again. */
    private record Answers(List<Integer> spikes, int repetitions) {
        static Answers of(PrebuiltModel model, Presentation presentation) {
            List<Integer> spikes = new ArrayList<>();
            int[] repetitions = new int[1];
            new LearningPass(TrainingPlan.of(model, presentation, 1), Engine.event())
                    .run(white(), IMAGES, new LearningPass.Listener() {
                        @Override
                        public void onAnswer(long sample, int[] counts) {
                            spikes.add(counts[0]);
                        }

                        @Override
                        public void onRepetition(long sample) {
                            repetitions[0]++;
                        }
                    });
            return new Answers(spikes, repetitions[0]);
        }
    }

    /** Of three spikes of 4 mV two arrive while an image is shown, and one in the rest; every fourth makes it fire, the last in a rest. */
    @Test
    void networkThatRestsCarriesItsStateToTheNextImage() {
        Presentation resting = new Presentation(ALWAYS, 3, 2, Optional.empty());
        assertThat(Answers.of(OneNeuron.of(4, 1e6), resting).spikes()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void networkThatIsResetForgets() {
        assertThat(Answers.of(OneNeuron.of(4, 1e6), new Presentation(ALWAYS, 3)).spikes())
                .containsExactly(0, 0, 0, 0);
    }

    @Test
    void restIsAsLongAsItSays() {
        Presentation resting = new Presentation(ALWAYS, 3, 1000, Optional.empty());
        assertThat(Answers.of(OneNeuron.of(4, 50), resting).spikes()).containsExactly(0, 0, 0, 0);
    }

    /** Drawn as 1, scaled to 20: enough for each spike to make it fire, from the first image on. */
    @Test
    void restingNetworkMeetsTheFirstImageWithNormalisedWeights() {
        OneNeuron model = new OneNeuron(1, 20, 50);
        assertThat(Answers.of(model, new Presentation(ALWAYS, 3, 1, Optional.empty()))
                        .spikes())
                .containsExactly(2, 2, 2, 2);
        assertThat(Answers.of(model, new Presentation(ALWAYS, 3)).spikes()).containsExactly(0, 2, 2, 2);
    }

    /** With probabilities of 1/4, 1/2 and 3/4 not all of 40 coins fall right; at the third repetition they must. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 5})
    void imageThatIsHardlyAnsweredIsShownAgainLouder(double rest) {
        Repetition repetition = new Repetition(39, 1, 10);
        Presentation presentation = new Presentation(new Bernoulli(0.25), 40, rest, Optional.of(repetition));
        Answers answers = Answers.of(OneNeuron.of(20, 1e-3), presentation);
        assertThat(answers.spikes()).containsExactly(39, 39, 39, 39);
        assertThat(answers.repetitions()).isEqualTo(3 * IMAGES);
    }

    @Test
    void repetitionsHaveALimit() {
        Presentation presentation =
                new Presentation(new Bernoulli(0.25), 40, 5, Optional.of(new Repetition(1000, 0.5, 2)));
        assertThat(Answers.of(OneNeuron.of(20, 1e-3), presentation).repetitions())
                .isEqualTo(2 * IMAGES);
        Presentation never = new Presentation(new Bernoulli(0.25), 40, 5, Optional.of(new Repetition(1000, 0.5, 0)));
        assertThat(Answers.of(OneNeuron.of(20, 1e-3), never).repetitions()).isZero();
    }

    /** The same intensity again, but other spikes. */
    @Test
    void repetitionDrawsSpikesOfItsOwn() {
        Presentation presentation = new Presentation(new Poisson(200), 100, 0, Optional.of(new Repetition(1, 0, 1)));
        assertThat(presentation.encoderAgain(1, 1, 7, Phase.TRAIN).encode(new float[] {1}, 3))
                .isNotEqualTo(presentation.encoder(1, 7, Phase.TRAIN).encode(new float[] {1}, 3))
                .isEqualTo(presentation.encoderAgain(1, 1, 7, Phase.TRAIN).encode(new float[] {1}, 3));
    }

    @Test
    void frozenAnswersDoNotDependOnWhatWasShownBefore() {
        Presentation resting = new Presentation(ALWAYS, 3, 2, Optional.of(new Repetition(1, 0, 3)));
        OneNeuron model = OneNeuron.of(4, 1e6);
        TrainedModel trained = Trainer.train(TrainingPlan.of(model, resting, 1), white());
        try (FrozenNetwork frozen = new FrozenNetwork(trained, Phase.TEST)) {
            for (int sample = 0; sample < 3; sample++) {
                assertThat(frozen.counts(new float[] {1}, sample)).containsExactly(0);
            }
        }
    }

    @Test
    void batchOfARestingOrRepeatingNetworkIsRefused() {
        OneNeuron model = OneNeuron.of(4, 50);
        for (Presentation presentation : List.of(
                new Presentation(ALWAYS, 3, 1, Optional.empty()),
                new Presentation(ALWAYS, 3, 0, Optional.of(new Repetition(1, 0, 1))))) {
            TrainingPlan plan = TrainingPlan.of(model, presentation, 1);
            assertThatThrownBy(() -> new LearningPass(plan.withBatch(2), Engine.event()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a batch of 2 samples")
                    .hasMessageContaining("one at a time");
        }
    }

    @Test
    void wrongNumbersAreNamed() {
        assertThatThrownBy(() -> new Presentation(ALWAYS, 3, -1, Optional.empty()))
                .hasMessageContaining("presentation.rest is -1.0");
        assertThatThrownBy(() -> new Repetition(0, 1, 1)).hasMessageContaining("repetition.fewestSpikes is 0");
        assertThatThrownBy(() -> new Repetition(1, Double.NaN, 1)).hasMessageContaining("repetition.louder is NaN");
        assertThatThrownBy(() -> new Repetition(1, 1, -1)).hasMessageContaining("repetition.most is -1");
        assertThatThrownBy(() -> new Presentation(new Latency(), 3, 0, Optional.of(new Repetition(1, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the encoder latency has no rates");
    }

    /** Black is silent at any intensity, and each repetition brings 31.875 Hz more to white: 255/8 as published. */
    @Test
    void publishedPresentationIsThatOfTheOriginal() {
        Presentation original = Presentation.recommended(DiehlAndCook2015Original.ofNeurons(10));
        assertThat(original).isEqualTo(Presentation.diehlAndCook2015());
        assertThat(((Poisson) original.encoding()).intensity()).isCloseTo(255 / 8.0 * 2, within(1e-9));
        Repetition repetition = original.repetition().orElseThrow();
        assertThat(((Poisson) original.encoding().louder(1 + repetition.louder())).intensity())
                .isCloseTo(255 / 8.0 * 3, within(1e-9));
        assertThat(original.time()).isEqualTo(350);
        assertThat(original.rest()).isEqualTo(150);
        assertThat(repetition.fewestSpikes()).isEqualTo(5);
        assertThat(Presentation.recommended(Catalogue.recommended("diehl-cook", 10)))
                .isEqualTo(new Presentation(new Poisson(128), 250));
    }

    @Test
    void latticeMapShowsAnImageAgainThatItHardlyAnswers() {
        assertThat(Presentation.recommended(Catalogue.recommended("increasing-inhibition", 10)))
                .isEqualTo(new Presentation(new Poisson(128), 250, 0, Optional.of(new Repetition(5, 0.5, 3))));
    }

    /** Images of one white pixel. */
    private static LabelledImages white() {
        byte[] pixels = {-1, -1, -1, -1};
        return LabelledImages.of(
                "white",
                IdxFile.of("pixels", List.of(IMAGES, 1, 1), pixels),
                IdxFile.of("labels", List.of(IMAGES), new byte[IMAGES]),
                2);
    }

    @Test
    void uprightImagesAreThoseThatAreShearedBefore() {
        LabelledImages images = Small.TRAIN.first(30);
        byte[] sheared = new byte[images.size() * images.pixels()];
        for (int i = 0; i < images.size(); i++) {
            float[] upright = Upright.of(images.intensities(i));
            for (int p = 0; p < upright.length; p++) {
                sheared[i * upright.length + p] = (byte) Math.round(255 * upright[p]);
            }
        }
        LabelledImages before = LabelledImages.of(
                "sheared", IdxFile.of("sheared", List.of(images.size(), 28, 28), sheared), labels(images), 10);
        TrainingPlan plan = Small.plan(4).withOnlineBlock(10);
        Presentation upright = plan.presentation().withSlant(Presentation.Slant.UPRIGHT);

        TrainedModel model = Trainer.train(plan.withPresentation(upright), images);
        TrainedModel same = Trainer.train(plan, before);
        assertThat(model.learned()).isEqualTo(same.learned());
        assertThat(model.assignment()).isEqualTo(same.assignment());
        assertThat(model.predict(images.intensities(3))).isEqualTo(same.predict(before.intensities(3)));
        assertThat(Trainer.train(plan, images).learned()).isNotEqualTo(model.learned());
    }

    private static IdxFile labels(LabelledImages images) {
        byte[] labels = new byte[images.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) images.label(i);
        }
        return IdxFile.of("labels", List.of(labels.length), labels);
    }

    @Test
    void imagesThatAreNotSquareAreNotShearedUpright() {
        TrainingPlan plan = Small.plan(4);
        TrainingPlan upright = plan.withPresentation(plan.presentation().withSlant(Presentation.Slant.UPRIGHT));
        LabelledImages wide = Small.reshaped(Small.TRAIN.first(5), 14, 56, 10);

        assertThatThrownBy(() -> Trainer.train(upright, wide))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("14 x 56")
                .hasMessageContaining("square");
    }
}
