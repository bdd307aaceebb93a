package org.snn4j.evaluation;

/** How many of some samples were predicted right, and how sure that makes us of the true proportion. */
public record Accuracy(long correct, long samples) {
    public static final Accuracy NONE = new Accuracy(0, 0);

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z95 = 1.959963984540054;

    public Accuracy {
        if (correct < 0 || correct > samples) {
            throw new IllegalArgumentException(
                    correct + " of " + samples + " samples cannot be correct; it must be from none to all of them");
        }
    }

    /** Both together. */
    public Accuracy plus(Accuracy other) {
        return new Accuracy(correct + other.correct, samples + other.samples);
    }

    /** The share of correct ones, from 0 to 1; not a number if there are no samples. */
    public double value() {
        return (double) correct / samples;
    }

    /**
     * Wilson's score interval at 95 %: (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n). Without samples it is
     * from 0 to 1.
     *
     * <p>E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
     * Statistical Association 22, 1927.
     */
    public Interval interval95() {
        if (samples == 0) {
            return new Interval(0, 1);
        }
        double p = value();
        double z2 = Z95 * Z95 / samples;
        double half = Math.sqrt(p * (1 - p) * z2 + z2 * z2 / 4);
        // At the ends the bound is 0 or 1 exactly, which rounding would miss.
        double low = correct == 0 ? 0 : (p + z2 / 2 - half) / (1 + z2);
        double high = correct == samples ? 1 : (p + z2 / 2 + half) / (1 + z2);
        return new Interval(low, high);
    }
}
