package org.snn4j.network.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** Oracle: the file that {@link Npy} writes, and what the folder holds. */
class PiecewiseNpyTest {
    @TempDir
    private Path folder;

    @Test
    void piecesInAnyOrderMakeTheFileThatNumpyWrites() throws IOException {
        Path file = folder.resolve("a.npy");
        try (PiecewiseNpy pieces = PiecewiseNpy.bytes(file, 2, 3)) {
            pieces.write(4, ByteBuffer.wrap(new byte[] {4, 5}));
            pieces.write(0, ByteBuffer.wrap(new byte[] {9, 0, 1, 2, 3}, 1, 4));
            assertThat(file).doesNotExist();
            pieces.complete();
        }
        Path expected = folder.resolve("expected.npy");
        Npy.write(ByteArray.of(Shape.of(2, 3), new byte[] {0, 1, 2, 3, 4, 5}), expected);
        assertThat(file).hasSameBinaryContentAs(expected);
    }

    @Test
    void floatsAreLittleEndian() throws IOException {
        Path file = Files.writeString(folder.resolve("a.npy"), "old");
        ByteBuffer piece = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        piece.putFloat(0.25f).putFloat(-1e30f).flip();
        try (PiecewiseNpy pieces = PiecewiseNpy.floats(file, 1, 2)) {
            pieces.write(0, piece);
            assertThat(file).hasContent("old");
            pieces.complete();
        }
        assertThat(Npy.read(file)).isEqualTo(FloatArray.of(Shape.of(1, 2), 0.25f, -1e30f));
    }

    @Test
    void incompleteFileIsNoneAndLeavesTheOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a.npy"), "old");
        try (PiecewiseNpy pieces = PiecewiseNpy.bytes(file, 2, 3)) {
            pieces.write(0, ByteBuffer.wrap(new byte[5]));
            assertThatThrownBy(pieces::complete)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("5 of 6 bytes");
        }
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryContaining("glob:**a.npy");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void pieceOutsideTheArrayIsRefused() throws IOException {
        try (PiecewiseNpy pieces = PiecewiseNpy.floats(folder.resolve("a.npy"), 2)) {
            assertThatThrownBy(() -> pieces.write(-1, ByteBuffer.allocate(4)))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> pieces.write(1, ByteBuffer.allocate(8)))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("8 bytes at element 1");
            assertThatThrownBy(() -> pieces.write(0, ByteBuffer.allocate(3)))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** Three gigabytes, most of them never written, so that the disk holds a few kilobytes. */
    @Test
    void fileMayHaveMoreElementsThanAnArray() throws IOException {
        try (PiecewiseNpy pieces = PiecewiseNpy.bytes(folder.resolve("a.npy"), 300_000, 100, 100)) {
            assertThat(pieces.dataBytes()).isEqualTo(3_000_000_000L);
            pieces.write(2_999_999_999L, ByteBuffer.wrap(new byte[] {7}));
            Path temporary = Files.list(folder).findFirst().orElseThrow();
            try (NpySlices slices = NpySlices.open(temporary)) {
                assertThat(slices.lengths()).containsExactly(300_000, 100, 100);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatCannotBeAFileIsRefused() {
        assertThatThrownBy(() -> PiecewiseNpy.bytes(folder.resolve("a.npy"), 2, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, -1]");
        assertThatThrownBy(() -> PiecewiseNpy.bytes(folder.resolve("none/a.npy"), 2))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("there is no folder");
        assertThat(folder).isEmptyDirectory();
    }
}
