package org.snn4j.encoding;

import java.util.Map;

/**
 * Spikes of a true Poisson process: in each step an input fires with probability 1 − exp(−rate dt / 1000), whatever
 * happened before. The number of spikes in a window has a Fano factor of 1 where steps are short against gaps.
 *
 * @param intensity the rate of an input of value 1, Hz; other rates are in proportion
 */
public record Poisson(double intensity) implements Encoding {
    public static final String NAME = "poisson";

    public Poisson {
        Rate.require(intensity);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Encoding louder(double factor) {
        return new Poisson(intensity * factor);
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of(Rate.INTENSITY, intensity);
    }

    @Override
    public Encoder encoder(Window window, long seed) {
        return new RenewalEncoder(window, seed, value -> {
            double expectedPerStep = Rate.perStep(value * intensity, window);
            return GapTable.of(window.steps(), k -> -StrictMath.expm1(-expectedPerStep * k));
        });
    }
}
