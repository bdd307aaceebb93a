package org.snn4j.network.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;

/** Oracle: the dense array of zeros and ones that a train stands for. */
class SpikeTrainTest {
    @Property
    void denseArrayIsRestored(
            @ForAll @IntRange(min = 0, max = 20) int steps,
            @ForAll @IntRange(min = 1, max = 5) int height,
            @ForAll @IntRange(min = 1, max = 5) int width,
            @ForAll long seed) {
        ByteArray dense = random(Shape.of(steps, height, width), seed);
        SpikeTrain train = SpikeTrain.ofDense(dense);
        assertThat(train.shape()).isEqualTo(Shape.of(height, width));
        assertThat(train.steps()).isEqualTo(steps);
        assertThat(train.toDense()).isEqualTo(dense);
    }

    @Property
    void eventsOfADenseArrayMakeTheSameTrain(
            @ForAll @IntRange(min = 0, max = 20) int steps,
            @ForAll @IntRange(min = 1, max = 20) int neurons,
            @ForAll long seed) {
        ByteArray dense = random(Shape.of(steps, neurons), seed);
        long[] events = new long[steps * neurons + 3];
        int count = 0;
        for (int neuron = 0; neuron < neurons; neuron++) {
            for (int step = 0; step < steps; step++) {
                if (dense.get(step * neurons + neuron) == 1) {
                    events[count++] = SpikeTrain.event(neuron, step);
                }
            }
        }
        SpikeTrain ofEvents = SpikeTrain.ofEvents(Shape.of(neurons), steps, events, count);
        SpikeTrain ofDense = SpikeTrain.ofDense(dense);
        assertThat(ofEvents).isEqualTo(ofDense).hasSameHashCodeAs(ofDense);
        assertThat(ofEvents.toDense()).isEqualTo(dense);
        assertThat(ofEvents.count()).isEqualTo(count);
    }

    @Property
    void countsAreTheColumnSumsOfTheDenseArray(@ForAll @IntRange(min = 1, max = 20) int neurons, @ForAll long seed) {
        ByteArray dense = random(Shape.of(6, neurons), seed);
        int[] expected = new int[neurons];
        for (int i = 0; i < 6 * neurons; i++) {
            expected[i % neurons] += dense.get(i);
        }
        assertThat(SpikeTrain.ofDense(dense).counts()).isEqualTo(expected);
    }

