package org.snn4j.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.Adler32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Oracle: what is published of MNIST, and the checksums that Deeplearning4j holds of the original files. */
class MnistTest {
    private static DataSplit mnist;

    @BeforeAll
    static void read() throws IOException {
        mnist = Mnist.split();
    }

    private static int[] classCounts(LabelledImages images) {
        int[] counts = new int[images.classes()];
        IntStream.range(0, images.size()).forEach(i -> counts[images.label(i)]++);
        return counts;
    }

    private static int[] firstLabels(LabelledImages images) {
        return IntStream.range(0, 5).map(images::label).toArray();
    }

    @Test
    void trainingImagesAreThePublishedOnes() {
        LabelledImages train = mnist.train();
        assertThat(train.toString()).isEqualTo("mnist-train (60000 images of 28 x 28, 10 classes)");
        assertThat(firstLabels(train)).containsExactly(5, 0, 4, 1, 9);
        assertThat(classCounts(train)).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    }

    @Test
    void testImagesAreThePublishedOnes() {
        LabelledImages test = mnist.test();
        assertThat(test.toString()).isEqualTo("mnist-test (10000 images of 28 x 28, 10 classes)");
        assertThat(firstLabels(test)).containsExactly(7, 2, 1, 0, 4);
        assertThat(classCounts(test)).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    }

    /** 0.1307 is the mean that is used everywhere to standardise MNIST. */
    @Test
    void meanIntensityIsThePublishedOne() {
        LabelledImages train = mnist.train();
        double sum = 0;
        for (int i = 0; i < train.size(); i++) {
            for (float intensity : train.intensities(i)) {
                sum += intensity;
            }
        }
        assertThat(sum / train.size() / train.pixels()).isBetween(0.13065, 0.13070);
    }

    @Test
    void uncompressedFilesHaveTheirPublishedChecksums() throws IOException {
        Map<MnistFile, Long> checksums = Map.of(
                MnistFile.TRAIN_IMAGES, 2094436111L,
                MnistFile.TRAIN_LABELS, 4008842612L,
                MnistFile.TEST_IMAGES, 2165396896L,
                MnistFile.TEST_LABELS, 2212998611L);
        for (MnistFile file : MnistFile.values()) {
            Adler32 adler = new Adler32();
            adler.update(new GZIPInputStream(new ByteArrayInputStream(file.gzip())).readAllBytes());
            assertThat(adler.getValue()).as(file.fileName()).isEqualTo(checksums.get(file));
        }
    }

    @Test
    void validationImagesAreTheLastTenThousandOfTheTrainingImages() {
        DataSplit split = mnist.holdOut(Mnist.VALIDATION);
        assertThat(split.train().name()).isEqualTo("mnist-train[0:50000]");
        assertThat(split.test().name()).isEqualTo("mnist-train[50000:60000]");
        assertThat(split.test().intensities(0)).isEqualTo(mnist.train().intensities(50_000));
    }

    @Test
    void hashesTellTheSlicesApart() {
        assertThat(mnist.train().first(100).sha256())
                .isEqualTo(mnist.train().slice(0, 100).sha256())
                .isNotEqualTo(mnist.train().slice(1, 101).sha256());
    }

    @Test
    void damagedFileIsNamedWithBothHashes() throws IOException {
        byte[] damaged = MnistFile.TEST_LABELS.gzip();
        damaged[100] ^= 1;
        assertThatThrownBy(() -> MnistFile.TEST_LABELS.verified(damaged))
                .isInstanceOf(IOException.class)
                .hasMessage("the resource mnist/t10k-labels-idx1-ubyte.gz has the SHA-256 " + Sha256.of(damaged)
                        + ", but must have b91679a0acfe4ba0e50a2437a903084cba1f5f92592b016a25a7dfd00455798b");
    }
}
