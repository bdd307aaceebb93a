package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: round(time / dt), from 1 to 10^9. */
class WindowTest {
    @Test
    void stepsAreTheTimeInStepsRounded() {
        assertThat(new Window(250, 0.5).steps()).isEqualTo(500);
        assertThat(new Window(1.4, 1).steps()).isEqualTo(1);
        assertThat(new Window(0.5, 1).steps()).isEqualTo(1);
        assertThat(new Window(1e9, 1).steps()).isEqualTo(1_000_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, must be above 0",
        "0, 0, must be above 0",
        "1, 0, must be above 0",
        "-1, -1, must be above 0",
        "NaN, 1, must be above 0",
        "0.4, 1, at least one step",
        "1000000001, 1, which are 1.000000001E9 steps; at most 1000000000",
    })
    void timesWithoutAStepOrWithTooManyAreRefused(double time, double dt, String message) {
        assertThatThrownBy(() -> new Window(time, dt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a sample is shown for " + time + " ms in steps of " + dt + " ms")
                .hasMessageContaining(message);
    }
}
