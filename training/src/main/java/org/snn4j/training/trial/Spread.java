package org.snn4j.training.trial;

import java.util.Collection;
import java.util.OptionalDouble;
import org.snn4j.evaluation.Vote;

/**
 * Mean and spread of what trials came to that differ in nothing but their seeds.
 *
 * @param mean their mean
 * @param deviation the sample standard deviation, sqrt(Σ (x − mean)² / (n − 1)); none of a single one
 */
public record Spread(double mean, OptionalDouble deviation) {
    /** @throws IllegalArgumentException if there is none */
    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("the spread of no values; it needs at least 1");
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Spread(
                mean,
                values.length == 1
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(squares / (values.length - 1))));
    }

    /** Of the accuracy of a vote, as fractions. */
    public static Spread of(Collection<Outcome> outcomes, Vote vote) {
        return of(outcomes.stream()
                .mapToDouble(outcome -> outcome.accuracy().get(vote))
                .toArray());
    }
}
