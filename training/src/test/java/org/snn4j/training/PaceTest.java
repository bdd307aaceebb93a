package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The figures are worked out by hand. */
class PaceTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void steadyPaceIsWhatItIs() {
        Pace pace = new Pace(5 * SECOND);
        for (int second = 1; second <= 100; second++) {
            pace.note(progress(Phase.TRAIN, 20L * second), (5 + second) * SECOND);
        }
        assertThat(pace.perSecond()).isCloseTo(20, within(1e-9));
        assertThat(pace.left()).isCloseTo((60_000 - 2_000) / 20.0, within(1e-6));
        assertThat(pace.taken()).isEqualTo(100);
        assertThat(pace.isOver()).isFalse();
    }

    /** After 10 s at 100 in a second 10 s at 200: with e-fold less weight for each, (100 + 200 e) / (1 + e) if in one step. */
    @Test
    void paceFollowsWhatItIsNow() {
        Pace pace = new Pace(0);
        pace.note(progress(Phase.TRAIN, 1_000), 10 * SECOND);
        pace.note(progress(Phase.TRAIN, 3_000), 20 * SECOND);
        assertThat(pace.perSecond()).isCloseTo((100 + 200 * Math.E) / (1 + Math.E), within(1e-9));
    }

    /** A second of nothing, of a minute of much, moves the time left by little. */
    @Test
    void timeLeftDoesNotJump() {
        Pace pace = new Pace(0);
        for (int second = 1; second <= 60; second++) {
            pace.note(progress(Phase.TRAIN, 100L * second), second * SECOND);
        }
        double before = pace.left();
        pace.note(progress(Phase.TRAIN, 6_001), 61 * SECOND);
        assertThat(pace.left()).isBetween(before, 1.12 * before);
    }

    @Test
    void phaseThatIsOverHasItsMeanAndNextBeginsThen() {
        Pace pace = new Pace(0);
        pace.note(progress(Phase.TRAIN, 15_000), 30 * SECOND);
        pace.note(progress(Phase.TRAIN, 60_000), 60 * SECOND);
        assertThat(pace.isOver()).isTrue();
        assertThat(pace.perSecond()).isEqualTo(1_000);
        assertThat(pace.left()).isZero();
        pace.note(progress(Phase.TEST, 500), 61 * SECOND);
        assertThat(pace.perSecond()).isCloseTo(500, within(1e-9));
        assertThat(pace.taken()).isEqualTo(1);
    }

    /** 100 in a second before it stopped, and since. */
    @Test
    void phaseGoesOnAtThePaceThatItHadBefore() {
        Pace pace = new Pace(5 * SECOND);
        pace.goOnAfter(300);
        pace.note(progress(Phase.TRAIN, 30_100), 6 * SECOND);
        assertThat(pace.perSecond()).isCloseTo(100, within(1e-9));
        assertThat(pace.taken()).isEqualTo(301);
    }

    private static Progress progress(Phase phase, long done) {
        return new Progress(phase, done, 60_000, 0, Optional.empty());
    }
}
