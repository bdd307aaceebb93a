package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.snn4j.analysis.chart.LearningWindow.Pair;

class LearningWindowTest {
    @Test
    void branchesEndWhereTheOrderOfSpikesChanges() {
        LearningWindow window = new LearningWindow(IntStream.rangeClosed(-3, 2)
                .mapToObj(lag -> new Pair(lag, lag > 0 ? 0.1 / lag : -0.1))
                .toList());

        XYDataset drawn = window.chart("a rule").getXYPlot().getDataset();

        assertThat(drawn.getItemCount(0)).isEqualTo(2);
        assertThat(drawn.getXValue(0, 1)).isEqualTo(2);
        assertThat(drawn.getYValue(0, 1)).isEqualTo(0.05);
        assertThat(drawn.getItemCount(1)).isEqualTo(3);
        assertThat(drawn.getXValue(1, 2)).isEqualTo(-1);
        assertThat(drawn.getItemCount(2)).isEqualTo(1);
        assertThat(drawn.getXValue(2, 0)).isZero();
    }

    @Test
    void windowThatShowsNothingIsRefused() {
        assertThatThrownBy(() -> new LearningWindow(List.of(new Pair(1, 1)))).hasMessageContaining("1 pairs");
        assertThatThrownBy(() -> new LearningWindow(List.of(new Pair(1, 1), new Pair(1, 2))))
                .hasMessageContaining("pair 1 has a lag of 1.0 ms after one of 1.0");
        assertThatThrownBy(() -> new Pair(1, Double.NaN)).hasMessageContaining("NaN");
    }
}
