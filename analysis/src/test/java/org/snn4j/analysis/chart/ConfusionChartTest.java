package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYZDataset;
import org.junit.jupiter.api.Test;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.Vote;

class ConfusionChartTest {
    /** Row 0: 3, 1, no answer 0; row 1: 0, 6, no answer 2. */
    private final ConfusionMatrix matrix = matrix(new int[][] {{3, 1, 0}, {0, 6, 2}});

    private final JFreeChart chart = new ConfusionChart(matrix).chart("Confusion");

    @Test
    void everyCellShowsItsCountAndItsShareOfTheRow() {
        assertThat(cells())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "true 0, column 0", "3 at 0.75",
                        "true 0, column 1", "1 at 0.25",
                        "true 0, column 2", "0 at 0.0",
                        "true 1, column 0", "0 at 0.0",
                        "true 1, column 1", "6 at 0.75",
                        "true 1, column 2", "2 at 0.25"));
    }

    @Test
    void rightAnswersAndOthersAreDatasetsOfTheirOwn() {
        assertThat(items(0)).isEqualTo(2);
        assertThat(items(1)).isEqualTo(4);
    }

    @Test
    void trueClassZeroStandsAtTheTopAndNoAnswerInTheLastColumn() {
        SymbolAxis actual = (SymbolAxis) chart.getXYPlot().getRangeAxis();
        SymbolAxis predicted = (SymbolAxis) chart.getXYPlot().getDomainAxis();

        assertThat(actual.isInverted()).isTrue();
        assertThat(actual.getSymbols()).containsExactly("0", "1");
        assertThat(predicted.isInverted()).isFalse();
        assertThat(predicted.getSymbols()).containsExactly("0", "1", "none");
    }

    @Test
    void classWithoutSamplesHasSharesOfZero() {
        JFreeChart empty = new ConfusionChart(ConfusionMatrix.builder(3).build()).chart("Empty");
        XYZDataset right = (XYZDataset) empty.getXYPlot().getDataset(0);

        assertThat(right.getItemCount(1)).isEqualTo(3);
        assertThat(right.getZValue(1, 0)).isZero();
    }

    @Test
    void pictureHasBlueAndOrangeCells() throws IOException {
        BufferedImage image = Pictures.decode(Charts.png(chart, 400, 400));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());

        assertThat(pixels)
                .contains(ColourScale.lightBlue(1).colour(0.75).getRGB())
                .contains(ColourScale.lightOrange(0.25).colour(0.25).getRGB());
    }

    private int items(int dataset) {
        XYZDataset cells = (XYZDataset) chart.getXYPlot().getDataset(dataset);
        return cells.getItemCount(0) + cells.getItemCount(1);
    }

    private Map<String, String> cells() {
        XYPlot plot = chart.getXYPlot();
        Map<String, String> cells = new TreeMap<>();
        for (int number = 0; number < plot.getDatasetCount(); number++) {
            XYZDataset dataset = (XYZDataset) plot.getDataset(number);
            for (int series = 0; series < dataset.getSeriesCount(); series++) {
                for (int item = 0; item < dataset.getItemCount(series); item++) {
                    String label = plot.getRenderer(number)
                            .getItemLabelGenerator(series, item)
                            .generateLabel(dataset, series, item);
                    cells.put(
                            "true " + dataset.getY(series, item).intValue() + ", column "
                                    + dataset.getX(series, item).intValue(),
                            label + " at " + dataset.getZValue(series, item));
                }
            }
        }
        return cells;
    }

    /** @param counts one row for each class, one column for each prediction, the last for none */
    private static ConfusionMatrix matrix(int[][] counts) {
        ConfusionMatrix.Builder builder = ConfusionMatrix.builder(counts.length);
        for (int label = 0; label < counts.length; label++) {
            for (int column = 0; column <= counts.length; column++) {
                for (int i = 0; i < counts[label][column]; i++) {
                    builder.add(label, column == counts.length ? Vote.ABSTENTION : column);
                }
            }
        }
        return builder.build();
    }
}
