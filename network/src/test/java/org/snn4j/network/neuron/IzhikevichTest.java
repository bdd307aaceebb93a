package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Currents;
import org.snn4j.network.Variable;

/**
 * Oracle: one step computed by hand, the fixed points of the equations, and the patterns that Izhikevich 2003 (figure 2)
 * publishes for his parameters, with his spike cut-off of 30 mV.
 */
class IzhikevichTest {
    private static final Izhikevich REGULAR = cell(0.02, 0.2, -65, 8);
    private static final Izhikevich FAST = cell(0.1, 0.2, -65, 2);
    private static final Izhikevich BURSTING = cell(0.02, 0.2, -55, 4);
    private static final Izhikevich CHATTERING = cell(0.02, 0.2, -50, 2);
    private static final Izhikevich LOW_THRESHOLD = cell(0.02, 0.25, -65, 2);

    @Test
    void defaultsAreThoseOfThePaper() {
        assertThat(Izhikevich.defaults()).isEqualTo(withThreshold(REGULAR, 45));
        assertThat(Izhikevich.fastSpiking()).isEqualTo(withThreshold(FAST, 45));
    }

    /**
     * v = -65, u = -13, I = 10, dt = 1: v + 0.5 (169 - 325 + 140 + 13 + 10) = -61.5, then + 0.5 (151.29 - 307.5 + 163) =
     * -58.105; u + 0.02 (-11.621 + 13) = -12.97242. With dt = 0.5: -63.25, then -61.556875; u + 0.01 (-12.311375 + 13).
     */
    @ParameterizedTest
    @CsvSource({"1, -58.105, -12.97242", "0.5, -61.556875, -12.99311375"})
    void potentialTakesTwoHalfStepsAndRecoveryFollows(double dt, float v, float u) {
        Driven driven = new Driven(REGULAR, dt, Currents.of(10));
        assertThat(driven.values(Variable.VOLTAGE)[0]).isCloseTo(v, within(2e-5f));
        assertThat(driven.values(Variable.RECOVERY)[0]).isCloseTo(u, within(1e-5f));
    }

    /** After a spike the next step starts from v = c and u + d. */
    @Test
    void spikeIsSeenInTheVoltageAndResetInTheNextStep() {
        Driven driven = Driven.constant(REGULAR, 100, 10);
        int spike = driven.firing()[0];
        float[] v = driven.values(Variable.VOLTAGE);
        float[] u = driven.values(Variable.RECOVERY);
        assertThat(v[spike]).isGreaterThanOrEqualTo(30);
        double recovery = u[spike] + 8;
        double half = -65 + 0.5 * (0.04 * 65 * 65 - 325 + 140 - recovery + 10);
        double whole = half + 0.5 * (0.04 * half * half + 5 * half + 140 - recovery + 10);
        assertThat(v[spike + 1]).isCloseTo((float) whole, within(1e-4f));
        assertThat(u[spike + 1]).isCloseTo((float) (recovery + 0.02 * (0.2 * whole - recovery)), within(1e-4f));
    }

    /** 0.04 v^2 + (5 - b) v + 140 = 0: v = -70 for b = 0.2. */
    @Test
    void restIsAFixedPoint() {
        Izhikevich resting = new Izhikevich(0.02, 0.2, -65, 8, 30, -70, Double.NEGATIVE_INFINITY);
        Driven driven = Driven.constant(resting, 1000, 0);
        assertThat(driven.values(Variable.VOLTAGE)).containsOnly(-70);
        assertThat(driven.values(Variable.RECOVERY)).containsOnly(-14);
    }

    @Test
    void neuronLeftAloneReturnsToItsFixedPoint() {
        Driven driven = Driven.constant(REGULAR, 2000, 0);
        assertThat(driven.firing()).isEmpty();
        assertThat(driven.values(Variable.VOLTAGE)[1999]).isCloseTo(-70, within(0.01f));
        assertThat(driven.values(Variable.RECOVERY)[1999]).isCloseTo(-14, within(0.01f));
    }

