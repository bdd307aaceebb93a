package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItemCollection;
import org.junit.jupiter.api.Test;
import org.snn4j.evaluation.LabelAssignment;

/** Oracle: classes chosen by hand, whose colours are looked for at the places of their neurons in the picture. */
class ClassMapTest {
    private static final List<String> NAMES = List.of("0", "1", "2");
    /** Two rows of three. */
    private final ClassMap map = new ClassMap(NAMES, List.of(0, 2, 1, -1, 2));

    @Test
    void cellHasTheColourOfItsNeuronsClass() throws IOException {
        Picture picture = map.picture("Classes");
        BufferedImage image = Pictures.decode(picture.png());
        Rectangle2D area = Charts.dataArea(map.chart("Classes"), picture.width(), picture.height());

        for (int neuron = 0; neuron < 5; neuron++) {
            assertThat(colour(image, area, neuron % 3, neuron / 3))
                    .as("neuron " + neuron)
                    .isEqualTo(map.colour(map.assignments().get(neuron)));
        }
        assertThat(colour(image, area, 2, 1)).isEqualTo(ChartTheme.PAPER);
    }

    /** Near the corner of the cell, where no letter is. */
    private static Color colour(BufferedImage image, Rectangle2D area, int column, int row) {
        double x = area.getX() + (column + 0.12) * area.getWidth() / 3;
        double y = area.getY() + (row + 0.12) * area.getHeight() / 2;
        return new Color(image.getRGB((int) (x * Charts.DENSITY), (int) (y * Charts.DENSITY)));
    }

    @Test
    void cellsAreSquare() {
        Picture picture = map.picture("Classes");
        Rectangle2D area = Charts.dataArea(map.chart("Classes"), picture.width(), picture.height());

        assertThat(area.getHeight() / 2).isBetween(56.0, 58.0);
    }

    @Test
    void legendCountsTheNeuronsOfEachClass() {
        LegendItemCollection legend = map.chart("Classes").getXYPlot().getLegendItems();

        assertThat(IntStream.range(0, legend.getItemCount())
                        .mapToObj(i -> legend.get(i).getLabel()))
                .containsExactly("0 (1)", "1 (1)", "2 (2)", "none (1)");
        assertThat(legend.get(1).getFillPaint()).isEqualTo(map.colour(1));
    }

    @Test
    void legendLeavesOutNoneWhereEveryNeuronHasAClass() {
        ClassMap all = new ClassMap(NAMES, List.of(0, 1));

        assertThat(all.chart("Classes").getXYPlot().getLegendItems().getItemCount())
                .isEqualTo(3);
    }

    /** Neuron 0 fires for class 1, neuron 1 never. */
    @Test
    void assignmentIsShown() {
        LabelAssignment assignment = LabelAssignment.ofRates(new float[] {0, 3, 0, 0}, 2, 2);

        assertThat(ClassMap.of(assignment)).isEqualTo(new ClassMap(List.of("0", "1"), List.of(1, -1)));
    }

    @Test
    void coloursOfManyClassesAreAllDifferent() {
        for (int classes : List.of(2, 10, 26, 47)) {
            ClassMap many = new ClassMap(Collections.nCopies(classes, "x"), List.of(-1));
            assertThat(IntStream.range(-1, classes).mapToObj(many::colour)).doesNotHaveDuplicates();
        }
    }

    @Test
    void sixtyFourHundredNeuronsFitAPicture() {
        Picture picture = new ClassMap(NAMES, Collections.nCopies(6_400, 1)).picture("Classes");

        assertThat(picture.width()).isBetween(500, 700);
    }

    @Test
    void classThatThereIsNotIsNamed() {
        assertThatThrownBy(() -> new ClassMap(NAMES, List.of(0, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("neuron 1 has class 3; from 0 to 2, or -1 for none, would be right");
        assertThatThrownBy(() -> new ClassMap(NAMES, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no neurons");
    }
}
