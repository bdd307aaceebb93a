package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the test of the same model, and the encoder that it shows images with. */
class ShownSampleTest {
    @Test
    void everyLayerIsThereInTheOrderOfTheNetwork() {
        ShownSample shown = ShownSample.of(Small.MODEL, Small.TEST, 3);

        assertThat(shown.spikes().keySet()).containsExactly("X", "Ae", "Ai");
        assertThat(shown.label()).isEqualTo(Small.TEST.label(3));
        assertThat(shown.image().values()).isEqualTo(Small.TEST.intensities(3));
        assertThat(shown.spikes().get("X").order())
                .isEqualTo(Small.MODEL
                        .presentation()
                        .encoder(1, 1, Phase.TEST)
                        .encode(Small.TEST.intensities(3), 3)
                        .order());
        assertThat(shown.prediction().spikes())
                .isEqualTo(shown.spikes().get("Ae").count())
                .isPositive();
    }

    @Test
    void answersAreThoseOfTheTest() {
        ConfusionMatrix.Builder answers = ConfusionMatrix.builder(10);
        LabelledImages few = Small.TEST.first(30);
        IntStream.range(0, few.size())
                .mapToObj(sample -> ShownSample.of(Small.MODEL, few, sample))
                .forEach(shown -> answers.add(shown.label(), shown.prediction().label(Vote.ALL_ACTIVITY)));

        assertThat(answers.build())
                .isEqualTo(TestResult.of(Small.MODEL, few, 1, Progress.Listener.NONE)
                        .confusion(Vote.ALL_ACTIVITY));
    }

    @Test
    void firstSamplesAreAsManyAsThereAre() {
        assertThat(ShownSample.first(Small.MODEL, Small.TEST.first(2), 5))
                .extracting(ShownSample::sample)
                .containsExactly(0, 1);
    }

    @Test
    void eachSpikeOfTheExcitatoryLayerDrivesItsPartner() {
        ShownSample shown = ShownSample.of(Small.MODEL, Small.TEST, 0);
        SpikeTrain partners = shown.spikes().get("Ai");

        assertThat(partners.count()).isPositive();
        assertThat(shown.spikes().get("Ae").order()).contains(partners.order());
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> ShownSample.of(Small.MODEL, Small.reshaped(Small.TEST, 14, 56, 10), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[14, 56]")
                .hasMessageContaining("[28, 28]");
    }
}
