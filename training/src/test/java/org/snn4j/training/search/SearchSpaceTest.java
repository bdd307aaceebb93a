package org.snn4j.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.training.search.Variation.Choices;
import org.snn4j.training.search.Variation.Range;

/** Oracle: counting, and the quantiles of the distributions. */
class SearchSpaceTest {
    private static final SearchSpace GRID =
            space(Map.entry("a", new Choices(List.of("1", "2"))), Map.entry("b", new Choices(List.of("x", "y", "z"))));

    @Test
    void gridIsEveryCombinationOnceTheLastSettingFastest() {
        assertThat(GRID.combinations())
                .extracting(combination -> combination.get("a") + combination.get("b"))
                .containsExactly("1x", "1y", "1z", "2x", "2y", "2z");
    }

    @Test
    void drawnCombinationsDifferAndMoreBeginWithTheSame() {
        SearchSpace space = space(Map.entry("a", new Range(1e-3, 1e-1, false)));
        List<Map<String, String>> more = space.drawn(30, 5);
        assertThat(more).hasSize(30).doesNotHaveDuplicates();
        assertThat(space.drawn(10, 5)).isEqualTo(more.subList(0, 10));
        assertThat(space.drawn(10, 6)).isNotEqualTo(more.subList(0, 10));
    }

    @Test
    void noMoreAreDrawnThanThereAre() {
        assertThat(GRID.drawn(50, 1)).containsExactlyInAnyOrderElementsOf(GRID.combinations());
    }

    @Test
    void rangeAboveZeroIsUniformInItsLogarithm() {
        Range range = new Range(1e-3, 1e-1, false);
        assertThat(range.at(0)).isEqualTo("0.001");
        assertThat(range.at(0.5)).isEqualTo("0.01");
        assertThat(Double.parseDouble(range.at(0.25))).isCloseTo(1e-3 * Math.sqrt(10), within(5e-6));
        assertThat(new Range(-1, 3, false).at(0.5)).isEqualTo("1");
        assertThat(new Range(1e6, 1e7, false).at(0.5)).isEqualTo("3160000");
    }

    /** Rounding does not lead out of a range. */
    @Test
    void roundedValueIsWithinTheRange() {
        assertThat(new Range(0.12346, 0.12347, false).at(0.999)).isEqualTo("0.12346");
    }

    /** From 0.5 to 3.5 the logarithm grows by ln 3 up to 1.5, by ln 5/3 up to 2.5 and by ln 7/5 up to 3.5. */
    @Test
    void wholeRangeHasItsEndsAndAllBetween() {
        Range range = new Range(1, 3, true);
        List<String> values = DoubleStream.iterate(0, share -> share < 1, share -> share + 1e-3)
                .mapToObj(range::at)
                .toList();
        assertThat(values).containsOnly("1", "2", "3");
        assertThat(Collections.frequency(values, "1") / 1000.0).isCloseTo(Math.log(3) / Math.log(7), within(2e-3));
        assertThat(Collections.frequency(values, "3") / 1000.0).isCloseTo(Math.log(1.4) / Math.log(7), within(2e-3));
    }

    @Test
    void choicesAreEquallyLikely() {
        Choices choices = new Choices(List.of("a", "b", "c"));
        List<String> values =
                IntStream.range(0, 300).mapToObj(i -> choices.at(i / 300.0)).toList();
        assertThat(values.stream().distinct()).allMatch(value -> Collections.frequency(values, value) == 100);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Range(2, 1, false)).hasMessageContaining("from 2.0 to 1.0");
        assertThatThrownBy(() -> new Range(0, Double.NaN, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Choices(List.of())).isInstanceOf(IllegalArgumentException.class);
        List<String> many = IntStream.range(0, 400).mapToObj(String::valueOf).toList();
        assertThatThrownBy(() -> space(Map.entry("a", new Choices(many)), Map.entry("b", new Choices(many)))
                        .combinations())
                .hasMessageContaining("more than 100000");
        assertThatThrownBy(() -> space(Map.entry("a", new Range(1, 2, false))).combinations())
                .isInstanceOf(IllegalStateException.class);
    }

    @SafeVarargs
    private static SearchSpace space(Map.Entry<String, Variation>... settings) {
        Map<String, Variation> variations = new LinkedHashMap<>();
        for (Map.Entry<String, Variation> setting : settings) {
            variations.put(setting.getKey(), setting.getValue());
        }
        return new SearchSpace(variations);
    }
}
