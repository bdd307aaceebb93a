package org.snn4j.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: four images of 1 x 2 pixels, written out here. */
class LabelledImagesTest {
    private static final byte[] PIXELS = {0, 51, 102, (byte) 153, (byte) 204, (byte) 255, 1, 2};
    private static final IdxFile IMAGES = IdxFile.of("pictures", List.of(4, 1, 2), PIXELS);
    private static final LabelledImages FOUR = LabelledImages.of("four", IMAGES, labels(2, 0, 1, 2), 3);

    private static IdxFile labels(int... labels) {
        byte[] bytes = new byte[labels.length];
        IntStream.range(0, labels.length).forEach(i -> bytes[i] = (byte) labels[i]);
        return IdxFile.of("answers", List.of(labels.length), bytes);
    }

    @Test
    void imagesAreUnsignedAndDividedBy255() {
        assertThat(FOUR.size()).isEqualTo(4);
        assertThat(FOUR.pixels()).isEqualTo(2);
        assertThat(FOUR.label(3)).isEqualTo(2);
        assertThat(FOUR.pixel(2, 1)).isEqualTo(255);
        assertThat(FOUR.intensities(1)).containsExactly(0.4f, 0.6f);
        assertThat(FOUR.intensities(2)).containsExactly(0.8f, 1f);
        assertThat(FOUR.image(1)).isEqualTo(GreyImage.of(1, 2, (byte) 102, (byte) 153));
    }

    @Test
    void slicesAreViewsThatKnowTheirPlace() {
        LabelledImages slice = FOUR.slice(1, 4).slice(1, 2);
        assertThat(slice.name()).isEqualTo("four[2:3]");
        assertThat(slice.size()).isEqualTo(1);
        assertThat(slice.label(0)).isEqualTo(1);
        assertThat(slice.intensities(0)).containsExactly(0.8f, 1f);
        assertThat(FOUR.first(4).name()).isEqualTo("four");
        assertThat(FOUR.first(0).size()).isZero();
    }

