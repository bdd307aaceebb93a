package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle of the lightness tests: CIE 1976 L* of an sRGB colour, from the standard's formula. */
class ColourScaleTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 1, 250})
    void lightnessFallsInEvenStepsFromZeroToTheGreatestWeight(double greatest) {
        ColourScale scale = ColourScale.ofWeights(0, greatest);
        double dark = lightness(scale.colour(greatest));
        for (int step = 0; step <= 100; step++) {
            double expected = 100 + (dark - 100) * step / 100;
            assertThat(lightness(scale.colour(greatest * step / 100)))
                    .as("step %d", step)
                    .isCloseTo(expected, within(1.0));
        }
        assertThat(dark).isLessThan(15);
    }

    @Test
    void negativeWeightsTurnBlueAndZeroStaysWhite() {
        ColourScale scale = ColourScale.ofWeights(-0.5, 2);

        assertThat(scale.low()).isEqualTo(-2);
        assertThat(scale.high()).isEqualTo(2);
        assertThat(scale.colour(0)).isEqualTo(Color.WHITE);
        assertThat(scale.colour(-1).getBlue()).isGreaterThan(scale.colour(-1).getRed());
        assertThat(scale.colour(1).getRed()).isGreaterThan(scale.colour(1).getBlue());
    }

    @Test
    void weightsThatAreAllZeroAreWhite() {
        assertThat(ColourScale.ofWeights(0, 0).colour(0)).isEqualTo(Color.WHITE);
    }

    @Test
    void betweenTwoStopsRedGreenAndBlueAreInterpolated() {
        ColourScale scale = new ColourScale(-1, 3, List.of(new Color(0, 100, 200), new Color(40, 60, 200)));

        assertThat(scale.colour(0)).isEqualTo(new Color(10, 90, 200));
    }

    @Test
    void numbersOutsideTheRangeGetTheColourOfTheNearerEnd() {
        ColourScale scale = new ColourScale(0, 1, List.of(Color.WHITE, Color.RED, Color.BLACK));

        assertThat(scale.colour(-7)).isEqualTo(Color.WHITE);
        assertThat(scale.colour(7)).isEqualTo(Color.BLACK);
    }

    /** Black letters need a contrast of 4.5 to 1 (WCAG 2.1, level AA). */
    @Test
    void lettersCanBeReadOnTheStrongestCellColours() {
        for (ColourScale scale : List.of(ColourScale.lightBlue(1), ColourScale.lightOrange(1))) {
            double contrast = (luminance(scale.colour(1)) + 0.05) / (luminance(ChartTheme.INK) + 0.05);
            assertThat(contrast).isGreaterThan(4.5);
        }
    }

    @Test
    void emptyRangeIsRejected() {
        assertThatThrownBy(() -> ColourScale.lightBlue(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0.0 to 0.0");
        assertThatThrownBy(() -> ColourScale.lightBlue(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double lightness(Color colour) {
        double luminance = luminance(colour);
        return luminance > 216.0 / 24389 ? 116 * Math.cbrt(luminance) - 16 : luminance * 24389 / 27;
    }

    private static double luminance(Color colour) {
        return 0.2126729 * linear(colour.getRed())
                + 0.7151522 * linear(colour.getGreen())
                + 0.0721750 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
