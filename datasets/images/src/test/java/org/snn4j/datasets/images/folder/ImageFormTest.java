package org.snn4j.datasets.images.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.snn4j.datasets.images.GreyImage;

/** Oracle: means worked out by hand. */
class ImageFormTest {
    private static GreyImage image(int height, int width, int... levels) {
        byte[] pixels = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            pixels[i] = (byte) levels[i];
        }
        return GreyImage.of(height, width, pixels);
    }

    @Test
    void smallerImagesAreMeansOfWhatTheyCover() {
        GreyImage whole = image(2, 4, 0, 10, 20, 30, 40, 50, 60, 250);
        assertThat(new ImageForm(1, 2, Framing.WHOLE).applied(whole)).isEqualTo(image(1, 2, 25, 90));
    }

    @Test
    void pixelsAtTheEdgeCountByTheirPart() {
        assertThat(new ImageForm(1, 2, Framing.WHOLE).applied(image(1, 3, 30, 60, 120)))
                .isEqualTo(image(1, 2, 40, 100));
    }

    @Test
    void sidesKeepTheirProportionAndTheRestIsTheBordersMedian() {
        GreyImage wide = image(1, 3, 200, 9, 200);
        assertThat(new ImageForm(3, 3, Framing.WHOLE).applied(wide))
                .isEqualTo(image(3, 3, 200, 200, 200, 200, 9, 200, 200, 200, 200));
    }

    @Test
    void imagesOfTheRightSizeStayAsTheyAre() {
        GreyImage image = image(2, 2, 255, 255, 255, 3);
        assertThat(new ImageForm(2, 2, Framing.WHOLE).applied(image)).isSameAs(image);
    }

    @Test
    void formsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new ImageForm(0, 5, Framing.WHOLE)).hasMessageContaining("0 x 5 pixels");
        assertThatThrownBy(() -> new ImageForm(20, 20, Framing.DIGIT)).hasMessageContaining("not in 20 x 20");
    }
}
