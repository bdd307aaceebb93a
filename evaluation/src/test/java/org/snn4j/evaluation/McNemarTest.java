package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {
    @Test
    void samplesAreCountedByWhoIsRight() {
        int[] labels = {0, 1, 2, 3, 4, 5};
        int[] first = {0, 1, 2, 0, Vote.ABSTENTION, 5};
        int[] second = {0, 9, 2, 3, Vote.ABSTENTION, 5};
        McNemar test = McNemar.of(labels, first, second);
        assertThat(test).isEqualTo(new McNemar(3, 1, 1, 1));
        assertThat(test.samples()).isEqualTo(6);
        assertThat(McNemar.of(labels, second, first)).isEqualTo(new McNemar(3, 1, 1, 1));
        assertThat(McNemar.of(labels, labels, first)).isEqualTo(new McNemar(4, 2, 0, 0));
        assertThat(McNemar.of(labels, labels, first).difference()).isCloseTo(-2.0 / 6, within(1e-15));
    }

    /** Oracle: SciPy's binomtest and chi2. */
    @ParameterizedTest
    @CsvSource({
        "86, 150, 3.7159361395713866e-05, 16.81779661016949, 4.114562281345944e-05",
        "150, 86, 3.7159361395713866e-05, 16.81779661016949, 4.114562281345944e-05",
        "5, 15, 0.04138946533203125, 4.05, 0.04417134490844271",
        "0, 9, 0.00390625, 7.111111111111111, 0.007660761135179461",
        "7, 7, 1, 0, 1",
        "1, 2, 1, 0, 1",
        "0, 0, 1, 0, 1"
    })
    void pValuesAreThoseOfAnotherProgram(int onlyFirst, int onlySecond, double exact, double chi, double byChi) {
        McNemar test = new McNemar(900, onlyFirst, onlySecond, 50);
        assertThat(test.exactPValue()).isCloseTo(exact, within(1e-12 + 1e-10 * exact));
        assertThat(test.chiSquare()).isCloseTo(chi, within(1e-12));
        assertThat(test.chiSquarePValue()).isCloseTo(byChi, within(1e-12 + 1e-10 * byChi));
    }

    /** Oracle: the sum of binomial coefficients in whole numbers. */
    @Property(tries = 200)
    void exactPValueIsTheSumOfTheTails(@ForAll @IntRange(max = 300) int b, @ForAll @IntRange(max = 300) int c) {
        BigInteger coefficient = BigInteger.ONE;
        BigInteger sum = BigInteger.ONE;
        for (int k = 1; k <= Math.min(b, c); k++) {
            coefficient =
                    coefficient.multiply(BigInteger.valueOf(b + c - k + 1)).divide(BigInteger.valueOf(k));
            sum = sum.add(coefficient);
        }
        double expected = new BigDecimal(sum.shiftLeft(1))
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(b + c)), MathContext.DECIMAL64)
                .doubleValue();
        assertThat(new McNemar(0, b, c, 0).exactPValue())
                .isCloseTo(Math.min(1, expected), within(1e-12 * Math.min(1, expected) + 1e-300));
    }

    /**
     * Oracle: what an interval of 95 % promises. Over all outcomes of 40 samples, each with its probability, it holds the true
     * difference about so often; never much less.
     */
    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.05, 0.15", "0.3, 0.1", "0.02, 0.02", "0.2, 0.45"})
    void intervalHoldsTheTrueDifferenceAboutAsOftenAsItSays(double onlyFirst, double onlySecond) {
        int samples = 40;
        double held = 0;
        double total = 0;
        for (int b = 0; b <= samples; b++) {
            for (int c = 0; b + c <= samples; c++) {
                double probability = trinomial(samples, b, c, onlyFirst, onlySecond);
                McNemar test = new McNemar(samples - b - c, b, c, 0);
                total += probability;
                held += test.differenceInterval95().contains(onlySecond - onlyFirst) ? probability : 0;
            }
        }
        assertThat(total).isCloseTo(1, within(1e-12));
        assertThat(held).isBetween(0.93, 0.999);
    }

    private static double trinomial(int n, int b, int c, double p, double q) {
        double probability = 1;
        for (int i = 0; i < b; i++) {
            probability *= p * (n - i) / (i + 1);
        }
        for (int i = 0; i < c; i++) {
            probability *= q * (n - b - i) / (i + 1);
        }
        return probability * Math.pow(1 - p - q, n - b - c);
    }

    /** Oracle: by hand. Half a sample more in each cell: 12.5 and 2.5 of 52. */
    @Test
    void intervalFollowsItsFormula() {
        Interval interval = new McNemar(36, 2, 12, 0).differenceInterval95();
        double d = 10.0 / 52;
        double half = 1.959963984540054 * Math.sqrt(15 - 100.0 / 52) / 52;
        assertThat(interval.low()).isCloseTo(d - half, within(1e-15));
        assertThat(interval.high()).isCloseTo(d + half, within(1e-15));
        assertThat(new McNemar(0, 0, 1, 0).differenceInterval95().high()).isEqualTo(1);
        assertThat(new McNemar(0, 0, 0, 0).differenceInterval95().contains(0)).isTrue();
    }

    @Test
    void misfitsAreNamed() {
        assertThatThrownBy(() -> McNemar.of(new int[3], new int[2], new int[3]))
                .hasMessageContaining("3 labels, but 2 and 3 predictions");
        assertThatThrownBy(() -> new McNemar(1, -2, 3, 4)).hasMessageContaining("-2");
    }
}
