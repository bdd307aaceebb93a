package org.snn4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example as its reader would. The oracle is what the example says it shows. */
class ExamplesTest {
    @TempDir
    private Path folder;

    @Test
    void firstNetworkFires() throws Exception {
        String shown = shownBy(FirstNetwork::main);

        assertThat(shown.lines()).hasSize(6);
        assertThat(shown).contains("spikes went in").doesNotContain("fired 0 times");
    }

    @Test
    void trainedModelReadsDigitAfterLoading() throws Exception {
        Path file = folder.resolve("digits.zip");

        String shown = shownBy(TrainSavePredict::main, "3000", file.toString());

        assertThat(file).isNotEmptyFile();
        assertThat(shown.strip()).isEqualTo("a 7 looks like a 7");
    }

    private interface Example {
        void main(String... arguments) throws Exception;
    }

    private static String shownBy(Example example, String... arguments) throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try {
            example.main(arguments);
        } finally {
            System.setOut(out);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }
}
