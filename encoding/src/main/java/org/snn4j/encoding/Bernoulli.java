package org.snn4j.encoding;

import java.util.Map;

/**
 * Spikes of a coin that is thrown in every step: an input fires with probability {@code maxProbability} · value, whatever
 * happened before. The gaps of such spikes are geometric, and drawn as such: the work is in proportion to the spikes.
 *
 * @param maxProbability the probability for an input of value 1, from 0 to 1; others are in proportion, and 1 where that
 *     is more
 */
public record Bernoulli(double maxProbability) implements Encoding {
    public static final String NAME = "bernoulli";

    public static final String MAX_PROBABILITY = "maxProbability";

    public Bernoulli {
        if (!(maxProbability >= 0 && maxProbability <= 1)) {
            throw new IllegalArgumentException(
                    "maxProbability is " + maxProbability + "; it must be a probability, from 0 to 1");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Encoding louder(double factor) {
        return new Bernoulli(Math.min(maxProbability * factor, 1));
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of(MAX_PROBABILITY, maxProbability);
    }

    /** The gap is longer than k steps where k coins in a row fell wrong: F(k) = 1 − (1 − p)^k. */
    @Override
    public Encoder encoder(Window window, long seed) {
        return new RenewalEncoder(window, seed, value -> {
            double logOfSilence = StrictMath.log1p(-Math.min(value * maxProbability, 1));
            return GapTable.of(window.steps(), k -> -StrictMath.expm1(logOfSilence * k));
        });
    }
}
