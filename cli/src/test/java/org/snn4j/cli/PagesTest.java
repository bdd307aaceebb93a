package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on the pages name options that there are. Oracle: the help of the command. */
class PagesTest {
    private static final Pattern COMMAND =
            Pattern.compile("^ {4}\\./snn4j (plot [\\w-]+|\\w+)(.*)$", Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile(" (--[a-z-]+)");

    @ParameterizedTest
    @ValueSource(strings = {"encoding.md", "evaluation.md", "plots.md", "watch.md"})
    void everyOptionOfACommandOnThePageIsInItsHelp(String page) throws IOException {
        List<MatchResult> commands = COMMAND.matcher(Files.readString(Path.of("..", "docs", page)))
                .results()
                .toList();
        assertThat(commands).isNotEmpty();
        for (MatchResult command : commands) {
            String help = Invocation.of((Object[]) (command.group(1) + " --help").split(" "))
                    .results();
            assertThat(OPTION.matcher(command.group(2)).results().map(option -> option.group(1)))
                    .as(command.group())
                    .isNotEmpty()
                    .allMatch(option -> help.contains(" " + option + "=") || help.contains(" " + option + " "));
        }
    }
}
