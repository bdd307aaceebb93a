package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {
    private final JFreeChart chart = new AccuracyCurve(
                    List.of(new AccuracyCurve.Line("all activity", List.of(new AccuracyCurve.Point(100, 0.5)))),
                    List.of())
            .chart("Accuracy");

    @Test
    void pictureHoldsTwoPixelsForEachCssPixel() throws IOException {
        PngImage picture = Charts.png(chart, 301, 200);
        BufferedImage image = Pictures.decode(picture);

        assertThat(picture.width()).isEqualTo(301);
        assertThat(picture.height()).isEqualTo(200);
        assertThat(image.getWidth()).isEqualTo(602);
        assertThat(image.getHeight()).isEqualTo(400);
    }

    @Test
    void pictureIsWhiteAtItsEdgeAndNotBlank() throws IOException {
        BufferedImage image = Pictures.decode(Charts.png(chart, 300, 200));

        assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
        assertThat(Pictures.colours(image)).isGreaterThan(10);
    }

    @Test
    void sameChartGivesTheSameBytes() {
        assertThat(Charts.png(chart, 300, 200).bytes())
                .isEqualTo(Charts.png(chart, 300, 200).bytes());
    }

    @Test
    void bytesAreACopy() {
        PngImage picture = Charts.png(chart, 300, 200);
        picture.bytes()[0] = 0;

        assertThat(picture.bytes()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void writtenFileIsThePicture(@TempDir Path folder) throws IOException {
        PngImage picture = Charts.png(chart, 300, 200);
        picture.write(folder.resolve("chart.png"));

        assertThat(folder.resolve("chart.png")).hasBinaryContent(picture.bytes());
    }

    @Test
    void sidesThatNoPictureCanHaveAreRejected() {
        assertThatThrownBy(() -> Charts.png(chart, 0, 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("width 0 must be from 1 to 8192");
        assertThatThrownBy(() -> Charts.png(chart, 200, 8_193))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("height 8193");
    }

    @Test
    void themeOfOtherChartsInTheProgramStaysAsItWas() {
        ChartTheme untouched = new StandardChartTheme("JFree");
        Charts.png(chart, 300, 200);

        assertThat(ChartFactory.getChartTheme()).isEqualTo(untouched);
    }
}