    @Property
    void stepsOfADenseArrayMakeTheSameTrain(
            @ForAll @IntRange(min = 0, max = 20) int steps,
            @ForAll @IntRange(min = 1, max = 20) int neurons,
            @ForAll long seed) {
        SpikeTrain train = SpikeTrain.ofDense(random(Shape.of(steps, neurons), seed));
        int[] firstOfStep = new int[steps + 1];
        int[] fired = new int[train.count()];
        train.copyTo(firstOfStep, fired);
        assertThat(firstOfStep[steps]).isEqualTo(train.count());
        assertThat(SpikeTrain.ofSteps(Shape.of(neurons), firstOfStep, fired)).isEqualTo(train);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "   | 0     | do not lead from 0",
                "1 3 | 0 1 2 | do not lead from 0",
                "0 2 | 0 1 2 | do not lead from 0",
                "0 9 3 | 0 1 2 | step 0 has spikes 0 up to 9 of 3; steps must follow each other",
                "0 2 1 3 | 0 1 2 | step 1 has spikes 2 up to 1 of 3; steps must follow each other",
                "0 1 3 | 3 1 4 | step 1 has spikes 1 up to 3, the last of neuron 4; steps must follow",
                "0 1 3 | 4 1 2 | step 0 has spikes 0 up to 1, the last of neuron 4; steps must follow",
                "0 3 | 0 2 1 | the neurons of a step must ascend from 0",
                "0 3 | 0 1 1 | the neurons of a step must ascend from 0",
                "0 1 3 | 3 2 0 | the neurons of a step must ascend from 0",
                "0 3 | -1 1 2 | the neurons of a step must ascend from 0",
                "0 1 2 | 3 -1 | the neurons of a step must ascend from 0",
            })
    void stepsThatAreNoneAreRefused(String firstOfStep, String neurons, String message) {
        assertThatThrownBy(() -> SpikeTrain.ofSteps(Shape.of(4), numbers(firstOfStep), numbers(neurons)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void neuronsMayDescendFromOneStepToTheNext() {
        SpikeTrain train = SpikeTrain.ofSteps(Shape.of(4), new int[] {0, 1, 1, 3, 4}, new int[] {3, 0, 3, 3});
        assertThat(train.count(1)).isZero();
        assertThat(train.neuron(2, 1)).isEqualTo(3);
        assertThat(train.steps()).isEqualTo(4);
        assertThat(train.toString()).contains("4");
    }

    private static int[] numbers(String text) {
        return text == null
                ? new int[0]
                : Stream.of(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    @Property
    void orderIsThatOfStepsThenOfNeurons(@ForAll @IntRange(min = 1, max = 20) int neurons, @ForAll long seed) {
        ByteArray dense = random(Shape.of(6, neurons), seed);
        int[] expected = IntStream.range(0, 6 * neurons)
                .filter(i -> dense.get(i) == 1)
                .map(i -> i % neurons)
                .toArray();
        assertThat(SpikeTrain.ofDense(dense).order()).isEqualTo(expected);
    }

    @Property
    void stepsListTheirNeuronsInAscendingOrder(@ForAll @IntRange(min = 1, max = 20) int neurons, @ForAll long seed) {
        ByteArray dense = random(Shape.of(6, neurons), seed);
        SpikeTrain train = SpikeTrain.ofDense(dense);
        int[] copied = new int[neurons];
        for (int step = 0; step < 6; step++) {
            int count = 0;
            for (int neuron = 0; neuron < neurons; neuron++) {
                if (dense.get(step * neurons + neuron) == 1) {
                    assertThat(train.neuron(step, count++)).isEqualTo(neuron);
                }
            }
            assertThat(train.count(step)).isEqualTo(count);
            assertThat(train.copyStep(step, copied)).isEqualTo(count);
            for (int k = 0; k < count; k++) {
                assertThat(copied[k]).isEqualTo(train.neuron(step, k));
            }
        }
    }

    @Test
    void trainsThatDifferInAnythingAreNotEqual() {
        SpikeTrain train = train(Shape.of(4), 3, SpikeTrain.event(1, 2));
        assertThat(train).isEqualTo(train(Shape.of(4), 3, SpikeTrain.event(1, 2)));
        assertThat(train)
                .isNotEqualTo(train(Shape.of(2, 2), 3, SpikeTrain.event(1, 2)))
                .isNotEqualTo(train(Shape.of(4), 4, SpikeTrain.event(1, 2)))
                .isNotEqualTo(train(Shape.of(4), 3, SpikeTrain.event(2, 2)))
                .isNotEqualTo(train(Shape.of(4), 3, SpikeTrain.event(1, 1)))
                .isNotEqualTo(train(Shape.of(4), 3))
                .isNotEqualTo(null);
    }

    @Test
    void standsForABatchOfOne() {
        SpikeTrain train = train(Shape.of(4), 3);
        assertThat(train.batch()).isOne();
        assertThat(train.train(0)).isSameAs(train);
        assertThatThrownBy(() -> train.train(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void laterChangesToTheEventsDoNotReachTheTrain() {
        long[] events = {SpikeTrain.event(1, 2)};
        SpikeTrain train = SpikeTrain.ofEvents(Shape.of(4), 3, events, 1);
        events[0] = SpikeTrain.event(3, 0);
        assertThat(train).isEqualTo(train(Shape.of(4), 3, SpikeTrain.event(1, 2)));
    }

    @Test
    void spikeOutsideTheStepsIsRefused() {
        assertRefused("step 3", SpikeTrain.event(0, 0), SpikeTrain.event(1, 3));
        assertRefused("step -1", SpikeTrain.event(0, 0), SpikeTrain.event(1, -1));
    }

    @Test
    void spikeOutsideTheShapeIsRefused() {
        assertRefused("neuron 4", SpikeTrain.event(3, 0), SpikeTrain.event(4, 0));
        assertRefused("neuron -1", SpikeTrain.event(-1, 0));
    }

    @Test
    void neuronsOutOfOrderAreRefused() {
        assertRefused("after neuron 2", SpikeTrain.event(2, 0), SpikeTrain.event(1, 0));
    }

    @Test
    void secondSpikeOfANeuronInAStepIsRefused() {
        assertRefused("after neuron 2", SpikeTrain.event(2, 1), SpikeTrain.event(2, 1));
    }

    @Test
    void moreEventsThanAreThereAreRefused() {
        assertThatThrownBy(() -> SpikeTrain.ofEvents(Shape.of(4), 3, new long[2], 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void neuronThatDidNotFireCannotBeAskedFor() {
        SpikeTrain train = train(Shape.of(4), 3, SpikeTrain.event(1, 0), SpikeTrain.event(1, 1));
        assertThatThrownBy(() -> train.neuron(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> train.neuron(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(bytes = {2, 127, -1, -128})
    void otherNumbersThanZeroAndOneAreRefused(byte wrong) {
        assertThatThrownBy(() -> SpikeTrain.ofDense(ByteArray.of(Shape.of(2, 2), (byte) 0, (byte) 1, (byte) 0, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neuron 1 at step 1")
                .hasMessageContaining(String.valueOf(wrong & 0xFF));
    }

    @Test
    void arrayWithoutStepsIsRefused() {
        assertThatThrownBy(() -> SpikeTrain.ofDense(ByteArray.of(Shape.of(1), (byte) 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1]")
                .hasMessageContaining("[steps, ...shape of the layer]");
    }

    private static void assertRefused(String culprit, long... events) {
        assertThatThrownBy(() -> train(Shape.of(4), 3, events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(culprit);
    }

    private static SpikeTrain train(Shape shape, int steps, long... events) {
        return SpikeTrain.ofEvents(shape, steps, events, events.length);
    }

    private static ByteArray random(Shape shape, long seed) {
        Random random = new Random(seed);
        byte[] values = new byte[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) random.nextInt(2);
        }
        return ByteArray.of(shape, values);
    }
}
