package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every value here: equal by content, readable, and refused where it does not fit. Oracle: by hand. */
class ValuesTest {
    private static final float[] RATES = {1, 2, 3, 4, 0, 6};

    private static Stream<Arguments> valuesAndOthers() {
        return Stream.of(
                Arguments.of(
                        assignment(RATES), assignment(RATES), assignment(1, 2, 3, 4, 0, 5), "2 neurons and 3 classes"),
                Arguments.of(confusion(2), confusion(2), confusion(1), "3 classes"),
                Arguments.of(responses(4), responses(4), responses(5), ""),
                Arguments.of(
                        responses(4), responses(4), ClassResponses.of(1, new long[] {1, 4}, new long[] {1, 3}), ""));
    }

    @ParameterizedTest
    @MethodSource("valuesAndOthers")
    void valuesAreEqualByWhatTheyHold(Object value, Object same, Object other, String text) {
        assertThat(value).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
        assertThat(value.hashCode()).isNotEqualTo(other.hashCode());
        assertThat(value.toString()).contains(text);
    }

    @Test
    void ratesAreThoseOfTheirNeuronAndClass() {
        assertThat(assignment(RATES).rate(0, 2)).isEqualTo(3);
        assertThat(assignment(RATES).rate(1, 0)).isEqualTo(4);
        assertThat(assignment(RATES).rate(1, 2)).isEqualTo(6);
    }

    @Test
    void abstentionsAreCountedForTheirClass() {
        ConfusionMatrix matrix = confusion(2);
        assertThat(matrix.classes()).isEqualTo(3);
        assertThat(List.of(matrix.abstentions(0), matrix.abstentions(1), matrix.abstentions(2)))
                .containsExactly(0L, 0L, 2L);
        assertThat(matrix.count(2, 1)).isEqualTo(1);
    }

    @Test
    void intervalMayBeOneNumber() {
        assertThat(new Interval(1, 1).contains(1)).isTrue();
        refused(() -> new Interval(1.5, 1), "low must be at most high");
    }

    @Test
    void populationHasAsManyPairsAsAnIntCanCount() {
        assertThat(new Population(Integer.MAX_VALUE, 1).pairs()).isEqualTo(Integer.MAX_VALUE);
        refused(() -> new Population(Integer.MAX_VALUE, 2), "their product an int");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        refused(() -> confusion(1).count(3, 0), "3");
        refused(() -> confusion(1).count(0, -1), "-1");
        refused(() -> confusion(1).abstentions(3), "3");
        refused(() -> ConfusionMatrix.builder(3).add(3, 0), "3");
        refused(() -> ConfusionMatrix.builder(3).add(0, 3), "3");
        refused(
                () -> assignment(1, 2, 3, 4, 5, Float.POSITIVE_INFINITY),
                "the rate of neuron 1 to class 2 is Infinity");
        refused(() -> ClassResponses.of(2, new long[3], new long[2]), "3 sums of spikes were given");
        refused(() -> new PlaceVote(1).scores(assignment(RATES), 1, 2, 3), "3 spike counts were given");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    private static LabelAssignment assignment(float... rates) {
        return LabelAssignment.ofRates(rates, 2, 3);
    }

    /** @param abstentions of class 2, beside one that was taken for class 1 */
    private static ConfusionMatrix confusion(int abstentions) {
        ConfusionMatrix.Builder builder = ConfusionMatrix.builder(3).add(2, 1);
        for (int i = 0; i < abstentions; i++) {
            builder.add(2, Vote.ABSTENTION);
        }
        return builder.build();
    }

    private static ClassResponses responses(long last) {
        return ClassResponses.of(1, new long[] {1, last}, new long[] {1, 2});
    }
}
