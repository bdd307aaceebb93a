package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the names and limits that the records document. */
class EncodingTest {
    @Test
    void louderMultipliesRates() {
        assertThat(new Poisson(64).louder(1.5)).isEqualTo(new Poisson(96));
        assertThat(new PoissonIntervals(64).louder(0.5)).isEqualTo(new PoissonIntervals(32));
        assertThat(new Bernoulli(0.25).louder(2)).isEqualTo(new Bernoulli(0.5));
        assertThat(new Bernoulli(0.25).louder(10)).isEqualTo(new Bernoulli(1));
        assertThatThrownBy(() -> new RankOrder().louder(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the encoder rank-order has no rates");
    }

    @Test
    void encodingsAreFoundByName() {
        assertThat(Encoding.named("poisson", parameter -> 63.75)).isEqualTo(new Poisson(63.75));
        assertThat(Encoding.named("poisson-intervals", parameter -> 128)).isEqualTo(new PoissonIntervals(128));
        assertThat(Encoding.named("bernoulli", parameter -> 0.1)).isEqualTo(new Bernoulli(0.1));
        assertThat(Encoding.named("single", parameter -> 0.3)).isEqualTo(new Single(0.3));
        assertThat(Encoding.named("rank-order", Map.<String, Double>of()::get)).isEqualTo(new RankOrder());
        assertThat(Encoding.named("latency", Map.<String, Double>of()::get)).isEqualTo(new Latency());
        assertThat(StimulusEncoding.named("repeat", Map.<String, Double>of()::get))
                .isEqualTo(new Repeat());
    }

    static Stream<StimulusEncoding> encodings() {
        return Stream.of(
                new Poisson(63.75),
                new PoissonIntervals(128),
                new Bernoulli(0.1),
                new Single(0.25),
                new RankOrder(),
                new Latency(),
                new Repeat());
    }

    @Test
    void everyNameHasAnEncodingAndEveryEncodingAName() {
        assertThat(encodings().map(StimulusEncoding::name)).containsExactlyElementsOf(StimulusEncoding.NAMES);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void nameAndParametersMakeTheEncodingAgain(StimulusEncoding encoding) {
        assertThat(StimulusEncoding.named(encoding.name(), encoding.parameters()::get))
                .isEqualTo(encoding);
    }

    @Test
    void parametersAreNamedAsTheRecordsNameThem() {
        assertThat(new Poisson(63.75).parameters()).isEqualTo(Map.of("intensity", 63.75));
        assertThat(new PoissonIntervals(128).parameters()).isEqualTo(Map.of("intensity", 128.0));
        assertThat(new Bernoulli(0.1).parameters()).isEqualTo(Map.of("maxProbability", 0.1));
        assertThat(new Single(0.25).parameters()).isEqualTo(Map.of("sparsity", 0.25));
    }

    @Test
    void unknownNameIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Encoding.named("Poisson", parameter -> 128))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Poisson")
                .hasMessageContaining("[poisson, poisson-intervals, bernoulli, single, rank-order, latency, repeat]");
    }

    @Test
    void currentIsNotTakenForSpikes() {
        assertThatThrownBy(() -> Encoding.named("repeat", Map.<String, Double>of()::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("repeat makes a current");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void intensityThatIsNoRateIsRefused(double intensity) {
        assertThatThrownBy(() -> new Poisson(intensity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("intensity is " + intensity);
        assertThatThrownBy(() -> new PoissonIntervals(intensity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("intensity is " + intensity);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void maxProbabilityThatIsNoneIsRefused(double maxProbability) {
        assertThatThrownBy(() -> new Bernoulli(maxProbability))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxProbability is " + maxProbability);
    }

    @ParameterizedTest
    @CsvSource({"250, 1, 250", "250, 0.5, 500", "350, 0.1, 3500", "0.6, 1, 1", "100, 30, 3"})
    void stepsAreRounded(double time, double dt, int steps) {
        assertThat(new Window(time, dt).steps()).isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 3",
        "-1, 1",
        "1, 0",
        "1, -1",
        "-1, -1",
        "NaN, 1",
        "1, NaN",
        "Infinity, 1",
        "1, Infinity",
        "1e10, 1"
    })
    void windowThatMakesNoStepsIsRefused(double time, double dt) {
        assertThatThrownBy(() -> new Window(time, dt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(time + " ms")
                .hasMessageContaining(dt + " ms");
    }

    @Test
    void windowOfTooManyStepsSaysHowMany() {
        assertThatThrownBy(() -> new Window(2e9, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sample is shown for 2.0E9 ms in steps of 1.0 ms, which are 2.0E9 steps;"
                        + " at most 1000000000 would be right");
        assertThatThrownBy(() -> new Window(1, 3)).hasMessageEndingWith("make at least one step");
    }
}
