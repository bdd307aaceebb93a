package org.snn4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's program is one: the compiler takes it as it stands, and it is the example that {@link ExamplesTest} runs. */
class ReadmeTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\n(import .*?)```", Pattern.DOTALL);
    private static final Pattern MAIN = Pattern.compile("throws Exception \\{(.*?)\n    \\}", Pattern.DOTALL);

    @TempDir
    private Path classes;

    @Test
    void programHasTwentyLinesAtMost() throws IOException {
        assertThat(program().lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void programCompilesAsItStands() throws IOException {
        StringWriter messages = new StringWriter();
        String program = program();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        List.of("-Xlint:all", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(
                                new SimpleJavaFileObject(
                                        URI.create("string:///Digits.java"), JavaFileObject.Kind.SOURCE) {
                                    @Override
                                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                                        return program;
                                    }
                                }))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
        assertThat(classes.resolve("Digits.class")).isNotEmptyFile();
    }

    @Test
    void programDoesWhatTheExampleDoes() throws IOException {
        String example = Files.readString(Path.of("src/main/java/org/snn4j/examples/TrainSavePredict.java"));
        assertThat(statements(program())).isNotEmpty().isEqualTo(statements(example));
    }

    /** Without white space, by which alone a formatter makes the two differ. */
    private static String statements(String program) {
        Matcher main = MAIN.matcher(program);
        assertThat(main.find()).as(program).isTrue();
        return main.group(1).replaceAll("\\s+", "");
    }

    private static String program() throws IOException {
        Matcher program = PROGRAM.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(program.find()).isTrue();
        return program.group(1);
    }
}
