package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** Oracle: windows counted by hand, and what each of their lengths may be. */
class WindowsTest {
    /** The last window begins where it just fits, whatever the source has beyond it. */
    @ParameterizedTest
    @CsvSource({"5, 5, 1, 0, 1", "6, 5, 1, 0, 2", "7, 5, 2, 0, 2", "8, 5, 2, 0, 2", "3, 5, 1, 1, 1", "4, 2, 3, 1, 2"})
    void asManyWindowsAsFit(int source, int kernel, int stride, int padding, int count) {
        Windows windows = Windows.of(kernel).stride(stride).padding(padding);
        assertThat(windows.counts(Shape.of(2, source))).containsExactly(count);
    }

    @ParameterizedTest
    @CsvSource({"4, 5, 0", "2, 5, 1"})
    void sourceShorterThanAWindowIsNamed(int source, int kernel, int padding) {
        Windows windows = Windows.of(kernel).padding(padding);
        assertThatThrownBy(() -> windows.counts(Shape.of(1, source)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("windows of [5] do not fit a source of shape [1, " + source + "]");
    }

    @Test
    void sourceNeedsChannelsAndOneLengthForEachDimension() {
        assertThatThrownBy(() -> Windows.of(2, 2).counts(Shape.of(4, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the source has shape [4, 4]; for windows of [2, 2] it must be [channels, length, length]");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "2, 0, 0", "2, 1, -1", "2, 1, 2"})
    void lengthThatMakesNoWindowIsNamed(int kernel, int stride, int padding) {
        assertThatThrownBy(() -> new Windows(List.of(3, kernel), List.of(1, stride), List.of(0, padding)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in dimension 1 kernel " + kernel + ", stride " + stride + " and padding "
                        + padding + " do not go together");
    }

    @Test
    void smallestKernelAndWidestPaddingAreAllowed() {
        assertThat(Windows.of(1).counts(Shape.of(1, 7))).containsExactly(7);
        assertThat(Windows.of(3).padding(2).counts(Shape.of(1, 1))).containsExactly(3);
    }

    @Test
    void dimensionsAreOneToThreeAndTheSameForAll() {
        List<Integer> two = List.of(1, 1);
        List<Integer> one = List.of(1);
        for (List<Integer> kernel : List.of(List.<Integer>of(), List.of(1, 1, 1, 1))) {
            assertThatThrownBy(() -> new Windows(kernel, kernel, kernel))
                    .hasMessageContaining("the same number of dimensions, from 1 to 3");
        }
        assertThatThrownBy(() -> new Windows(two, one, List.of(0, 0))).hasMessageContaining("stride [1]");
        assertThatThrownBy(() -> new Windows(two, two, List.of(0))).hasMessageContaining("padding [0]");
        assertThat(Windows.of(2, 3, 4).size()).isEqualTo(24);
    }

    /** A target of 3 positions where there are 2 windows, and one without channels. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void targetThatIsNotThePositionsOfTheWindowsIsNamed(int rank) {
        Shape wrong = rank == 2 ? Shape.of(1, 3) : Shape.of(1, 2, 1);
        Weights weights = new Weights.Uniform(0, 1);
        for (Topology topology : List.of(
                new Convolution(weights, Windows.of(2), Plasticity.FIXED),
                new Local(weights, Windows.of(2), Plasticity.FIXED),
                new MaxPool(Windows.of(2), 0, 1))) {
            assertThatThrownBy(() -> topology.requireFit(Shape.of(1, 3), wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "windows of [2] over a source of shape [1, 3] make a target of shape [1, 2], but it has "
                                    + wrong);
        }
    }

    @Test
    void kernelsOfAnotherShapeAreNamed() {
        Weights flat = new Weights.Given(FloatArray.of(Shape.of(2), 1, 2));
        assertThatThrownBy(() -> new Convolution(flat, Windows.of(2), Plasticity.FIXED)
                        .requireFit(Shape.of(1, 3), Shape.of(1, 2)))
                .hasMessage("weights have shape [2]; [1, 1, 2] would be right");
        assertThatThrownBy(() ->
                        new Local(flat, Windows.of(2), Plasticity.FIXED).requireFit(Shape.of(1, 3), Shape.of(1, 2)))
                .hasMessage("weights have shape [2]; [1, 2, 1, 2] would be right");
    }

    @Test
    void kindsAreNamedByTheirDimensions() {
        Weights weights = new Weights.Uniform(0, 1);
        assertThat(new Convolution(weights, Windows.of(2), Plasticity.FIXED).type())
                .isEqualTo("Conv1d");
        assertThat(new Local(weights, Windows.of(2, 2), Plasticity.FIXED).type())
                .isEqualTo("Local2d");
        assertThat(new MaxPool(Windows.of(2, 2, 2), 0, 1).type()).isEqualTo("MaxPool3d");
    }
}
