package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.spikes.Current;

/** Oracle: the potentials that went in, read back out of the plot, and found in the picture. */
class VoltageChartTest {
    /** Three steps of two neurons. */
    private final VoltageChart chart = new VoltageChart(0.5, array(Shape.of(3, 2), -65, -60, -64, -55, -63, -62));

    @Test
    void linesHoldThePotentialsOfTheChosenNeurons() {
        XYDataset lines = chart.lines("Two", 1, 0).getXYPlot().getDataset();

        assertThat(lines.getSeriesCount()).isEqualTo(2);
        assertThat((Object) lines.getSeriesKey(0)).isEqualTo("neuron 1");
        assertThat(times(lines, 0)).containsExactly(0.0, 0.5, 1.0);
        assertThat(potentials(lines, 0)).containsExactly(-60.0, -55.0, -62.0);
        assertThat(potentials(lines, 1)).containsExactly(-65.0, -64.0, -63.0);
    }

    @Test
    void thresholdIsADashedLevelThatTheAxisReaches() {
        XYPlot plot = chart.withThreshold(-52).lines("Two", 0).getXYPlot();
        Collection<?> markers = plot.getRangeMarkers(Layer.FOREGROUND);

        assertThat(markers).singleElement().isInstanceOfSatisfying(ValueMarker.class, marker -> {
            assertThat(marker.getValue()).isEqualTo(-52);
            assertThat(marker.getStroke()).isEqualTo(ChartTheme.DASHES);
        });
        assertThat(plot.getRangeAxis().getUpperBound()).isGreaterThan(-52);
        assertThat(plot.getRangeAxis().getLowerBound()).isLessThan(-65);
        assertThat(chart.lines("Two", 0).getXYPlot().getRangeMarkers(Layer.FOREGROUND))
                .isNull();
    }

    @Test
    void thresholdsThatDifferAreDashedLinesInTheirNeuronsColours() {
        FloatArray levels = array(Shape.of(3, 2), -52, -40, -51, -41, -50, -42);
        XYPlot plot = chart.withThresholds(levels).lines("Two", 1).getXYPlot();

        assertThat(potentials(plot.getDataset(1), 0)).containsExactly(-40.0, -41.0, -42.0);
        assertThat(plot.getRenderer(1).getSeriesPaint(0))
                .isEqualTo(plot.getRenderer(0).getSeriesPaint(0));
        assertThat(plot.getRenderer(1).getSeriesStroke(0)).isEqualTo(ChartTheme.DASHES);
        assertThat(plot.getRangeAxis().getUpperBound()).isGreaterThan(-40);
        assertThat(texts(plot.getLegendItems())).containsExactly("neuron 1", "thresholds");
    }

    /** Potentials from -65 to -55, of which two are not below -60. */
    @Test
    void heatMapsScaleEndsAtTheThresholdAndWhatFiresIsBlue() {
        VoltageChart withThreshold = chart.withThreshold(-60);
        BufferedImage image = image(withThreshold);
        PaintScaleLegend legend =
                (PaintScaleLegend) withThreshold.heatMap("All").getSubtitle(1);

        assertThat(legend.getScale().getUpperBound()).isEqualTo(-60);
        assertThat(new Color(image.getRGB(0, 0))).isEqualTo(ChartTheme.series(0));
        assertThat(new Color(image.getRGB(1, 0))).isEqualTo(ChartTheme.series(0));
        assertThat(new Color(image.getRGB(2, 0)))
                .isEqualTo(ColourScale.between(-65, -60).colour(-62));
        assertThat(((TextTitle) withThreshold.heatMap("All").getSubtitle(0)).getText())
                .isEqualTo("The scale ends at the threshold; blue: at or above it.");
    }

    @Test
    void heatMapOfThresholdsThatDifferShowsDistances() {
        FloatArray levels = array(Shape.of(3, 2), -50, -40, -50, -40, -50, -40);
        BufferedImage image = image(chart.withThresholds(levels));
        ColourScale scale = ColourScale.between(-22, 0);

        assertThat(new Color(image.getRGB(0, 0))).isEqualTo(scale.colour(-20));
        assertThat(new Color(image.getRGB(0, 1))).isEqualTo(scale.colour(-15));
    }

    @Test
    void legendNamesTheNeuronsAndTheThreshold() {
        XYPlot plot = chart.withThreshold(-52).lines("Two", 1, 0).getXYPlot();

        assertThat(texts(plot.getLegendItems())).containsExactly("neuron 1", "neuron 0", "threshold (-52 mV)");
        assertThat(plot.getLegendItems().get(0).getLinePaint()).isEqualTo(ChartTheme.series(0));
        assertThat(plot.getRenderer().getSeriesPaint(0)).isEqualTo(ChartTheme.series(0));
    }

