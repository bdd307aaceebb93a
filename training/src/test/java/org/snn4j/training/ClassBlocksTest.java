package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Oracle: a fair share. */
class ClassBlocksTest {
    @Property
    void blocksFollowEachOtherCoverAllNeuronsAndDifferByOneAtMost(
            @ForAll @IntRange(min = 1, max = 20) int classes, @ForAll @IntRange(min = 0, max = 500) int more) {
        ClassBlocks blocks = new ClassBlocks(classes + more, classes);
        int next = 0;
        for (int label = 0; label < classes; label++) {
            assertThat(blocks.first(label)).isEqualTo(next);
            assertThat(blocks.size(label)).isBetween(blocks.neurons() / classes, blocks.neurons() / classes + 1);
            next += blocks.size(label);
        }
        assertThat(next).isEqualTo(blocks.neurons());
    }

    @Test
    void tooFewNeuronsAreRefused() {
        assertThatThrownBy(() -> new ClassBlocks(9, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 9 neurons for 10 classes; this teacher needs at least one for each");
    }
}
