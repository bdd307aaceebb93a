package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle is arithmetic: 784 weights of 4 bytes for each neuron, beside little else. */
class MemoryLimitTest {
    private static final long GIBI = 1L << 30;

    @TempDir
    private Path temporary;

    @Test
    void whatFitsIsLetBy() {
        assertThatCode(() -> MemoryLimit.require(GIBI, GIBI)).doesNotThrowAnyException();
    }

    @Test
    void whatCannotFitIsRefusedWithBothFiguresAndTheWayOut() {
        assertThatThrownBy(() -> MemoryLimit.require(5 * GIBI, 4 * GIBI))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "this needs at least 5,120 MiB of memory, but Java may use 4,096 MiB. Fewer neurons or threads need"
                                + " less; SNN4J_JAVA_OPTS=-Xmx7g in the environment allows 7 GiB.");
    }

    @Test
    void trainingThatCannotFitIsRefusedBeforeItBegins() {
        Path run = temporary.resolve("run");
        assertThat(Invocation.of("train", "--neurons", 2_700_000, "--threads", 64, "--out", run)
                        .requireFailure(1)
                        .messages())
                .startsWith("snn4j: this needs at least ");
        assertThat(run).doesNotExist();
    }

    @Test
    void measuringThatCannotFitIsRefusedBeforeItBegins() {
        assumeTrue(
                Runtime.getRuntime().maxMemory() < 16 * GIBI, "16 GiB hold the weights of the largest network twice");
        assertThat(Invocation.of("bench", "--neurons", 2_700_000, "--json", "--seed", 1)
                        .requireFailure(1)
                        .messages())
                .startsWith("snn4j: this needs at least ");
    }
}
