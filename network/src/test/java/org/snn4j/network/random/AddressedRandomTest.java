package org.snn4j.network.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Oracle: the known answers for Philox4x32-10 in the authors' Random123 distribution (kat_vectors), and what uniform,
 * independent bits must do.
 */
class AddressedRandomTest {
    /** The 1 - 1e-6 quantile of chi-square with 255 degrees of freedom. */
    private static final double CHI_SQUARE_255 = 377.08;

    @ParameterizedTest
    @CsvSource({
        "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
    })
    void givesTheKnownAnswersOfPhilox(String counterWords, String keyWords, String answerWords) {
        int[] counter = words(counterWords);
        int[] key = words(keyWords);
        for (Purpose purpose : Purpose.values()) {
            AddressedRandom random = new AddressedRandom(seedOfKey(key, purpose), purpose);
            assertThat(lanes(random, both(counter[0], counter[1]), counter[2], counter[3]))
                    .containsExactly(words(answerWords));
        }
    }

    @ParameterizedTest
    @CsvSource({"WEIGHTS, 1", "ENCODING, 2", "WINNER, 3", "SHUFFLE, 4", "PHASE, 5"})
    void codesOfPurposesNeverChange(Purpose purpose, int code) {
        assertThat(purpose.code).isEqualTo(code);
    }

    /** 64-bit halves of 10,240 blocks: two are the same by luck with probability 3e-12. */
    @Test
    void everyAddressHasNumbersOfItsOwn() {
        Set<Long> seen = new HashSet<>();
        int blocks = 0;
        for (Purpose purpose : Purpose.values()) {
            for (long seed : new long[] {0, 1, 1L << 32, -1}) {
                AddressedRandom random = new AddressedRandom(seed, purpose);
                for (int address = 0; address < 512; address++) {
                    int[] lanes = lanes(random, address >> 6, address >> 3 & 7, address & 7);
                    seen.add(both(lanes[0], lanes[1]));
                    blocks++;
                }
            }
        }
        assertThat(seen).hasSize(blocks);
    }

    @Test
    void sampleBeyond32BitsHasNumbersOfItsOwn() {
        AddressedRandom random = new AddressedRandom(1, Purpose.ENCODING);
        assertThat(lanes(random, 1L << 32, 0, 0)).isNotEqualTo(lanes(random, 0, 0, 0));
    }

    /** 65,536 draws in 256 bins; each of the 20 tests fails by luck with probability 1e-6. The seed is fixed. */
    @ParameterizedTest
    @EnumSource(Purpose.class)
    void numbersAreUniformAlongEveryCoordinate(Purpose purpose) {
        AddressedRandom random = new AddressedRandom(20151, purpose);
        assertThat(chiSquare(i -> lanes(random, i, 3, 5)[0])).isLessThan(CHI_SQUARE_255);
        assertThat(chiSquare(i -> lanes(random, 3, i, 5)[1])).isLessThan(CHI_SQUARE_255);
        assertThat(chiSquare(i -> lanes(random, 3, 5, i)[2])).isLessThan(CHI_SQUARE_255);
        assertThat(chiSquare(i -> lanes(new AddressedRandom(i, purpose), 3, 5, 7)[3]))
                .isLessThan(CHI_SQUARE_255);
    }

    /** 16,384 pairs; the mean leaves five standard deviations by luck with probability 6e-7. The seed is fixed. */
    @Test
    void neighbouringAddressesDifferInHalfTheirBits() {
        AddressedRandom random = new AddressedRandom(99, Purpose.WINNER);
        int pairs = 16_384;
        long differing = 0;
        for (int i = 0; i < pairs; i++) {
            differing += Integer.bitCount(lanes(random, 0, i, 0)[0] ^ lanes(random, 0, i + 1, 0)[0]);
        }
        double standardError = Math.sqrt(32 * 0.25 / pairs);
        assertThat((double) differing / pairs).isCloseTo(16, within(5 * standardError));
    }

    @Test
    void derivedSeedIsTheFirstHalfOfThePartsFirstBlock() {
        int[] lanes = lanes(new AddressedRandom(7, Purpose.PHASE), 3, 0, 0);
        assertThat(AddressedRandom.derive(7, Purpose.PHASE, 3)).isEqualTo(both(lanes[0], lanes[1]));
    }

    @Test
    void writesNothingBehindTheFourNumbers() {
        int[] lanes = {1, 1, 1, 1, 42};
        new AddressedRandom(0, Purpose.WEIGHTS).block(0, 0, 0, lanes);
        assertThat(lanes[4]).isEqualTo(42);
    }

    @Property
    void unitFloatIsInItsRangeOnAGridOf24Bits(@ForAll int bits) {
        float unit = AddressedRandom.unitFloat(bits);
        assertThat(unit).isGreaterThanOrEqualTo(0).isLessThan(1);
        assertThat(unit * 0x1p24).isEqualTo(bits >>> 8);
    }

    @Property
    void numberBelowABoundIsInItsRange(@ForAll @IntRange(min = 1) int bound, @ForAll int bits) {
        assertThat(AddressedRandom.below(bound, bits)).isBetween(0, bound - 1);
    }

    @Property
    void extremeBitsGiveTheFirstAndTheLastNumberBelowABound(@ForAll @IntRange(min = 1) int bound) {
        assertThat(AddressedRandom.below(bound, 0)).isZero();
        assertThat(AddressedRandom.below(bound, -1)).isEqualTo(bound - 1);
    }

    /** All 65,536 values of the upper half: counts can differ by one at most. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7", "100", "65535"})
    void numbersBelowABoundAreEquallyOften(int bound) {
        int[] counts = new int[bound];
        for (int upper = 0; upper < 1 << 16; upper++) {
            counts[AddressedRandom.below(bound, upper << 16)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween((1 << 16) / bound, (1 << 16) / bound + 1);
        }
    }

    /** The key's second word is xored with the purpose's code times the golden ratio. */
    private static long seedOfKey(int[] key, Purpose purpose) {
        return both(key[0], key[1] ^ (purpose.code * 0x9E3779B9));
    }

    private static double chiSquare(IntUnaryOperator draws) {
        int total = 1 << 16;
        int[] counts = new int[256];
        for (int i = 0; i < total; i++) {
            counts[draws.applyAsInt(i) >>> 24]++;
        }
        double expected = total / 256.0;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    private static int[] lanes(AddressedRandom random, long sample, int index, int block) {
        int[] lanes = new int[AddressedRandom.LANES];
        random.block(sample, index, block, lanes);
        return lanes;
    }

    private static long both(int low, int high) {
        return ((long) high << 32) | (low & 0xFFFFFFFFL);
    }

    private static int[] words(String hexadecimal) {
        String[] parts = hexadecimal.split(" ");
        int[] words = new int[parts.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.parseUnsignedInt(parts[i], 16);
        }
        return words;
    }
}
