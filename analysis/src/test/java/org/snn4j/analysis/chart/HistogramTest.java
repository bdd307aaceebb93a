package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jfree.data.xy.IntervalXYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snn4j.analysis.chart.Histogram.CountAxis;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

class HistogramTest {
    private final Histogram histogram = Histogram.of(array(0, 0, 0, 0.5f, 1, 1.25f, 4), 4);

    @Test
    void valuesAreCountedInEquallyWideBins() {
        assertThat(histogram.least()).isZero();
        assertThat(histogram.binWidth()).isEqualTo(1);
        assertThat(histogram.counts()).containsExactly(4L, 2L, 0L, 1L);
    }

    @Property(tries = 200)
    void everyValueIsCountedOnce(
            @ForAll @Size(min = 1, max = 50) List<@FloatRange(min = -1e6f, max = 1e6f) Float> values,
            @ForAll @IntRange(min = 1, max = 40) int bins) {
        float[] elements = new float[values.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = values.get(i);
        }
        List<Long> counts = Histogram.of(array(elements), bins).counts();

        assertThat(counts).hasSize(bins);
        assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(elements.length);
    }

    @Test
    void valuesThatAreAllTheSameStandInTheMiddle() {
        Histogram same = Histogram.of(array(7, 7, 7), 3);

        assertThat(same.counts()).containsExactly(0L, 3L, 0L);
        assertThat(same.least()).isLessThan(7);
    }

    @Test
    void barsStandOverTheirBinsAndEmptyBinsHaveNone() {
        IntervalXYDataset bars = (IntervalXYDataset) histogram
                .chart("Weights", "weight", CountAxis.LOGARITHMIC)
                .getXYPlot()
                .getDataset();

        assertThat(bars.getItemCount(0)).isEqualTo(3);
        assertThat(bars.getStartXValue(0, 2)).isEqualTo(3);
        assertThat(bars.getEndXValue(0, 2)).isEqualTo(4);
        assertThat(bars.getYValue(0, 0)).isEqualTo(4);
        assertThat(bars.getYValue(0, 1)).isEqualTo(2);
        assertThat(bars.getYValue(0, 2)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void barOfASingleValueIsSeen(CountAxis axis) throws IOException {
        PngImage picture = Charts.png(Histogram.of(array(3), 1).chart("Theta", "theta (mV)", axis), 400, 300);

        assertThat(Pictures.decode(picture).getRGB(400, 400))
                .isEqualTo(ChartTheme.series(0).getRGB());
    }

    @Test
    void nothingToCountIsRejected() {
        assertThatThrownBy(() -> Histogram.of(array(), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 values");
        assertThatThrownBy(() -> Histogram.of(array(1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 bins");
    }

    @Test
    void valueThatIsNotFiniteIsNamed() {
        assertThatThrownBy(() -> Histogram.of(array(1, Float.POSITIVE_INFINITY), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("element 1 is Infinity");
    }

    private static FloatArray array(float... values) {
        return FloatArray.of(Shape.of(values.length), values);
    }
}
