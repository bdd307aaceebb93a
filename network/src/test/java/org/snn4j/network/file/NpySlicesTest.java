package org.snn4j.network.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;

/** Oracle: the whole array, as {@link Npy} reads the same file, which NumPy wrote. */
class NpySlicesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "float32",
                "float32-vector",
                "float32-version-2",
                "float32-fortran",
                "float32-fortran-cube",
                "float64-exact",
                "uint8",
                "bool",
                "bool-fortran",
                "int32",
                "int64"
            })
    void slicesMakeUpTheWhole(String name) throws IOException {
        Path file = Fixtures.path(name + ".npy");
        NdArray whole = Npy.read(file);
        int at = 0;
        try (NpySlices slices = NpySlices.open(file)) {
            assertThat(slices.lengths()).isEqualTo(whole.shape().toList());
            while (slices.hasNext()) {
                NdArray slice = slices.next();
                assertThat(slice).isInstanceOf(whole.getClass());
                assertThat(slice.shape()).isEqualTo(whole.shape().inner());
                for (int i = 0; i < slice.shape().size(); i++) {
                    assertThat(slice.asDouble(i)).isEqualTo(whole.asDouble(at++));
                }
            }
            assertThatThrownBy(slices::next).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(at).isPositive().isEqualTo(whole.shape().size());
    }

    @Test
    void slicesOfArraysAreTheirParts() {
        Shape shape = Shape.of(2, 3);
        assertThat(FloatArray.of(shape, 0, 1, 2, 3, 4, 5).slice(1)).isEqualTo(FloatArray.of(Shape.of(3), 3, 4, 5));
        assertThat(LongArray.of(shape, 0, 1, 2, 3, 4, 5).slice(0)).isEqualTo(LongArray.of(Shape.of(3), 0, 1, 2));
        assertThat(ByteArray.of(Shape.of(2), (byte) 7, (byte) 8).slice(1))
                .isEqualTo(ByteArray.of(Shape.of(), (byte) 8));
        assertThatThrownBy(() -> FloatArray.of(shape, 0, 1, 2, 3, 4, 5).slice(2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> FloatArray.of(Shape.of(), 1).slice(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> FloatArray.of(Shape.of(0, 3)).slice(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** A sparse file of 3 GB, of which the disk holds a few kilobytes. */
    @Test
    void fileOfMoreElementsThanAnArrayHoldsIsReadSliceBySlice() throws IOException {
        Path file = folder.resolve("large.npy");
        byte[] head = new NpyHeader(ElementType.UINT8, NpyHeader.Order.C, List.of(300_000, 100, 100)).toBytes();
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.write(head);
            large.setLength(head.length + 3_000_000_000L);
            large.seek(head.length + 10_001);
            large.write(5);
        }
        assertThatThrownBy(() -> Npy.read(file)).hasMessageContaining("at most 2147483647 elements");
        try (NpySlices slices = NpySlices.open(file)) {
            assertThat(slices.lengths()).containsExactly(300_000, 100, 100);
            assertThat(slices.next().asDouble(1)).isZero();
            assertThat(slices.next().asDouble(1)).isEqualTo(5);
        }
    }

    @Test
    void wrongElementIsNamedByItsPlaceInTheFile() throws IOException {
        byte[] bytes = Fixtures.bytes("bool.npy");
        bytes[bytes.length - 1] = 2;
        Path file = Files.write(folder.resolve("a.npy"), bytes);
        String message;
        try (NpySlices slices = NpySlices.open(file)) {
            message = messageOf(slices);
        }
        assertThatThrownBy(() -> Npy.read(file)).hasMessage(message);
    }

    private static String messageOf(NpySlices slices) {
        try {
            while (slices.hasNext()) {
                slices.next();
            }
        } catch (IOException e) {
            return e.getMessage();
        }
        throw new AssertionError("2 was read as a truth value");
    }

    @Test
    void fileOfAnotherLengthIsRefusedBeforeASliceIsRead() throws IOException {
        byte[] bytes = Fixtures.bytes("uint8.npy");
        Path shorter = Files.write(folder.resolve("short.npy"), Arrays.copyOf(bytes, bytes.length - 1));
        Path longer = Files.write(folder.resolve("long.npy"), Arrays.copyOf(bytes, bytes.length + 1));
        for (Path file : List.of(shorter, longer)) {
            assertThatThrownBy(() -> NpySlices.open(file))
                    .isInstanceOf(MalformedFileException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void whatHasNoSlicesIsRefused() {
        assertThatThrownBy(() -> NpySlices.open(Fixtures.path("float32-scalar.npy")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("at least one dimension");
        assertThatThrownBy(() -> NpySlices.open(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a directory");
    }
}
