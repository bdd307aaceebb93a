package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected lines are quoted as POSIX says: nothing is special between single quotes but the single quote. */
class ShellWordsTest {
    @Test
    void plainWordsStayPlain() {
        assertThat(ShellWords.join(List.of("train", "--out", "runs/a_b-1.5", "--seed=-3")))
                .isEqualTo("train --out runs/a_b-1.5 --seed=-3");
    }

    @Test
    void whatTheShellWouldReadOtherwiseIsQuoted() {
        assertThat(ShellWords.join(List.of("my runs", "$HOME", "a;b", ""))).isEqualTo("'my runs' '$HOME' 'a;b' ''");
    }

    @Test
    void singleQuotesAreQuotedOutsideOfQuotes() {
        assertThat(ShellWords.join(List.of("it's"))).isEqualTo("'it'\\''s'");
    }
}
