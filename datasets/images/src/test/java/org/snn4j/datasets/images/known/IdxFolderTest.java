package org.snn4j.datasets.images.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snn4j.datasets.images.Idx.dimensions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.Idx;
import org.snn4j.datasets.images.LabelledImages;

/** Oracle: folders with one image of one pixel per file, written here. */
class IdxFolderTest {
    private static final byte[] IMAGE = Idx.file(dimensions(1, 1, 1), (byte) 7);

    @TempDir
    Path folder;

    private void write(String name, byte... bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] label(int label) {
        return Idx.file(dimensions(1), (byte) label);
    }

    /** An image of one pixel to learn, labelled 3, and one to test, labelled 5. */
    private void writeAll() throws IOException {
        write("train-images-idx3-ubyte.gz", Idx.gzip(IMAGE));
        write("train-labels-idx1-ubyte", label(3));
        write("t10k-images.idx3-ubyte", IMAGE);
        write("test-labels.idx1-ubyte.gz", Idx.gzip(label(5)));
    }

    private void writeEmnist(String split, int trainLabel, int testLabel) throws IOException {
        byte[] images = Idx.file(dimensions(1, 2, 3), (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6);
        for (String part : new String[] {"train", "test"}) {
            write("emnist-" + split + "-" + part + "-images-idx3-ubyte.gz", Idx.gzip(images));
        }
        write("emnist-" + split + "-train-labels-idx1-ubyte.gz", Idx.gzip(label(trainLabel)));
        write("emnist-" + split + "-test-labels-idx1-ubyte", label(testLabel));
    }

    private void writeQmnist(int trainLabel) throws IOException {
        write("qmnist-train-images-idx3-ubyte.gz", Idx.gzip(IMAGE));
        write("qmnist-test-images-idx3-ubyte", IMAGE);
        write("qmnist-train-labels-idx2-int.gz", Idx.gzip(extended(trainLabel)));
        write("qmnist-test-labels-idx2-int", extended(9));
    }

    private static byte[] extended(int label) {
        ByteBuffer bytes = ByteBuffer.allocate(44).putInt(0x0C02).putInt(1).putInt(8);
        return bytes.putInt(label).putInt(4).putInt(2134).putInt(77).array();
    }

    @Test
    void usualNamesAreFoundRawAndCompressed() throws IOException {
        writeAll();
        DataSplit split = IdxFolder.open(folder);
        assertThat(split.name()).isEqualTo(folder.getFileName().toString());
        assertThat(split.train().label(0)).isEqualTo(3);
        assertThat(split.test().label(0)).isEqualTo(5);
        assertThat(split.train().pixel(0, 0)).isEqualTo(7);
    }

    @Test
    void classesReachTheHighestLabelOfBothParts() throws IOException {
        writeAll();
        assertThat(IdxFolder.open(folder).train().classNames()).containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void knownSetsHaveTheirClassesWhateverLabelsComeUp() throws IOException {
        writeAll();
        LabelledImages train =
                IdxFolder.open(folder, KnownDataset.FASHION_MNIST).train();
        assertThat(train.name()).isEqualTo("fashion-mnist-train");
        assertThat(train.classNames()).hasSize(10).endsWith("Bag", "Ankle boot");
    }

    @Test
    void missingFileNamesTheFolderAndTheNamesLookedFor() throws IOException {
        writeAll();
        Files.delete(folder.resolve("train-labels-idx1-ubyte"));
        assertThatThrownBy(() -> IdxFolder.open(folder))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder + ": holds none of train-labels-idx1-ubyte, train-labels-idx1-ubyte.gz,"
                        + " train-labels.idx1-ubyte, train-labels.idx1-ubyte.gz, train-labels-idx2-int,"
                        + " train-labels-idx2-int.gz");
    }

    @Test
    void filesThatDoNotFitEachOtherAreNamed() throws IOException {
        writeAll();
        write("train-labels-idx1-ubyte", Idx.file(dimensions(2), (byte) 1, (byte) 1));
        assertThatThrownBy(() -> IdxFolder.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("train-images-idx3-ubyte.gz holds 1 images, but")
                .hasMessageContaining("train-labels-idx1-ubyte holds 2 labels");
    }

    @Test
    void labelsThatAKnownSetDoesNotHaveAreNamed() throws IOException {
        writeAll();
        write("test-labels.idx1-ubyte.gz", Idx.gzip(label(10)));
        assertThatThrownBy(() -> IdxFolder.open(folder, KnownDataset.MNIST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("test-labels.idx1-ubyte.gz: byte 8: label 0 is 10, but must be from 0 to 9");
    }

    @Test
    void emnistsImagesAreTurnedUpright() throws IOException {
        writeEmnist("balanced", 46, 0);
        DataSplit split = IdxFolder.open(folder);
        assertThat(split.name()).isEqualTo("emnist-balanced");
        LabelledImages train = split.train();
        assertThat(train.height()).isEqualTo(3);
        assertThat(train.width()).isEqualTo(2);
        assertThat(train.image(0).pixels()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(train.classNames().get(train.label(0))).isEqualTo("t");
        assertThat(train.classes()).isEqualTo(47);
    }

    @Test
    void emnistsLettersBeginWithOneAndAreNumberedFromZero() throws IOException {
        writeEmnist("letters", 1, 26);
        DataSplit split = IdxFolder.open(folder);
        assertThat(split.train().label(0)).isZero();
        assertThat(split.test().label(0)).isEqualTo(25);
        assertThat(split.test().classNames()).hasSize(26).startsWith("a").endsWith("z");
        write("emnist-letters-test-labels-idx1-ubyte", label(0));
        assertThatThrownBy(() -> IdxFolder.open(folder))
                .hasMessageContaining(
                        "emnist-letters-test-labels-idx1-ubyte: byte 8: label 0 is 0," + " but must be from 1 to 26");
        write("emnist-letters-test-labels-idx1-ubyte", label(27));
        assertThatThrownBy(() -> IdxFolder.open(folder)).hasMessageContaining("label 0 is 27");
    }

    @Test
    void qmnistsClassesAreTheFirstColumnOfItsLabels() throws IOException {
        writeQmnist(4);
        DataSplit split = IdxFolder.open(folder);
        assertThat(split.name()).isEqualTo("qmnist");
        assertThat(split.train().label(0)).isEqualTo(4);
        assertThat(split.test().label(0)).isEqualTo(9);
        writeQmnist(1000);
        assertThatThrownBy(() -> IdxFolder.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("qmnist-train-labels-idx2-int.gz: byte 12: label 0 is 1000");
    }

    @Test
    void ofSeveralSetsInAFolderOneMustBeNamed() throws IOException {
        writeEmnist("letters", 1, 2);
        writeEmnist("digits", 1, 2);
        assertThatThrownBy(() -> IdxFolder.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": holds files of more than one data set, emnist-letters, emnist-digits;"
                        + " say which one is meant");
        assertThat(IdxFolder.open(folder, KnownDataset.EMNIST_DIGITS).train().label(0))
                .isEqualTo(1);
        writeAll();
        assertThatThrownBy(() -> IdxFolder.open(folder)).hasMessageContaining("those with MNIST's names and of emnist");
    }

    @Test
    void foldersWithoutIdxFilesAreTold() throws IOException {
        assertThat(IdxFolder.holdsIdxFiles(folder)).isFalse();
        write("readme.txt", (byte) 1);
        assertThat(IdxFolder.holdsIdxFiles(folder)).isFalse();
        write("emnist-letters-test-labels-idx1-ubyte", label(1));
        assertThat(IdxFolder.holdsIdxFiles(folder)).isTrue();
    }
}
