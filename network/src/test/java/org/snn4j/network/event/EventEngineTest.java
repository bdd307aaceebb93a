package org.snn4j.network.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.RandomExperiment;
import org.snn4j.network.RandomExperiment.Size;
import org.snn4j.network.ReferenceSimulator;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;

/** Oracle: the reference simulator, which visits every neuron and every synapse in every step. */
class EventEngineTest {
    /**
     * What values may differ by, traces relative to their size; and how near to its threshold no potential may have come for
     * spikes to be the same.
     */
    private static final double TOLERANCE = 1e-4;

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void spikesAndPotentialsAreThoseOfTheReferenceBitByBitWhereSumsAreExact(
            @ForAll @IntRange(min = 1, max = 17) int inputs,
            @ForAll @IntRange(min = 1, max = 17) int neurons,
            @ForAll @IntRange(min = 1, max = 4) int batch,
            @ForAll long seed) {
        RandomExperiment experiment = RandomExperiment.exact(new Size(inputs, neurons, batch), seed);
        Map<String, NdArray> expected = experiment.on(new ReferenceSimulator());
        experiment.on(Engine.event()).forEach((name, values) -> {
            if (name.endsWith(".x")) {
                assertNear(name, values, expected.get(name));
            } else {
                assertThat(values).as(name).isEqualTo(expected.get(name));
            }
        });
    }

    @Property(tries = 150, seed = "2015", edgeCases = EdgeCasesMode.NONE)
    void learningIsThatOfTheReference(
            @ForAll @IntRange(min = 1, max = 17) int inputs,
            @ForAll @IntRange(min = 1, max = 17) int neurons,
            @ForAll @IntRange(min = 1, max = 4) int batch,
            @ForAll long seed) {
        RandomExperiment experiment = RandomExperiment.learning(new Size(inputs, neurons, batch), seed);
        ReferenceSimulator reference = new ReferenceSimulator();
        Map<String, NdArray> expected = experiment.on(reference);
        Assume.that(reference.closestCall() > TOLERANCE);
        experiment.on(Engine.event()).forEach((name, values) -> assertNear(name, values, expected.get(name)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void engineWithoutThreadsIsRefused(int threads) {
        assertThatThrownBy(() -> Engine.event(threads))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an engine with " + threads + " threads; it needs at least 1");
    }

    private static void assertNear(String name, NdArray actual, NdArray expected) {
        assertThat(actual.shape()).as(name).isEqualTo(expected.shape());
        for (int i = 0; i < expected.shape().size(); i++) {
            double error = Math.abs(actual.asDouble(i) - expected.asDouble(i));
            double size = name.endsWith(".x") ? 1 + Math.abs(expected.asDouble(i)) : 1;
            if (error > (actual instanceof FloatArray ? TOLERANCE * size : 0)) {
                throw new AssertionError(name + "[" + i + "] is " + actual.asDouble(i) + ", but the reference has "
                        + expected.asDouble(i));
            }
        }
    }
}
