package org.snn4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.dl4j.CsvForm;
import org.snn4j.datasets.dl4j.CsvImages;
import org.snn4j.datasets.images.LabelledImages;

class CsvFuzzTest {
    @TempDir
    static Path folder;

    /** A table of images of two pixels, with a header of one line. */
    @FuzzTest
    void table(byte[] text) {
        Optional<LabelledImages> images = Trial.read(
                folder.resolve("images.csv"),
                text,
                file -> CsvImages.read(file, CsvForm.of(1, 2).withHeaderLines(1)));
        images.ifPresent(read -> assertThat(read.label(read.size() - 1)).isBetween(0, read.classes() - 1));
    }
}
