package org.snn4j.datasets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.datavec.api.records.Record;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;

/** Oracle: the way through DataVec and back, which must change nothing. */
class LabelledImagesRecordReaderTest {
    private static LabelledImages digits;

    @BeforeAll
    static void read() throws IOException {
        digits = Mnist.test().first(100);
    }

    @Test
    void imagesComeBackThroughDataVecAsTheyWere() {
        RecordReader reader = new LabelledImagesRecordReader(digits);
        RecordReaderDataSetIterator batches = new RecordReaderDataSetIterator(reader, 32, 1, digits.classes());
        assertThat(DataSets.images("back", batches, 28, 28).sha256()).isEqualTo(digits.sha256());
        batches.reset();
        assertThat(batches.next()).isEqualTo(DataSets.of(digits.first(32)));
    }

    @Test
    void singleRecordsComeBackAsTheyWere() {
        RecordReader reader = new LabelledImagesRecordReader(digits);
        RecordReaderDataSetIterator batches = new RecordReaderDataSetIterator(reader, 32, 1, digits.classes());
        batches.setCollectMetaData(true);
        assertThat(DataSets.images("back", batches, 28, 28).sha256()).isEqualTo(digits.sha256());
    }

    @Test
    void recordsAreFoundAgainByTheirPlace() throws IOException {
        RecordReader reader = new LabelledImagesRecordReader(digits);
        reader.next();
        Record second = reader.nextRecord();
        assertThat(second.getRecord().get(1).toInt()).isEqualTo(digits.label(1));
        assertThat(reader.loadFromMetaData(second.getMetaData())).isEqualTo(second);
        assertThat(reader.getLabels()).hasSize(10).first().isEqualTo("0");
    }

    @Test
    void nothingIsReadBeyondTheEnd() {
        RecordReader reader = new LabelledImagesRecordReader(digits.first(1));
        reader.next(5);
        assertThat(reader.hasNext()).isFalse();
        assertThatThrownBy(reader::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("all 1 records have been read; reset the reader");
    }

    /** DataVec's way from CSV files needs fastutil, of which only the core is on the class path. */
    @Test
    void csvFilesAreReadThroughDataVec(@TempDir Path folder) throws Exception {
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
