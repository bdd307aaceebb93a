package org.snn4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Weights;

/** Oracle: the formula of Hazan et al. 2018, by hand for a grid of 2 by 3. */
class IncreasingInhibitionTest {
    private static final int NEURONS = 6;

    @Test
    void inhibitionGrowsWithTheSquareRootOfTheDistance() {
        FloatArray weights = inhibition(model(1, 1, 1), 0);
        double[] fromTheFirst = {0, 1, Math.pow(2, 0.5), 1, Math.pow(2, 0.25), Math.pow(5, 0.25)};
        for (int target = 0; target < NEURONS; target++) {
            assertThat(weights.get(target)).isCloseTo((float) -fromTheFirst[target], within(1e-6f));
        }
        for (int i = 0; i < NEURONS; i++) {
            assertThat(weights.get(i * NEURONS + i)).isZero();
            for (int j = 0; j < NEURONS; j++) {
                assertThat(weights.get(i * NEURONS + j)).isEqualTo(weights.get(j * NEURONS + i));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "0.1, 4", "0.25, 7", "0.5, 12", "0.75, 12", "1, 12"})
    void inhibitionGrowsWithTrainingUntilItHasGrownUp(double trained, float betweenNeighbours) {
        assertThat(inhibition(model(2, 12, 0.5), trained).get(1)).isCloseTo(-betweenNeighbours, within(1e-6f));
    }

    @Test
    void networkIsTheOneAfterTraining() {
        IncreasingInhibition model = model(2, 12, 0.5);
        assertThat(model.network()).isEqualTo(model.network(1)).isNotEqualTo(model.network(0));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "7, 7", "12, 4", "16, 4", "100, 10", "400, 20", "640, 32"})
    void gridIsAsSquareAsTheNumberAllows(int neurons, int width) {
        assertThat(IncreasingInhibition.recommended(neurons).gridWidth()).isEqualTo(width);
    }

    @Test
    void sizeBeyondReasonIsRefused() {
        assertThatThrownBy(() -> IncreasingInhibition.recommended(6401))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("increasing-inhibition.neurons is 6401; at most 6400");
    }

    @Test
    void inhibitionThatShrinksAndGrowthBeyondTheTrainingAreRefused() {
        assertThatThrownBy(() -> model(3, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inhibitionStart is 3.0 and inhibitionEnd is 2.0");
        for (double growth : new double[] {0, 1.5, Double.NaN}) {
            assertThatThrownBy(() -> model(1, 2, growth))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("growth is " + growth);
        }
    }

    private static FloatArray inhibition(IncreasingInhibition model, double trained) {
        Dense dense = (Dense) model.network(trained).connections().get(1).topology();
        return ((Weights.Given) dense.weights()).values();
    }

    private static IncreasingInhibition model(double start, double end, double growth) {
        IncreasingInhibition model = IncreasingInhibition.recommended(NEURONS);
        return new IncreasingInhibition(
                model.inputs(),
                NEURONS,
                model.dt(),
                model.excitatory(),
                model.tauTrace(),
                model.initialWeight(),
                model.bounds(),
                model.nu(),
                model.norm(),
                start,
                end,
                growth);
    }
}
