package org.snn4j.analysis.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/**
 * The colours of potentials in a heat map: on a scale that ends at the threshold, if there is one.
 *
 * @param values what is coloured, [steps, neurons]
 * @param quantity what the values are, with their unit
 * @param level where firing begins, on the same scale
 */
record VoltageColours(FloatArray values, String quantity, ColourScale scale, OptionalDouble level) {
    /** What share of the potentials may lie below the colour scale: a few that inhibition drives far down. */
    private static final double LOWEST_SHARE = 0.01;

    private static final Color FIRING = ChartTheme.series(0);

    static VoltageColours of(VoltageChart chart) {
        if (chart.thresholds().isPresent() && chart.level().isEmpty()) {
            FloatArray distances =
                    difference(chart.voltages(), chart.thresholds().get());
            return of(distances, "potential above the threshold (mV)", OptionalDouble.of(0));
        }
        return of(chart.voltages(), VoltageChart.QUANTITY, chart.level());
    }

    private static VoltageColours of(FloatArray values, String quantity, OptionalDouble level) {
        float[] sorted = values.values();
        Arrays.sort(sorted);
        float low = sorted[(int) (LOWEST_SHARE * sorted.length)];
        double high = level.orElse(sorted[sorted.length - 1]);
        return new VoltageColours(values, quantity, scale(low, high, level.isPresent()), level);
    }

    /** Where nothing lies between the ends, the one that is known stays. */
    private static ColourScale scale(double low, double high, boolean endIsKnown) {
        if (low < high) {
            return ColourScale.between(low, high);
        }
        double reach = Math.max(1, Math.abs(high));
        return endIsKnown ? ColourScale.between(high - reach, high) : ColourScale.between(low, low + reach);
    }

    Color colour(int index) {
        return isFiring(index) ? FIRING : scale.colour(values.get(index));
    }

    private boolean isFiring(int index) {
        return level.isPresent() && values.get(index) >= level.getAsDouble();
    }

    /** What the scale does not show. */
    Optional<String> note() {
        if (level.isEmpty()) {
            return Optional.empty();
        }
        String end = "The scale ends at the threshold";
        for (int i = 0; i < values.shape().size(); i++) {
            if (isFiring(i)) {
                return Optional.of(end + "; blue: at or above it.");
            }
        }
        return Optional.of(end + ".");
    }

    private static FloatArray difference(FloatArray values, FloatArray others) {
        Shape shape = values.shape();
        float[] difference = new float[shape.size()];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = values.get(i) - others.get(i);
        }
        return FloatArray.of(shape, difference);
    }
}