    @Test
    void whatLiesOutsideIsNamed() {
        LabelledImages two = FOUR.slice(1, 3);
        assertThatThrownBy(() -> two.label(2)).hasMessage("four[1:3] has 2 images, there is no image 2");
        assertThatThrownBy(() -> two.intensities(-1)).hasMessage("four[1:3] has 2 images, there is no image -1");
        assertThatThrownBy(() -> two.pixel(0, 2)).hasMessage("four[1:3] has 2 pixels per image, there is no pixel 2");
        assertThatThrownBy(() -> two.first(3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("four[1:3] has 2 images; a slice from 0 to 3 does not lie within");
        assertThatThrownBy(() -> two.slice(2, 1)).hasMessageContaining("from 2 to 1");
    }

    @Test
    void nothingGivenOrReturnedIsShared() {
        byte[] pixels = PIXELS.clone();
        LabelledImages images =
                LabelledImages.of("four", IdxFile.of("pictures", List.of(4, 1, 2), pixels), labels(2, 0, 1, 2), 3);
        pixels[0] = 9;
        images.intensities(0)[1] = 9;
        assertThat(images.sha256()).isEqualTo(FOUR.sha256());
        assertThat(images.intensities(0)).containsExactly(0f, 0.2f);
    }

    /** Oracle: {@code printf '\x66\x99\xcc\xff\x00\x01' | sha256sum}. */
    @Test
    void hashIsThatOfPixelsThenLabels() {
        assertThat(FOUR.slice(1, 3).sha256())
                .isEqualTo("bf11f89193bec0132f8626ecba7d3cfa198e2af6572f2da4291017e6ed0986fd");
    }

    @Test
    void imagesAndLabelsMustBeAsMany() {
        assertThatThrownBy(() -> LabelledImages.of("x", IMAGES, labels(1, 2, 0), 3))
                .hasMessage("pictures holds 4 images, but answers holds 3 labels; there must be as many");
    }

    @Test
    void labelsOutOfRangeAreNamedWithTheirPlaceInTheFile() {
        assertThatThrownBy(() -> LabelledImages.of("x", IMAGES, labels(0, 1, 10, 2), 10))
                .hasMessage("answers: byte 10: label 2 is 10, but must be from 0 to 9");
    }

    @Test
    void swappedFilesAreNoticed() {
        assertThatThrownBy(() -> LabelledImages.of("x", labels(0, 1), IMAGES, 10))
                .hasMessage("answers: dimensions are [2], but images [n, height, width] are needed");
        assertThatThrownBy(() -> LabelledImages.of("x", IMAGES, IMAGES, 10))
                .hasMessage("pictures: dimensions are [4, 1, 2], but labels [n] are needed");
    }

    @Test
    void oneClassIsNoClassification() {
        assertThatThrownBy(() -> LabelledImages.of("x", IMAGES, labels(0, 0, 0, 0), 1))
                .hasMessage("x: classes is 1, but must be from 2 to 256");
    }

    @Test
    void elementsMustFitTheirDimensions() {
        assertThatThrownBy(() -> IdxFile.of("x", List.of(2, 2), (byte) 1))
                .hasMessageContaining("do not make 1 elements");
        assertThatThrownBy(() -> IdxFile.of("x", List.of(0))).hasMessageContaining("a length of 0");
        Integer huge = Integer.MAX_VALUE;
        assertThatThrownBy(() -> IdxFile.of("x", List.of(huge, huge, huge)))
                .hasMessageContaining("do not make 0 elements");
    }

    @Test
    void heldOutImagesAreTheLastOfTheTrainingImages() {
        DataSplit split = new DataSplit("four", FOUR, FOUR.first(1)).holdOut(1);
        assertThat(split.train().name()).isEqualTo("four[0:3]");
        assertThat(split.test().name()).isEqualTo("four[3:4]");
    }

    @Test
    void bothPartsOfASplitNeedImages() {
        DataSplit split = new DataSplit("set", FOUR, FOUR);
        assertThatThrownBy(() -> split.holdOut(4))
                .hasMessage("set: cannot hold out 4 of 4 training images; from 1 to 3 would be right");
        assertThatThrownBy(() -> split.holdOut(0)).hasMessageContaining("cannot hold out 0");
    }

    @Test
    void selectionsAndShufflesAreViewsInTheirOrder() {
        LabelledImages selected = FOUR.slice(1, 4).selected("picked", 2, 0, 2);
        assertThat(selected.toString()).isEqualTo("picked (3 images of 1 x 2, 3 classes)");
        assertThat(selected.label(0)).isEqualTo(2);
        assertThat(selected.pixel(0, 1)).isEqualTo(2);
        assertThat(selected.pixel(1, 0)).isEqualTo(102);
        assertThat(selected.slice(1, 2).name()).isEqualTo("picked[1:2]");
        LabelledImages shuffled = FOUR.shuffled(9);
        int[] order = Shuffle.order(4, 9);
        assertThat(shuffled.name()).isEqualTo("four shuffled by 9");
        for (int i = 0; i < 4; i++) {
            assertThat(shuffled.image(i)).isEqualTo(FOUR.image(order[i]));
            assertThat(shuffled.label(i)).isEqualTo(FOUR.label(order[i]));
        }
        assertThat(FOUR.selected("same", 0, 1, 2, 3).sha256()).isEqualTo(FOUR.sha256());
        assertThatThrownBy(() -> FOUR.selected("x", 4)).hasMessage("four has 4 images, there is no image 4");
    }

    @Test
    void classesMayHaveNames() {
        LabelledImages named = LabelledImages.of("x", IMAGES, labels(2, 0, 1, 2), List.of("cat", "dog", "cow"));
        assertThat(named.slice(0, 2).classNames()).containsExactly("cat", "dog", "cow");
        assertThat(FOUR.classNames()).containsExactly("0", "1", "2");
        assertThatThrownBy(() -> LabelledImages.of("x", IMAGES, labels(2, 0, 1, 2), List.of("cat", "dog")))
                .hasMessage("answers: byte 8: label 0 is 2, but must be from 0 to 1");
    }

    @Test
    void partsOfASplitMustNameTheirClassesAlike() {
        LabelledImages cats = LabelledImages.of("x", IMAGES, labels(2, 0, 1, 2), List.of("cat", "dog", "cow"));
        assertThatThrownBy(() -> new DataSplit("set", FOUR, cats)).hasMessageContaining("set: train and test differ");
    }

    @Test
    void partsOfASplitMustBeAlike() {
        LabelledImages taller =
                LabelledImages.of("tall", IdxFile.of("p", List.of(4, 2, 1), PIXELS), labels(0, 0, 0, 0), 3);
        assertThatThrownBy(() -> new DataSplit("set", FOUR, taller)).hasMessageContaining("set: train and test differ");
    }
}