    /** "A few spikes with short interspike period and then the period increases". */
    @Test
    void regularSpikingAdapts() {
        double[] intervals = intervals(REGULAR);
        assertThat(intervals).hasSizeBetween(18, 26);
        assertThat(last(intervals)).isGreaterThan(1.5 * intervals[0]);
        assertThat(DoubleStream.of(intervals).skip(1)).allMatch(interval -> Math.abs(interval - 45) < 1);
    }

    /** "Periodic trains of action potentials with extremely high frequency practically without any adaptation". */
    @Test
    void fastSpikingIsFastAndDoesNotAdapt() {
        double[] intervals = intervals(FAST);
        assertThat(intervals.length).isGreaterThan(5 * intervals(REGULAR).length);
        assertThat(DoubleStream.of(intervals).skip(2)).allMatch(interval -> Math.abs(interval - 7.8) < 0.5);
    }

    /** "A stereotypical burst of spikes followed by repetitive single spikes". */
    @Test
    void intrinsicallyBurstingBurstsOnceThenFiresSingleSpikes() {
        double[] intervals = intervals(BURSTING);
        assertThat(DoubleStream.of(intervals).limit(2)).allMatch(interval -> interval < 5);
        assertThat(DoubleStream.of(intervals).skip(2)).allMatch(interval -> interval > 25);
    }

    /** "Stereotypical bursts of closely spaced spikes". */
    @Test
    void chatteringBurstsAgainAndAgain() {
        double[] intervals = intervals(CHATTERING);
        long pauses =
                DoubleStream.of(intervals).filter(interval -> interval > 40).count();
        long within =
                DoubleStream.of(intervals).filter(interval -> interval < 8).count();
        assertThat(pauses + within).isEqualTo(intervals.length);
        assertThat(pauses).isGreaterThan(10);
        assertThat(within).isGreaterThan(3 * pauses);
    }

    /** "High-frequency trains of action potentials with a noticeable spike frequency adaptation". */
    @Test
    void lowThresholdSpikingIsFastAndAdapts() {
        double[] intervals = intervals(LOW_THRESHOLD);
        assertThat(intervals.length).isGreaterThan(3 * intervals(REGULAR).length);
        assertThat(last(intervals)).isGreaterThan(4 * intervals[0]);
    }

    /**
     * The fixed points of v and u vanish in a saddle-node at I = (5 - b)^2 / 0.16 - 140: 4 for regular spiking, 1.02 for
     * low-threshold spiking. Above, there is no rest; far below, nothing but rest.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.25})
    void neuronFiresForEverWhereItHasNoFixedPoint(double b) {
        Izhikevich cell = cell(0.02, b, -65, 8);
        double rheobase = (5 - b) * (5 - b) / 0.16 - 140;
        assertThat(IntStream.of(Driven.constant(cell, 2000, 0.5 * rheobase).firing()))
                .allMatch(step -> step < 500);
        assertThat(IntStream.of(Driven.constant(cell, 2000, 1.05 * rheobase).firing()))
                .anyMatch(step -> step >= 1800);
    }

    @Test
    void potentialNeverFallsBelowTheLowerBound() {
        Izhikevich bounded = new Izhikevich(0.02, 0.2, -65, 8, 30, -65, -80);
        float[] v = Driven.constant(bounded, 50, -100).values(Variable.VOLTAGE);
        assertThat(v).contains(-80f);
        assertThat(IntStream.range(0, 50)).allMatch(step -> v[step] >= -80);
    }

    private static Izhikevich cell(double a, double b, double c, double d) {
        return new Izhikevich(a, b, c, d, 30, -65, Double.NEGATIVE_INFINITY);
    }

    private static Izhikevich withThreshold(Izhikevich cell, double threshold) {
        return new Izhikevich(cell.a(), cell.b(), cell.c(), cell.d(), threshold, cell.rest(), cell.lowerBound());
    }

    /** Times from spike to spike, ms, in one second of I = 10, in steps as fine as the equations deserve. */
    private static double[] intervals(Izhikevich cell) {
        int[] steps = new Driven(cell, 0.1, Currents.constant(1, 10_000, 10)).intervals();
        return IntStream.of(steps).mapToDouble(step -> 0.1 * step).toArray();
    }

    private static double last(double[] intervals) {
        return intervals[intervals.length - 1];
    }
}
