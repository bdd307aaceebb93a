package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Oracle: counted by hand. */
class ClassBalanceTest {
    private final ClassBalance balance = ClassBalance.of(new int[] {3, 1, 1, 3, 3}, 5);

    @Test
    void labelsAreCounted() {
        assertThat(balance.samples()).containsExactly(0L, 2L, 0L, 3L, 0L);
        assertThat(balance.total()).isEqualTo(5);
        assertThat(balance.absent()).containsExactly(0, 2, 4);
        assertThat(balance.commonestShare()).isEqualTo(0.6);
    }

    @Test
    void withoutSamplesNothingIsKnown() {
        assertThat(ClassBalance.of(new int[0], 2).commonestShare()).isNaN();
        assertThat(ClassBalance.of(new int[0], 2).absent()).containsExactly(0, 1);
    }

    @Test
    void misfitsAreNamed() {
        assertThatThrownBy(() -> ClassBalance.of(new int[] {0, 5}, 5)).hasMessageContaining("the label is 5");
        assertThatThrownBy(() -> new ClassBalance(List.of(1L, -1L))).hasMessageContaining("[1, -1]");
        assertThatThrownBy(() -> new ClassBalance(List.of())).hasMessageContaining("at least one class");
    }
}
