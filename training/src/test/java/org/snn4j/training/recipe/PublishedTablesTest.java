package org.snn4j.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedTablesTest {
    static List<PublishedTable> tables() {
        return PublishedTables.all();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everySizeHasOneRecipeAndEveryFigureASize(PublishedTable table) {
        List<Integer> sizes = table.recipes().stream()
                .map(recipe -> recipe.plan().model().neurons())
                .toList();
        assertThat(sizes).doesNotHaveDuplicates().isSorted();
        assertThat(table.rows()).isNotEmpty();
        table.rows().forEach(row -> assertThat(sizes).containsAll(row.figures().keySet()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void figuresArePerCentsAndTheirTextHasThem(PublishedTable table) {
        table.rows().stream().flatMap(row -> row.figures().values().stream()).forEach(figure -> {
            assertThat(figure.percent()).isBetween(50.0, 100.0);
            assertThat(figure.text()).contains(String.valueOf(figure.percent()).replaceFirst("\\.0$", ""));
        });
    }

    /** Oracle: of the published figures 81.3 and 82.9 of single means, and 82 of a range, the highest. */
    @Test
    void highestFigureOfASizeIsKnown() {
        PublishedTable table = PublishedTables.named("diehl-cook-2015");
        assertThat(table.highest(100)).hasValue(82.9);
        assertThat(table.highest(400)).hasValue(89.2);
        assertThat(table.highest(6400)).hasValue(95.2);
        assertThat(table.highest(900)).isEmpty();
    }

    @Test
    void unknownNameIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> PublishedTables.named("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no table x; the tables are diehl-cook-2015, upright, hold-back, hao-2020, lattice-map");
    }
}
