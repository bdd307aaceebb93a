package org.snn4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java on the pages is taken from examples, which compile and run. Oracle: the examples, apart from blanks. */
class PagesTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "snn4j", "examples");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"encoding.md", "evaluation.md", "watch.md"})
    void javaOnThePageIsInAnExample(String page) throws IOException {
        List<String> examples = examples();
        List<String> snippets = JAVA.matcher(Files.readString(Path.of("..", "docs", page)))
                .results()
                .map(PagesTest::code)
                .toList();
        assertThat(snippets).isNotEmpty();
        for (String snippet : snippets) {
            assertThat(examples).as(snippet).anyMatch(example -> example.contains(snippet));
        }
    }

    private static String code(MatchResult match) {
        return withoutBlanks(match.group(1));
    }

    private static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> all = files.toList();
            String[] texts = new String[all.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = withoutBlanks(Files.readString(all.get(i)));
            }
            return List.of(texts);
        }
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }
}