    @Test
    void neuronsThatNeverMoveHaveALineToo() throws IOException {
        VoltageChart still = new VoltageChart(1, array(Shape.of(2, 1), -65, -65));
        BufferedImage picture = Pictures.decode(Charts.png(still.lines("Still", 0), 300, 200));

        assertThat(colours(picture)).contains(ChartTheme.series(0).getRGB());
        assertThat(Charts.png(still.heatMap("Still"), 300, 200).width()).isEqualTo(300);
    }

    @Test
    void pixelOfTheHeatMapIsOnePotential() {
        BufferedImage image = image(chart);
        ColourScale scale = ColourScale.between(-65, -55);

        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(2);
        for (int step = 0; step < 3; step++) {
            for (int neuron = 0; neuron < 2; neuron++) {
                assertThat(new Color(image.getRGB(step, 1 - neuron)))
                        .isEqualTo(scale.colour(chart.voltages().get(step * 2 + neuron)));
            }
        }
    }

    @Test
    void heatMapCoversAllStepsAndNeurons() throws IOException {
        XYPlot plot = chart.heatMap("All").getXYPlot();
        BufferedImage picture = Pictures.decode(Charts.png(chart.heatMap("All"), 400, 300));

        assertThat(plot.getDomainAxis().getRange().getUpperBound()).isEqualTo(1.5);
        assertThat(plot.getRangeAxis().getLowerBound()).isEqualTo(-0.5);
        assertThat(plot.getRangeAxis().getUpperBound()).isEqualTo(1.5);
        for (float voltage : chart.voltages().values()) {
            assertThat(colours(picture))
                    .contains(ColourScale.between(-65, -55).colour(voltage).getRGB());
        }
    }

    /** 999 potentials from -64.95 to -15.05 and one of -1,000. */
    @Test
    void potentialFarBelowTheOthersLeavesThemTheirColours() {
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = -65 + 0.05f * i;
        }
        values[0] = -1000;
        VoltageChart outlier = new VoltageChart(1, array(Shape.of(100, 10), values));
        PaintScaleLegend legend = (PaintScaleLegend) outlier.heatMap("All").getSubtitle(0);

        assertThat(legend.getScale().getLowerBound()).isEqualTo(values[10]);
        assertThat(legend.getScale().getUpperBound()).isEqualTo(values[999]);
        assertThat(new Color(image(outlier).getRGB(0, 9))).isEqualTo(Color.WHITE);
    }

    @Test
    void recordingShowsOneSample() {
        Network network = Network.builder()
                .layer("Y", new IF(100, 0, 0, Double.NEGATIVE_INFINITY), 2)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Recording voltage = simulation.record("Y", Variable.VOLTAGE);
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Map.of("Y", new Current(array(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8))), 2);

            assertThat(VoltageChart.of(1, voltage, 0).voltages()).isEqualTo(array(Shape.of(2, 2), 1, 2, 6, 8));
            assertThat(VoltageChart.of(1, voltage, 1).voltages()).isEqualTo(array(Shape.of(2, 2), 3, 4, 10, 12));
            assertThatThrownBy(() -> VoltageChart.of(1, voltage, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> VoltageChart.of(1, spikes, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a recording of s of layer Y");
        }
    }

    @Test
    void neuronsThatCannotBeDrawnAreNamed() {
        assertRefused("there is no neuron 2; there are neurons 0 to 1", 0, 2);
        assertRefused("there is no neuron -1", -1);
        assertRefused("neuron 1 was chosen twice", 1, 0, 1);
        assertRefused("0 neurons were chosen");
        assertRefused("7 neurons were chosen; from 1 to 6", 0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void potentialsThatCannotBeDrawnAreNamed() {
        FloatArray nan = array(Shape.of(2, 2), 0, 0, Float.NaN, 0);
        assertThatThrownBy(() -> new VoltageChart(1, nan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the voltage of neuron 0 in step 1 is NaN");
        assertThatThrownBy(() -> new VoltageChart(1, array(Shape.of(2), 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[steps, neurons]");
        assertThatThrownBy(() -> chart.withThreshold(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertRefused(String problem, int... neurons) {
        assertThatThrownBy(() -> chart.lines("None", neurons))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    private static BufferedImage image(VoltageChart chart) {
        List<?> annotations = chart.heatMap("All").getXYPlot().getAnnotations();
        return (BufferedImage) ((XYDataImageAnnotation) annotations.get(0)).getImage();
    }

    private static int[] colours(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static List<String> texts(LegendItemCollection legend) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < legend.getItemCount(); i++) {
            texts.add(legend.get(i).getLabel());
        }
        return texts;
    }

    private static List<Double> times(XYDataset lines, int series) {
        List<Double> times = new ArrayList<>();
        for (int item = 0; item < lines.getItemCount(series); item++) {
            times.add(lines.getXValue(series, item));
        }
        return times;
    }

    private static List<Double> potentials(XYDataset lines, int series) {
        List<Double> potentials = new ArrayList<>();
        for (int item = 0; item < lines.getItemCount(series); item++) {
            potentials.add(lines.getYValue(series, item));
        }
        return potentials;
    }

    private static FloatArray array(Shape shape, float... values) {
        return FloatArray.of(shape, values);
    }
}
