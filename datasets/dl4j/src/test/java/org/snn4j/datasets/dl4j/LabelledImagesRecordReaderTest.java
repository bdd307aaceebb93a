package org.snn4j.datasets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.NoSuchElementException;
import org.datavec.api.records.Record;
import org.datavec.api.records.reader.RecordReader;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
}
