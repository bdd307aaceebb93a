package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Oracle: drawings whose slant is known, and the moments of what comes out. */
class UprightTest {
    private static final int SIDE = 28;

    @Test
    void slantedLineBecomesUpright() {
        float[] diagonal = new float[49];
        float[] column = new float[49];
        for (int y = 0; y < 7; y++) {
            diagonal[7 * y + y] = 1;
            column[7 * y + 3] = 1;
        }
        assertThat(Upright.of(diagonal)).containsExactly(column);
    }

    @Test
    void lineThatLeansToTheOtherSideBecomesUprightToo() {
        float[] line = new float[81];
        float[] column = new float[81];
        for (int y = 2; y < 7; y++) {
            line[9 * y + 8 - y] = 0.2f;
            column[9 * y + 4] = 0.2f;
        }
        assertThat(Upright.of(line)).containsExactly(column);
    }

    @Test
    void symmetricDrawingStaysAsItIs() {
        float[] frame = new float[SIDE * SIDE];
        for (int k = 6; k < 22; k++) {
            frame[6 * SIDE + k] = 1;
            frame[21 * SIDE + k] = 0.4f;
            frame[k * SIDE + 9] = 1;
            frame[k * SIDE + 18] = 1;
        }
        float[] upright = Upright.of(frame);
        double lifted = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertThat(upright[y * SIDE + x]).isEqualTo(upright[y * SIDE + SIDE - 1 - x]);
                lifted += Math.abs(upright[y * SIDE + x] - frame[y * SIDE + x]);
            }
        }
        // The lighter bar below moves the centre of mass up, and the drawing down with it.
        assertThat(lifted).isPositive();
        frame[21 * SIDE + 9] = frame[6 * SIDE + 9];
        for (int k = 6; k < 22; k++) {
            frame[21 * SIDE + k] = frame[6 * SIDE + k];
        }
        assertThat(Upright.of(frame)).containsExactly(frame);
    }

    @Test
    void inkThatLeansAnywhereIsUprightAndInTheMiddleAfterwards() {
        for (double slope = -0.8; slope <= 0.8; slope += 0.2) {
            float[] upright = Upright.of(blob(slope, 11.3, 15.2));
            double sum = 0;
            double x = 0;
            double y = 0;
            double xy = 0;
            double yy = 0;
            for (int i = 0; i < upright.length; i++) {
                double fromMiddleX = i % SIDE - 13.5;
                double fromMiddleY = i / SIDE - 13.5;
                sum += upright[i];
                x += upright[i] * fromMiddleX;
                y += upright[i] * fromMiddleY;
                xy += upright[i] * fromMiddleX * fromMiddleY;
                yy += upright[i] * fromMiddleY * fromMiddleY;
            }
            assertThat(x / sum).isCloseTo(0, within(0.05));
            assertThat(y / sum).isCloseTo(0, within(0.05));
            // Between pixels it is right to a few hundredths of a column in each row.
            assertThat(xy / yy).isCloseTo(0, within(0.04));
        }
    }

    /** A bell of ink, twice as high as wide, that leans by {@code slope} columns in each row. */
    private static float[] blob(double slope, double centreX, double centreY) {
        float[] image = new float[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            double y = i / SIDE - centreY;
            double x = i % SIDE - centreX - slope * y;
            image[i] = (float) Math.exp(-x * x / 4 - y * y / 16);
        }
        return image;
    }

    @Test
    void valuesAreWhole255ths() {
        for (float value : Upright.of(blob(0.3, 13, 14))) {
            assertThat(value).isEqualTo(Math.round(value * 255) / 255f).isBetween(0f, 1f);
        }
    }

    @Test
    void levelLineAndEmptyImageDoNotLean() {
        float[] line = new float[25];
        for (int x = 0; x < 5; x++) {
            line[10 + x] = 1;
        }
        assertThat(Upright.of(line)).containsExactly(line);
        assertThat(Upright.of(new float[25])).containsExactly(new float[25]);
    }

    @Test
    void imageIsNotModified() {
        float[] image = blob(0.5, 12, 12);
        float[] before = image.clone();
        Upright.of(image);
        assertThat(image).containsExactly(before);
    }

    @Test
    void imageThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> Upright.of(new float[12]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12 pixels");
    }
}
