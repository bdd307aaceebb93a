package org.snn4j.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: images whose only pixel is their number, so that each can be followed. */
class StratifiedSplitTest {
    private static LabelledImages numbered(int classes, int... labels) {
        byte[] pixels = new byte[labels.length];
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            pixels[i] = (byte) i;
            bytes[i] = (byte) labels[i];
        }
        return LabelledImages.of(
                "numbered",
                IdxFile.of("pixels", List.of(labels.length, 1, 1), pixels),
                IdxFile.of("labels", List.of(labels.length), bytes),
                classes);
    }

    private static final LabelledImages UNEVEN = numbered(
            3, IntStream.range(0, 100).map(i -> i < 60 ? 0 : i < 90 ? 1 : 2).toArray());

    @Test
    void everyClassIsDividedAlike() {
        DataSplit split = new StratifiedSplit(0.2, 3).of("set", UNEVEN);
        assertThat(split.train().balance().counts()).containsExactly(48, 24, 8);
        assertThat(split.test().balance().counts()).containsExactly(12, 6, 2);
        assertThat(split.train().name()).isEqualTo("set-train");
        assertThat(split.test().name()).isEqualTo("set-test");
    }

    @Test
    void everyImageIsInOnePartWithItsLabel() {
        DataSplit split = new StratifiedSplit(0.3, 3).of("set", UNEVEN);
        Set<Integer> seen = new HashSet<>();
        for (LabelledImages part : List.of(split.train(), split.test())) {
            for (int i = 0; i < part.size(); i++) {
                assertThat(seen.add(part.pixel(i, 0))).isTrue();
                assertThat(part.label(i)).isEqualTo(UNEVEN.label(part.pixel(i, 0)));
            }
        }
        assertThat(seen).hasSize(100);
    }

    @Test
    void seedFixesTheSplit() {
        DataSplit split = new StratifiedSplit(0.2, 3).of("set", UNEVEN);
        assertThat(new StratifiedSplit(0.2, 3).of("set", UNEVEN).train().sha256())
                .isEqualTo(split.train().sha256());
        assertThat(new StratifiedSplit(0.2, 4).of("set", UNEVEN).train().sha256())
                .isNotEqualTo(split.train().sha256());
    }

    /** Oracle: the order of the documented shuffle, the first of each class taken away. */
    @Test
    void partsStandInTheOrderOfTheShuffle() {
        LabelledImages six = numbered(2, 0, 0, 0, 1, 1, 1);
        DataSplit split = new StratifiedSplit(0.34, 5).of("six", six);
        int[] order = Shuffle.order(6, 5);
        int firstOf0 = IntStream.of(order).filter(i -> i < 3).findFirst().orElseThrow();
        int firstOf1 = IntStream.of(order).filter(i -> i >= 3).findFirst().orElseThrow();
        int[] rest =
                IntStream.of(order).filter(i -> i != firstOf0 && i != firstOf1).toArray();
        assertThat(IntStream.range(0, 4).map(i -> split.train().pixel(i, 0)).toArray())
                .isEqualTo(rest);
    }

    @Test
    void smallClassesAreInBothPartsAndSingleImagesAreLearned() {
        DataSplit split = new StratifiedSplit(0.01, 1).of("set", numbered(3, 0, 0, 1, 2, 2, 2));
        assertThat(split.test().balance().counts()).containsExactly(1, 0, 1);
        DataSplit nearlyAll = new StratifiedSplit(0.99, 1).of("set", numbered(3, 0, 0, 1, 2, 2, 2));
        assertThat(nearlyAll.train().balance().counts()).containsExactly(1, 1, 1);
    }

    @Test
    void whatCannotBeDividedIsNamed() {
        assertThatThrownBy(() -> new StratifiedSplit(0.5, 1).of("set", numbered(2, 0, 1)))
                .hasMessageContaining("no class has two images");
        for (double fraction : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> new StratifiedSplit(fraction, 1)).hasMessageContaining("is " + fraction);
        }
    }

    @Test
    void balanceShowsHowUnevenClassesAre() {
        ClassBalance balance = UNEVEN.balance();
        assertThat(balance.names()).containsExactly("0", "1", "2");
        assertThat(balance.counts()).containsExactly(60, 30, 10);
        assertThat(balance.total()).isEqualTo(100);
        assertThat(balance.smallest()).isEqualTo(10);
        assertThat(balance.largest()).isEqualTo(60);
        assertThat(balance.imbalance()).isEqualTo(6);
        assertThat(UNEVEN.first(80).balance().imbalance()).isInfinite();
        assertThatThrownBy(() -> new ClassBalance(List.of("a"), List.of())).hasMessageContaining("as many of both");
    }
}
