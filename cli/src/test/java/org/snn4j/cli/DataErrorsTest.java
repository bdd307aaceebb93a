package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with files ends with status 1, says which file and where, and leaves nothing behind. */
class DataErrorsTest {
    private static final byte[] IMAGES = idx(12, 28, 28);
    private static final byte[] LABELS = idx(12);

    @TempDir
    private Path temporary;

    private Path data;
    private Path out;

    @BeforeEach
    void writeDataSet() throws IOException {
        data = Files.createDirectory(temporary.resolve("data"));
        out = temporary.resolve("runs/run");
        write("train-images-idx3-ubyte", IMAGES);
        write("train-labels-idx1-ubyte", LABELS);
        write("t10k-images-idx3-ubyte", IMAGES);
        write("t10k-labels-idx1-ubyte", LABELS);
    }

    /** Otherwise the tests below could fail for another reason than theirs. */
    @Test
    void wholeDataSetIsTrainedOn() throws IOException {
        assertThat(train().json().get("trainSamples").asInt()).isEqualTo(12);
        assertThat(out.resolve("report.html")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train-images-idx3-ubyte",
                "train-labels-idx1-ubyte",
                "t10k-images-idx3-ubyte",
                "t10k-labels-idx1-ubyte"
            })
    void missingFileIsNamed(String name) throws IOException {
        Files.delete(data.resolve(name));
        requireNothingLeft(train(), data.toString(), name);
    }

    @Test
    void truncatedFileIsNamedWithThePlace() throws IOException {
        write("train-images-idx3-ubyte", Arrays.copyOf(IMAGES, 1000));
        requireNothingLeft(train(), "train-images-idx3-ubyte", "byte 1000");
    }

    @Test
    void fileWithAnotherMagicNumberIsNamedWithIt() throws IOException {
        byte[] damaged = LABELS.clone();
        damaged[2] = 0x0D;
        write("t10k-labels-idx1-ubyte", damaged);
        requireNothingLeft(train(), "t10k-labels-idx1-ubyte", "00 00 0d 01");
    }

    @Test
    void truncatedGzipFileIsNamed() throws IOException {
        Files.delete(data.resolve("train-images-idx3-ubyte"));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(IMAGES);
        }
        write("train-images-idx3-ubyte.gz", Arrays.copyOf(compressed.toByteArray(), compressed.size() - 20));
        requireNothingLeft(train(), "train-images-idx3-ubyte.gz", "gzip");
    }

    @Test
    void numbersOfImagesAndLabelsThatDifferAreGiven() throws IOException {
        write("train-labels-idx1-ubyte", idx(11));
        requireNothingLeft(train(), "train-labels-idx1-ubyte", "12 images", "11 labels");
    }

    @Test
    void imagesOfAnotherSizeThanTheNetworkTakesAreRefused() throws IOException {
        write("train-images-idx3-ubyte", idx(12, 8, 8));
        write("t10k-images-idx3-ubyte", idx(12, 8, 8));
        requireNothingLeft(train(), "8 x 8", "784");
    }

    @Test
    void folderThatIsNotEmptyStaysAsItIs() throws IOException {
        Files.createDirectories(out);
        Path treasure = Files.writeString(out.resolve("model.zip"), "months of work");
        assertThat(train().requireFailure(1).messages()).contains(out.toString(), "not empty");
        assertThat(treasure).hasContent("months of work");
        assertThat(out)
                .isDirectoryContaining(treasure::equals)
                .isDirectoryNotContaining(file -> !file.equals(treasure));
    }

    @Test
    void emptyFolderOfTheUsersStaysWhenTheRunFails() throws IOException {
        Files.createDirectories(out);
        write("train-images-idx3-ubyte", idx(12, 8, 8));
        write("t10k-images-idx3-ubyte", idx(12, 8, 8));
        train().requireFailure(1);
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void fileInTheWayOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "in the way");
        out = file;
        assertThat(train().requireFailure(1).messages()).contains(file.toString());
        out = file.resolve("run");
        assertThat(train().requireFailure(1).messages()).contains(file.toString());
        assertThat(file).hasContent("in the way");
    }

    @Test
    void missingModelIsNamed() {
        Path model = temporary.resolve("none.zip");
        assertThat(Invocation.of("evaluate", model, "--json").requireFailure(1).messages())
                .contains(model.toString());
        assertThat(Invocation.of("predict", model, "digit.png", "--json")
                        .requireFailure(1)
                        .messages())
                .contains(model.toString());
    }

    @Test
    void damagedModelIsNamed() throws IOException {
        train().json();
        byte[] whole = Files.readAllBytes(out.resolve("model.zip"));
        Path model = Files.write(temporary.resolve("part.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(Invocation.of("evaluate", model).requireFailure(1).messages())
                .contains(model.toString());

        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 0x55;
        Files.write(model, flipped);
        assertThat(Invocation.of("evaluate", model).requireFailure(1).messages())
                .contains(model.toString());
    }

    @Test
    void modelForImagesOfAnotherSizeIsRefused() throws IOException {
        train().json();
        write("train-images-idx3-ubyte", idx(12, 8, 8));
        write("t10k-images-idx3-ubyte", idx(12, 8, 8));
        assertThat(Invocation.of("evaluate", out.resolve("model.zip"), "--dataset", data)
                        .requireFailure(1)
                        .messages())
                .contains("8 x 8", "28");
    }

    private Invocation train() {
        return Invocation.of("train", "--neurons", 4, "--quiet", "--json", "--dataset", data, "--out", out);
    }

    private void requireNothingLeft(Invocation invocation, String... culprits) {
        assertThat(invocation.requireFailure(1).messages()).contains(culprits);
        assertThat(out.getParent()).doesNotExist();
    }

    private void write(String name, byte... content) throws IOException {
        Files.write(data.resolve(name), content);
    }

    /** An IDX file: its header, then elements that are right as labels and as pixels. */
    private static byte[] idx(int... lengths) {
        int size = Arrays.stream(lengths).reduce(1, Math::multiplyExact);
        int header = Integer.BYTES * (1 + lengths.length);
        ByteBuffer file = ByteBuffer.allocate(header + size);
        file.putInt(0x0800 + lengths.length);
        Arrays.stream(lengths).forEach(file::putInt);
        for (int i = 0; i < size; i++) {
            file.put((byte) (lengths.length == 1 ? i % 3 : i % 251));
        }
        return file.array();
    }
}
