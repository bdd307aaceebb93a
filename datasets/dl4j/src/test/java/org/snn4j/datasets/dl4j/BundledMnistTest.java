package org.snn4j.datasets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.common.resources.DL4JResources;
import org.deeplearning4j.datasets.iterator.impl.MnistDataSetIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;

/** Oracle: our own reader of the same files; a download would fail, as it is sent to an address that does not exist. */
class BundledMnistTest {
    @TempDir
    static Path shared;

    private static BundledMnist mnist;
    private static String downloads;

    @BeforeAll
    static void unpackAndCutTheLine() throws IOException {
        downloads = DL4JResources.getBaseDownloadURL();
        DL4JResources.setBaseDownloadURL("file:///nowhere/");
        mnist = BundledMnist.in(shared);
    }

    @AfterAll
    static void restore() {
        DL4JResources.setBaseDownloadURL(downloads);
        DL4JResources.resetBaseDirectoryLocation();
    }

    @Test
    void iteratorGivesTheImagesInOrder() throws IOException {
        LabelledImages test = Mnist.test();
        DataSetIterator iterator = mnist.test(64);
        int seen = 0;
        while (iterator.hasNext()) {
            DataSet batch = iterator.next();
            for (int i = 0; i < batch.numExamples(); i += 37) {
                assertThat(batch.getFeatures().getRow(i).toFloatVector()).isEqualTo(test.intensities(seen + i));
                assertThat(batch.getLabels().getFloat(i, test.label(seen + i))).isEqualTo(1);
            }
            seen += batch.numExamples();
        }
        assertThat(seen).isEqualTo(10_000);
        assertThat(mnist.train(1000).next().getFeatures().getRow(999).toFloatVector())
                .isEqualTo(Mnist.train().intensities(999));
    }

    @Test
    void sameSeedGivesTheSameOrder() throws IOException {
        DataSet first = mnist.shuffledTrain(100, 7).next();
        assertThat(mnist.shuffledTrain(100, 7).next().getLabels()).isEqualTo(first.getLabels());
        assertThat(mnist.shuffledTrain(100, 8).next().getLabels()).isNotEqualTo(first.getLabels());
    }

    @Test
    void deeplearning4jsOwnConstructorFindsTheSameFiles() throws IOException {
        DL4JResources.setBaseDirectory(shared.toFile());
        DataSet stock = new MnistDataSetIterator(32, false, 3).next();
        assertThat(stock.getFeatures().sumNumber().doubleValue()).isGreaterThan(1000);
    }

    @Test
    void unpackedFilesAreLeftAlone() throws IOException {
        Path labels = shared.resolve("t10k-labels-idx1-ubyte");
        FileTime before = Files.getLastModifiedTime(labels);
        BundledMnist.in(shared);
        assertThat(Files.getLastModifiedTime(labels)).isEqualTo(before);
        try (Stream<Path> files = Files.list(shared)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void fileWithOtherContentIsNamedAndKept(@TempDir Path folder) throws IOException {
        Path labels = folder.resolve("train-labels-idx1-ubyte");
        byte[] mine = Files.readAllBytes(shared.resolve("train-labels-idx1-ubyte"));
        mine[8] = 4;
        Files.write(labels, mine);
        assertThatThrownBy(() -> BundledMnist.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(labels + ": byte 8: the file differs from MNIST's of that name (found 0x04, expected 0x05);"
                        + " it has been left alone, so move it away or name another folder");
        assertThat(Files.readAllBytes(labels)).isEqualTo(mine);
    }

    @Test
    void shorterAndLongerFilesAreNamed(@TempDir Path folder) throws IOException {
        Path images = folder.resolve("train-images-idx3-ubyte");
        Files.createFile(images);
        assertThatThrownBy(() -> BundledMnist.in(folder)).hasMessageContaining("(found the end, expected 0x00)");
        byte[] whole = Files.readAllBytes(shared.resolve("train-images-idx3-ubyte"));
        Files.write(images, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> BundledMnist.in(folder)).hasMessageContaining("(found 0x00, expected the end)");
    }

    @Test
    void emptyBatchesAreRefused() {
        assertThatThrownBy(() -> mnist.train(0)).hasMessage("the batch size is 0, but must be at least 1");
    }
}
