package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Oracle: sequences counted by hand, and by comparing every pair of places. */
class NGramReadoutTest {
    private static NGramReadout readout() {
        return NGramReadout.builder(2, 4, 3)
                .add(new int[] {0, 1, 2}, 0)
                .add(new int[] {0, 1, 0, 1}, 1)
                .add(new int[] {3}, 2)
                .build();
    }

    @Test
    void scoreIsHowOftenTheSequencesWereSeen() {
        assertThat(readout().sequences()).isEqualTo(3);
        assertThat(readout().scores(0, 1)).containsExactly(1, 2, 0);
        assertThat(readout().scores(0, 1, 2)).containsExactly(2, 2, 0);
        assertThat(readout().scores(0, 1, 0, 1)).containsExactly(2, 5, 0);
        assertThat(readout().scores(2, 1, 0)).containsExactly(0, 1, 0);
    }

    @Test
    void highestScoreWinsAndTiesGoToTheLowerClass() {
        assertThat(readout().predict(0, 1)).isEqualTo(1);
        assertThat(readout().predict(0, 1, 2)).isZero();
    }

    @Test
    void sampleOfUnknownOrTooFewSpikesIsAnAbstention() {
        assertThat(readout().predict()).isEqualTo(Vote.ABSTENTION);
        assertThat(readout().predict(3)).isEqualTo(Vote.ABSTENTION);
        assertThat(readout().predict(2, 2)).isEqualTo(Vote.ABSTENTION);
    }

    @Test
    void laterSamplesDoNotChangeWhatWasBuilt() {
        NGramReadout.Builder builder = NGramReadout.builder(1, 2, 2);
        int[] order = {0};
        NGramReadout built = builder.add(order, 0).build();
        order[0] = 1;
        builder.add(new int[] {0}, 0);
        assertThat(built.scores(0)).containsExactly(1, 0);
        assertThat(built.scores(1)).containsExactly(0, 0);
    }

    @Test
    void misfitsAreNamed() {
        assertThatThrownBy(() -> NGramReadout.builder(0, 2, 2)).hasMessageContaining("have 0 spikes");
        assertThatThrownBy(() -> readout().scores(0, 4)).hasMessage("spike 1 is of neuron 4; it must be from 0 to 3");
        assertThatThrownBy(() -> NGramReadout.builder(1, 2, 2).add(new int[] {-1}, 0))
                .hasMessageContaining("neuron -1");
        assertThatThrownBy(() -> NGramReadout.builder(1, 2, 2).add(new int[] {0}, 2))
                .hasMessageContaining("the label is 2");
    }

    @Property
    void scoresAreThoseOfComparingEveryPairOfPlaces(
            @ForAll @Size(max = 12) List<@Size(max = 15) List<@IntRange(max = 2) Integer>> orders,
            @ForAll @Size(max = 15) List<@IntRange(max = 2) Integer> shown,
            @ForAll @IntRange(min = 1, max = 4) int length) {
        NGramReadout.Builder builder = NGramReadout.builder(length, 3, 4);
        long[] expected = new long[4];
        for (int s = 0; s < orders.size(); s++) {
            builder.add(array(orders.get(s)), s % 4);
            for (int i = 0; i + length <= shown.size(); i++) {
                for (int j = 0; j + length <= orders.get(s).size(); j++) {
                    boolean same =
                            shown.subList(i, i + length).equals(orders.get(s).subList(j, j + length));
                    expected[s % 4] += same ? 1 : 0;
                }
            }
        }
        NGramReadout readout = builder.build();
        assertThat(readout.scores(array(shown))).containsExactly(expected);
        int predicted = readout.predict(array(shown));
        long highest = Arrays.stream(expected).max().orElseThrow();
        assertThat(predicted == Vote.ABSTENTION ? 0 : expected[predicted]).isEqualTo(highest);
    }

    private static int[] array(List<Integer> order) {
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
