package org.snn4j.datasets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.datavec.api.records.reader.impl.collection.CollectionRecordReader;
import org.datavec.api.writable.DoubleWritable;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.Writable;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;

/** Oracle: tables written out here, and MNIST's digits on the way through CSV and Deeplearning4j and back. */
class CsvImagesTest {
    private static final CsvForm PAIRS = CsvForm.of(1, 2);

    @TempDir
    Path folder;

    private Path csv(String content) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), content);
    }

    @Test
    void classesAndPixelsAreReadFromTheirColumns() throws IOException {
        LabelledImages images = CsvImages.read(csv("2,0,255\n0,51,102\n"), PAIRS);
        assertThat(images.toString()).endsWith("table.csv (2 images of 1 x 2, 3 classes)");
        assertThat(images.label(0)).isEqualTo(2);
        assertThat(images.image(1)).isEqualTo(GreyImage.of(1, 2, (byte) 51, (byte) 102));
    }

    @Test
    void headersOtherColumnsAndOtherScalesAreRead() throws IOException {
        CsvForm form = PAIRS.withHeaderLines(1).withLabelColumn(2).withWhite(1);
        LabelledImages images = CsvImages.read(csv("left,right,class\n0.2,1,1\n1e-9,0.4,0\n"), form);
        assertThat(images.label(0)).isEqualTo(1);
        assertThat(images.image(0)).isEqualTo(GreyImage.of(1, 2, (byte) 51, (byte) 255));
        assertThat(images.image(1)).isEqualTo(GreyImage.of(1, 2, (byte) 0, (byte) 102));
    }

    @Test
    void digitsComeBackThroughCsvAndDeeplearning4jAsTheyWere() throws IOException {
        LabelledImages digits = Mnist.test().first(60);
        StringBuilder table = new StringBuilder("label,and pixels\n");
        for (int i = 0; i < digits.size(); i++) {
            table.append(digits.label(i));
            for (int p = 0; p < digits.pixels(); p++) {
                table.append(',').append(digits.pixel(i, p));
            }
            table.append('\n');
        }
        LabelledImages read =
                CsvImages.read(csv(table.toString()), CsvForm.of(28, 28).withHeaderLines(1));
        assertThat(read.sha256()).isEqualTo(digits.sha256());
        DataSetIterator iterator = DataSets.iterator(read, 7);
        assertThat(DataSets.images("back", iterator, 28, 28).sha256()).isEqualTo(digits.sha256());
        DataSetIterator records = new RecordReaderDataSetIterator(new LabelledImagesRecordReader(read), 7, 1, 10);
        assertThat(DataSets.images("back", records, 28, 28).sha256()).isEqualTo(digits.sha256());
    }

    @Test
    void anyRecordReaderWillDo() {
        List<List<Writable>> records = List.of(
                List.of(new IntWritable(1), new DoubleWritable(0.5), new IntWritable(1)),
                List.of(new IntWritable(0), new IntWritable(0), new IntWritable(1)));
        LabelledImages images = CsvImages.read("records", new CollectionRecordReader(records), PAIRS.withWhite(1));
        assertThat(images.image(0)).isEqualTo(GreyImage.of(1, 2, (byte) 128, (byte) 255));
        assertThat(images.label(1)).isZero();
    }

    @Test
    void whatDoesNotFitIsNamedWithItsPlace() throws IOException {
        requireFailure("1,2,3\n1,2\n", "record 1 has 2 columns, but a class and 1 x 2 pixels make 3");
        requireFailure("1,2,3\n1,2,3,4\n", "record 1 has 4 columns");
        requireFailure("1,2,x\n", "record 0, column 2 holds \"x\", which is no number");
        requireFailure("label,a,b\n1,2,3\n", "record 0, column 0 holds \"label\", which is no number");
        requireFailure("1,2,256\n", "record 0, column 2 holds the pixel 256.0, but it must be from 0 to 255.0");
        requireFailure("1,-1,2\n", "record 0, column 1 holds the pixel -1.0");
        requireFailure("1,NaN,2\n", "record 0, column 1 holds the pixel NaN");
        requireFailure("0.5,1,2\n", "record 0, column 0 holds the class 0.5, but it must be a whole number");
        requireFailure("256,1,2\n", "record 0, column 0 holds the class 256.0");
        requireFailure("1,2,3\n1,2,\"3\n", "record 1 cannot be read: ");
        requireFailure("", "there is no record");
        assertThatThrownBy(() -> CsvImages.read(folder.resolve("none.csv"), PAIRS))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none.csv");
    }

    private void requireFailure(String content, String reason) throws IOException {
        Path file = csv(content);
        assertThatThrownBy(() -> CsvImages.read(file, PAIRS))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void formsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> CsvForm.of(0, 2)).hasMessageContaining("0 x 2 pixels");
        assertThatThrownBy(() -> PAIRS.withLabelColumn(3)).hasMessageContaining("column 3");
        assertThatThrownBy(() -> PAIRS.withHeaderLines(-1)).hasMessageContaining("-1 lines");
        assertThatThrownBy(() -> PAIRS.withWhite(0)).hasMessageContaining("white pixel is 0.0");
    }
}
