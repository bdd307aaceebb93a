package org.snn4j.datasets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.LabelledImages;

/** Deeplearning4j's own way from CSV files, with fastutil-core on the class path, which it needs. Oracle: two records. */
@EnabledIfSystemProperty(named = "snn4j.fastutil", matches = "true")
class OptionalFastutilTest {
    @Test
    void csvFilesAreReadThroughDeeplearning4jsOwnIterator(@TempDir Path folder) throws Exception {
        Path csv = Files.writeString(folder.resolve("two.csv"), "0,0.2,1,2\n0.4,0.6,0.8,0\n");
        try (CSVRecordReader reader = new CSVRecordReader()) {
            reader.initialize(new FileSplit(csv.toFile()));
            LabelledImages two = DataSets.images("two", new RecordReaderDataSetIterator(reader, 10, 3, 3), 1, 3);
            assertThat(two.size()).isEqualTo(2);
            assertThat(two.label(0)).isEqualTo(2);
            assertThat(two.intensities(1)).containsExactly(0.4f, 0.6f, 0.8f);
        }
    }
}
