package org.snn4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.IdxFile;
import org.snn4j.datasets.images.IdxReader;
import org.snn4j.datasets.images.known.IdxFolder;
import org.snn4j.datasets.images.known.KnownDataset;

class IdxFuzzTest {
    private static final List<String> PLAIN = List.of(
            "train-images-idx3-ubyte",
            "train-labels-idx1-ubyte",
            "t10k-images-idx3-ubyte.gz",
            "t10k-labels-idx1-ubyte.gz");
    private static final List<String> EXTENDED = List.of(
            "qmnist-train-images-idx3-ubyte",
            "qmnist-train-labels-idx2-int",
            "qmnist-test-images-idx3-ubyte.gz",
            "qmnist-test-labels-idx2-int.gz");

    @TempDir
    static Path folder;

    @TempDir
    static Path plain;

    @TempDir
    static Path extended;

    /** One file, raw or gz, as its first bytes say. */
    @FuzzTest
    void file(byte[] content) {
        Optional<IdxFile> file = Trial.read(folder.resolve("elements.idx"), content, IdxReader::read);
        file.ifPresent(read -> assertThat(
                        read.dimensions().stream().mapToLong(length -> length).reduce(1, (a, b) -> a * b))
                .isEqualTo(read.size()));
    }

    /** The four files of a set, of which the first three begin with their lengths, two bytes each, the last is the rest. */
    @FuzzTest
    void set(byte[] contents) {
        write(plain, PLAIN, contents);
        check(Trial.read(plain, IdxFolder::open, Trial.MOST_BYTES));
    }

    /** The same of a set whose labels are tables of integers. */
    @FuzzTest
    void extendedSet(byte[] contents) {
        write(extended, EXTENDED, contents);
        check(Trial.read(extended, path -> IdxFolder.open(path, KnownDataset.QMNIST), Trial.MOST_BYTES));
    }

    private static void check(Optional<DataSplit> split) {
        split.ifPresent(read -> {
            assertThat(read.train().label(read.train().size() - 1))
                    .isBetween(0, read.train().classes() - 1);
            assertThat(read.test().intensities(read.test().size() - 1))
                    .hasSize(read.test().pixels());
        });
    }

    private static void write(Path folder, List<String> names, byte[] contents) {
        ByteBuffer rest = ByteBuffer.wrap(contents);
        for (String name : names) {
            boolean last = name.equals(names.get(names.size() - 1));
            int length = last || rest.remaining() < Short.BYTES
                    ? rest.remaining()
                    : Math.min(Short.toUnsignedInt(rest.getShort()), rest.remaining());
            byte[] content = new byte[Math.min(length, rest.remaining())];
            rest.get(content);
            Trial.write(folder.resolve(name), content);
        }
    }
}
