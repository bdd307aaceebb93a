package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Oracle: shares by hand, and confidence weighting where there is one place. */
class PlaceVoteTest {
    /** Two filters at two places: neurons 0 and 2 at the first, 1 and 3 at the second. */
    private static final LabelAssignment ASSIGNMENT =
            LabelAssignment.ofRates(new float[] {3, 1, 0, 2, 1, 1, 4, 0}, 4, 2);

    /** First place: 4 · (3/4, 1/4) + 2 · (1/2, 1/2) of 6; second: 1 · (0, 1). */
    @Test
    void placesSplitOneVoteEachHoweverOftenTheirNeuronsFire() {
        double[] scores = new PlaceVote(2).scores(ASSIGNMENT, 4, 1, 2, 0);
        assertThat(scores).containsExactly(new double[] {4 / 6.0, 1 + 2 / 6.0}, within(1e-12));
        assertThat(new PlaceVote(2).predict(ASSIGNMENT, 4, 1, 2, 0)).isEqualTo(1);
        assertThat(Vote.CONFIDENCE_WEIGHTING.predict(ASSIGNMENT, 4, 1, 2, 0)).isZero();
    }

    @Property
    void onePlaceVotesAsConfidenceWeightingDoes(@ForAll @Size(4) List<@IntRange(min = 0, max = 9) Integer> fired) {
        int[] counts = fired.stream().mapToInt(Integer::intValue).toArray();
        assertThat(new PlaceVote(1).predict(ASSIGNMENT, counts))
                .isEqualTo(Vote.CONFIDENCE_WEIGHTING.predict(ASSIGNMENT, counts));
    }

    @Property
    void scoresSumToThePlacesThatVote(@ForAll @Size(4) List<@IntRange(min = 0, max = 9) Integer> fired) {
        int[] counts = fired.stream().mapToInt(Integer::intValue).toArray();
        double[] scores = new PlaceVote(2).scores(ASSIGNMENT, counts);
        int voting = (counts[0] + counts[2] > 0 ? 1 : 0) + (counts[1] + counts[3] > 0 ? 1 : 0);
        assertThat(scores[0] + scores[1]).isCloseTo(voting, within(1e-12));
    }

    @Test
    void silenceIsAnAbstention() {
        assertThat(new PlaceVote(2).predict(ASSIGNMENT, 0, 0, 0, 0)).isEqualTo(Vote.ABSTENTION);
    }

    @Test
    void neuronsThatDoNotDivideIntoPlacesAreRefused() {
        assertThatThrownBy(() -> new PlaceVote(3).scores(ASSIGNMENT, 1, 2, 3, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 neurons are not as many at each of 3 places");
        assertThatThrownBy(() -> new PlaceVote(0)).hasMessageContaining("there are 0 places");
    }
}
