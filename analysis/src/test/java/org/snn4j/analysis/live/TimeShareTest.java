package org.snn4j.analysis.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The times are worked out by hand. */
class TimeShareTest {
    @Test
    void whatIsQuickMayBeDoneAgainAfterTheShortestInterval() {
        TimeShare share = new TimeShare(0.01, 200, 0);
        assertThat(share.allows(0)).isTrue();
        share.spent(0, 50);
        share.spent(300, 301);
        assertThat(share.allows(499)).isFalse();
        assertThat(share.allows(500)).isTrue();
    }

    @Test
    void whatTakesLongMustWaitAsItsShareSays() {
        TimeShare share = new TimeShare(0.01, 200, 0);
        share.spent(0, 0);
        share.spent(1_000, 1_007);
        assertThat(share.allows(1_699)).isFalse();
        assertThat(share.allows(1_700)).isTrue();
    }

    @Test
    void firstTimeIsNotCounted() {
        TimeShare share = new TimeShare(0.01, 200, 0);
        share.spent(0, 100_000);
        assertThat(share.allows(200)).isTrue();
    }

    @Test
    void nothingMustWaitLongerThanTenSeconds() {
        TimeShare share = new TimeShare(0.01, 200, 0);
        share.spent(0, 0);
        share.spent(0, 1_000_000_000);
        assertThat(share.allows(9_999_999_999L)).isFalse();
        assertThat(share.allows(10_000_000_000L)).isTrue();
    }

    @Test
    void clockMayRunOver() {
        TimeShare share = new TimeShare(0.01, 200, Long.MAX_VALUE - 100);
        share.spent(Long.MAX_VALUE - 100, Long.MAX_VALUE - 90);
        assertThat(share.allows(Long.MAX_VALUE)).isFalse();
        assertThat(share.allows(Long.MIN_VALUE + 200)).isTrue();
    }
}
