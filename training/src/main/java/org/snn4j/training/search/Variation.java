package org.snn4j.training.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The values of one setting among which a search chooses. */
public sealed interface Variation permits Variation.Choices, Variation.Range {
    /**
     * The value at a place, as text.
     *
     * @param share where among the values, from 0 to below 1
     */
    String at(double share);

    /** Some values. */
    record Choices(List<String> values) implements Variation {
        public Choices {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("there are no values to choose from; it must be at least 1");
            }
        }

        @Override
        public String at(double share) {
            return values.get((int) (share * values.size()));
        }
    }

    /**
     * All numbers from one to another, rounded to three digits, or whole. If they are above 0, each factor is as likely as any
     * other (the logarithm is uniform), otherwise each difference.
     */
    record Range(double low, double high, boolean whole) implements Variation {
        private static final MathContext DIGITS = new MathContext(3);

        public Range {
            if (!(low < high) || Double.isInfinite(high - low)) {
                throw new IllegalArgumentException(
                        "the range from " + low + " to " + high + "; the first must be below the second, both finite");
            }
        }

        @Override
        public String at(double share) {
            // A whole number is likely as the numbers from half below to half above it, the ends too.
            double from = whole ? low - 0.5 : low;
            double to = whole ? high + 0.5 : high;
            double value = from > 0 ? from * StrictMath.pow(to / from, share) : from + share * (to - from);
            double rounded = whole ? Math.round(value) : new BigDecimal(value, DIGITS).doubleValue();
            double within = Math.min(high, Math.max(low, rounded));
            return BigDecimal.valueOf(within).stripTrailingZeros().toPlainString();
        }
    }
}
