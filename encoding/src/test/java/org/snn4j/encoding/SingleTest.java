package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the quantile of Commons Statistics, type 7 of Hyndman and Fan; and what can be counted by hand. */
class SingleTest {
    private static final Window WINDOW = new Window(10, 1);

    private static SpikeTrain spikes(double sparsity, float... values) {
        return new Single(sparsity).encoder(WINDOW, 1).encode(values, 0);
    }

    @Property
    void firesInTheFirstStepWhereTheValueIsAboveTheQuantile(
            @ForAll @Size(min = 1, max = 40) List<@FloatRange(max = 3) Float> brightnesses,
            @ForAll @DoubleRange(max = 1) double sparsity) {
        double[] doubles = brightnesses.stream().mapToDouble(Float::doubleValue).toArray();
        float[] values = new float[doubles.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) doubles[i];
        }
        double quantile = Quantile.withDefaults().with(EstimationMethod.HF7).evaluate(doubles, 1 - sparsity);
        SpikeTrain train = spikes(sparsity, values);
        assertThat(train.count()).isEqualTo(train.count(0));
        for (int input = 0; input < values.length; input++) {
            if (Math.abs(values[input] - quantile) > 1e-8 * values[input]) {
                assertThat(fires(train, input)).isEqualTo(values[input] > quantile);
            }
        }
    }

    private static boolean fires(SpikeTrain train, int input) {
        for (int k = 0; k < train.count(0); k++) {
            if (train.neuron(0, k) == input) {
                return true;
            }
        }
        return false;
    }

    /** Of 11 different values; 1 - 0.9 is less than 0.1 to a computer, and must not let a further one fire. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.1, 1", "0.3, 3", "0.5, 5", "0.7, 7", "0.9, 9", "1, 10", "0.55, 6", "0.95, 10"})
    void atMostAboutTheShareFires(double sparsity, int fired) {
        float[] values = new float[11];
        for (int i = 0; i < values.length; i++) {
            values[i] = (7 * i % 11) / 10f;
        }
        assertThat(spikes(sparsity, values).count()).isEqualTo(fired);
    }

    /** As a digit is, of which more than half is black. */
    @Test
    void allInkFiresWhereTheQuantileIsBlack() {
        SpikeTrain train = spikes(0.5, 0, 0, 0.1f, 0, 1, 0);
        assertThat(train.count(0)).isEqualTo(2);
        assertThat(train.neuron(0, 0)).isEqualTo(2);
        assertThat(train.neuron(0, 1)).isEqualTo(4);
    }

    @Test
    void equalValuesAreSilentTogether() {
        assertThat(spikes(0.5, 0.7f, 0.7f, 0.7f).count()).isZero();
        assertThat(spikes(0.5, 0.2f, 0.7f, 0.7f, 0.7f).count()).isZero();
        assertThat(spikes(0.5, 0.2f).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void sparsityThatIsNoShareIsRefused(double sparsity) {
        assertThatThrownBy(() -> new Single(sparsity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sparsity is " + sparsity);
    }
}
