package org.snn4j.analysis.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.renderer.PaintScale;

/**
 * Numbers from {@code low} to {@code high} as colours. The stops stand at even distances and between two of them
 * red, green and blue are interpolated; a number outside the range gets the colour of the nearer end.
 *
 * <p>The stops of the scales made here are even steps of CIE lightness, so that equal differences look equally large
 * and the order survives a black and white printer.
 */
record ColourScale(double low, double high, List<Color> stops) implements PaintScale {
    private static final List<Color> HEAT =
            colours(0xffffff, 0xffd8b2, 0xfbae78, 0xf28152, 0xe0543c, 0xc02d2c, 0x970f20, 0x6a0016, 0x3d000f);
    private static final List<Color> COLD =
            colours(0xffffff, 0xcde2f4, 0x9bc6e7, 0x6ca8da, 0x4989c7, 0x2b6bb1, 0x154e97, 0x0c3371, 0x071c45);
    private static final List<Color> LIGHT_BLUE = colours(0xffffff, 0xd8e8f7, 0xb1d2ed, 0x8cbce3, 0x66a5d8);
    private static final List<Color> LIGHT_ORANGE = colours(0xffffff, 0xffe7cb, 0xffcda0, 0xfab376, 0xf39a4d);

    ColourScale {
        stops = List.copyOf(stops);
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("a colour scale cannot run from " + low + " to " + high
                    + "; both ends must be finite and the first the lower one");
        }
        if (stops.size() < 2) {
            throw new IllegalArgumentException("a colour scale needs two colours or more, not " + stops.size());
        }
    }

    /**
     * For weights between {@code least} and {@code greatest}: white at zero, through orange to dark red at the
     * greatest; where some are negative, those go through blue, and both sides reach equally far.
     */
    static ColourScale ofWeights(double least, double greatest) {
        if (least >= 0) {
            return new ColourScale(0, greatest > 0 ? greatest : 1, HEAT);
        }
        double reach = Math.max(-least, greatest);
        List<Color> stops = new ArrayList<>(COLD);
        Collections.reverse(stops);
        stops.addAll(HEAT.subList(1, HEAT.size()));
        return new ColourScale(-reach, reach, stops);
    }

    /** For values that have no special zero: white at the least, through orange to dark red at the greatest. */
    static ColourScale between(double least, double greatest) {
        return new ColourScale(least, greatest, HEAT);
    }

    /** White to a blue on which black letters can be read. */
    static ColourScale lightBlue(double high) {
        return new ColourScale(0, high, LIGHT_BLUE);
    }

    /** White to an orange on which black letters can be read. */
    static ColourScale lightOrange(double high) {
        return new ColourScale(0, high, LIGHT_ORANGE);
    }

    Color colour(double value) {
        double place = (Math.min(Math.max(value, low), high) - low) / (high - low) * (stops.size() - 1);
        int before = Math.min((int) place, stops.size() - 2);
        return between(stops.get(before), stops.get(before + 1), place - before);
    }

    @Override
    public Color getPaint(double value) {
        return colour(value);
    }

    @Override
    public double getLowerBound() {
        return low;
    }

    @Override
    public double getUpperBound() {
        return high;
    }

    private static Color between(Color from, Color to, double share) {
        return new Color(
                between(from.getRed(), to.getRed(), share),
                between(from.getGreen(), to.getGreen(), share),
                between(from.getBlue(), to.getBlue(), share));
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private static List<Color> colours(int... rgb) {
        return IntStream.of(rgb).mapToObj(Color::new).toList();
    }
}
