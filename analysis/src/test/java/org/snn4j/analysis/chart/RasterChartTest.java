package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.analysis.chart.RasterChart.Panel;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the spikes that went in, read back out of the plot, and found in the picture. */
class RasterChartTest {
    private static final SpikeTrain TWO_NEURONS = SpikeTrain.ofDense(bytes(Shape.of(4, 2), 1, 0, 0, 0, 1, 1, 0, 1));
    private static final SpikeTrain GRID =
            SpikeTrain.ofDense(bytes(Shape.of(4, 2, 2), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

    private record Spike(double time, double neuron) {}

    private final CombinedDomainXYPlot stack =
            stack(new RasterChart(0.5, List.of(new Panel("X", TWO_NEURONS), new Panel("Y", GRID))));

    @Test
    void eachSpikeStandsAtTheTimeOfItsStepAndTheNumberOfItsNeuron() {
        assertThat(spikes(panel(0)))
                .containsExactly(new Spike(0, 0), new Spike(1, 0), new Spike(1, 1), new Spike(1.5, 1));
        assertThat(spikes(panel(1))).containsExactly(new Spike(0, 3));
    }

    @Test
    void layersStandInTheirOrderWithTheirNames() {
        List<XYPlot> panels = stack.getSubplots();

        assertThat(panels).hasSize(2);
        assertThat(panel(0).getRangeAxis().getLabel()).isEqualTo("X");
        assertThat(panel(1).getRangeAxis().getLabel()).isEqualTo("Y");
        assertThat(panel(0).getRenderer().getSeriesPaint(0)).isEqualTo(ChartTheme.series(0));
        assertThat(panel(1).getRenderer().getSeriesPaint(0)).isEqualTo(ChartTheme.series(1));
    }

    @Test
    void axesReachOverAllStepsAndNeurons() {
        assertThat(stack.getDomainAxis().getLowerBound()).isZero();
        assertThat(stack.getDomainAxis().getUpperBound()).isEqualTo(2);
        assertThat(panel(1).getRangeAxis().getLowerBound()).isEqualTo(-0.5);
        assertThat(panel(1).getRangeAxis().getUpperBound()).isEqualTo(3.5);
    }

    @Test
    void panelsGrowWithTheirLayersButLessThanInProportion() {
        CombinedDomainXYPlot sizes = stack(new RasterChart(
                1,
                List.of(
                        new Panel("one", silence(1)),
                        new Panel("ten", silence(10)),
                        new Panel("many", silence(1000)))));
        List<XYPlot> plots = sizes.getSubplots();

        assertThat(plots).extracting(XYPlot::getWeight).containsExactly(10, 20, 40);
    }

    @Test
    void recordingsShowTheirFirstSampleOrAnyOther() {
        Network network = Network.builder()
                .layer("X", new Input(), 2)
                .layer("Y", new IF(1, 0, 0, Double.NEGATIVE_INFINITY), 2)
                .connect("X", "Y", OneToOne.of(1))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Recording in = simulation.record("X", Variable.SPIKES);
            Recording out = simulation.record("Y", Variable.SPIKES);
            Recording voltage = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Map.of("X", new SpikeBatch(List.of(TWO_NEURONS, silence(4, 2)))), 4);

            CombinedDomainXYPlot first = stack(RasterChart.of(1, in, out));
            assertThat(spikes(panel(first, 0)))
                    .containsExactly(new Spike(0, 0), new Spike(2, 0), new Spike(2, 1), new Spike(3, 1));
            assertThat(spikes(panel(first, 1))).containsExactly(new Spike(1, 0), new Spike(3, 0), new Spike(3, 1));
            assertThat(Panel.of(in, 1)).isEqualTo(new Panel("X", silence(4, 2)));
            assertThatThrownBy(() -> RasterChart.of(1, in, voltage)).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Of a thousand neurons in 200 pixels too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000})
    void singleSpikeIsSeen(int neurons) throws IOException {
        byte[] spikes = new byte[500 * neurons];
        spikes[250 * neurons + neurons / 2] = 1;
        SpikeTrain train = SpikeTrain.ofDense(ByteArray.of(Shape.of(500, neurons), spikes));
        BufferedImage picture =
                Pictures.decode(Charts.png(new RasterChart(1, List.of(new Panel("X", train))).chart("One"), 400, 260));

        assertThat(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .contains(ChartTheme.series(0).getRGB());
    }

    @Test
    void layersOfDifferentLengthsAreRefused() {
        assertThatThrownBy(
                        () -> new RasterChart(1, List.of(new Panel("X", TWO_NEURONS), new Panel("Y", silence(3, 2)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer Y has 3 steps")
                .hasMessageContaining("layer X has 4");
    }

    @Test
    void nothingToDrawIsRefused() {
        assertThatThrownBy(() -> new RasterChart(1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Panel("X", silence(0, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer X has 0 steps");
        assertThatThrownBy(() -> new RasterChart(0, List.of(new Panel("X", TWO_NEURONS))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dt is 0.0");
    }

    private XYPlot panel(int number) {
        return panel(stack, number);
    }

    private static XYPlot panel(CombinedDomainXYPlot stack, int number) {
        return stack.getSubplots().get(number);
    }

    private static CombinedDomainXYPlot stack(RasterChart raster) {
        return (CombinedDomainXYPlot) raster.chart("Spikes").getXYPlot();
    }

    private static List<Spike> spikes(XYPlot panel) {
        XYDataset marks = panel.getDataset();
        List<Spike> spikes = new ArrayList<>();
        for (int item = 0; item < marks.getItemCount(0); item++) {
            spikes.add(new Spike(marks.getXValue(0, item), marks.getYValue(0, item)));
        }
        return spikes;
    }

    private static SpikeTrain silence(int neurons) {
        return silence(4, neurons);
    }

    private static SpikeTrain silence(int steps, int neurons) {
        return SpikeTrain.ofEvents(Shape.of(neurons), steps, new long[0], 0);
    }

    private static ByteArray bytes(Shape shape, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return ByteArray.of(shape, bytes);
    }
}
