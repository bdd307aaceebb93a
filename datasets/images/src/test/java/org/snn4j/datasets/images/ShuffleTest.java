package org.snn4j.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Oracle: Fisher and Yates's shuffle, written out here over the JDK's own SplitMix64. */
class ShuffleTest {
    private static int[] expected(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            long upperHalf = random.nextLong() >>> 32;
            int other = (int) (upperHalf * (i + 1) / (1L << 32));
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return order;
    }

    @Property(tries = 200)
    void orderIsThatOfTheDocumentedShuffle(@ForAll @IntRange(max = 300) int size, @ForAll long seed) {
        assertThat(Shuffle.order(size, seed)).isEqualTo(expected(size, seed));
    }

    /** Pinned, as files and published results depend on it. */
    @Test
    void ordersNeverChange() {
        assertThat(Shuffle.order(10, 0)).containsExactly(4, 9, 2, 5, 1, 7, 6, 0, 3, 8);
        assertThat(Shuffle.order(10, -7)).containsExactly(6, 5, 0, 2, 8, 3, 1, 7, 9, 4);
    }

    @Test
    void everyNumberComesOnce() {
        int[] order = Shuffle.order(60_000, 42);
        assertThat(Arrays.stream(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, 60_000).toArray());
    }

    /**
     * Of 24,000 orders of four, each of the 24 should come about 1,000 times; 186 more or less are six standard
     * deviations, which one of the 24 exceeds by luck with a chance below 1e-7.
     */
    @Test
    void allOrdersAreEquallyFrequent() {
        int[] counts = new int[256];
        for (int seed = 0; seed < 24_000; seed++) {
            int[] order = Shuffle.order(4, seed);
            counts[order[0] * 64 + order[1] * 16 + order[2] * 4 + order[3]]++;
        }
        assertThat(Arrays.stream(counts).filter(count -> count > 0).boxed())
                .hasSize(24)
                .allMatch(count -> Math.abs(count - 1000) < 186);
    }

    @Test
    void negativeSizesAreNamed() {
        assertThatThrownBy(() -> Shuffle.order(-1, 0)).hasMessageContaining("is -1");
    }
}
