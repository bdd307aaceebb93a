package org.snn4j.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snn4j.datasets.images.Idx.dimensions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private void writeAll() throws IOException {
        write("train-images-idx3-ubyte.gz", Idx.gzip(IMAGE));
        write("train-labels-idx1-ubyte", label(3));
        write("t10k-images.idx3-ubyte", IMAGE);
        write("test-labels.idx1-ubyte.gz", Idx.gzip(label(5)));
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
        assertThat(IdxFolder.open(folder).train().classes()).isEqualTo(6);
    }

    @Test
    void missingFileNamesTheFolderAndTheNamesLookedFor() throws IOException {
        writeAll();
        Files.delete(folder.resolve("train-labels-idx1-ubyte"));
        assertThatThrownBy(() -> IdxFolder.open(folder))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder + ": the folder holds none of train-labels-idx1-ubyte, train-labels-idx1-ubyte.gz,"
                        + " train-labels.idx1-ubyte, train-labels.idx1-ubyte.gz");
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
}
