package org.snn4j.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.snn4j.datasets.images.Idx.concatenated;
import static org.snn4j.datasets.images.Idx.dimensions;
import static org.snn4j.datasets.images.Idx.file;
import static org.snn4j.datasets.images.Idx.gzip;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the format's description, written out byte by byte here. */
class IdxReaderTest {
    private static final byte[] SIX =
            file(dimensions(2, 3), (byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 255);

    private static IdxFile read(byte... bytes) throws IOException {
        return IdxReader.read(new ByteArrayInputStream(bytes), "some.idx");
    }

    @Test
    void rawAndCompressedFilesReadTheSame() throws IOException {
        for (byte[] bytes : new byte[][] {SIX, gzip(SIX)}) {
            IdxFile idx = read(bytes);
            assertThat(idx.dimensions()).containsExactly(2, 3);
            assertThat(idx.size()).isEqualTo(6);
            assertThat(idx.get(5)).isEqualTo(255);
            assertThat(idx.source()).isEqualTo("some.idx");
        }
    }

    @Test
    void pathsNameTheSource(@TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("a.gz"), gzip(SIX));
        assertThat(IdxReader.read(path).source()).isEqualTo(path.toString());
        assertThatThrownBy(() -> IdxReader.read(folder.resolve("b.gz")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("b.gz: there is no such file");
    }

    @Test
    void everyShorterFileIsRefused() {
        for (int length = 0; length < SIX.length; length++) {
            byte[] cut = Arrays.copyOf(SIX, length);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("some.idx: byte " + length + ": the file ends");
            assertThatThrownBy(() -> read(gzip(cut)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("some.idx: byte " + length + ": the file ends");
        }
    }

    @Test
    void truncationSaysHowMuchIsMissing() {
        assertThatThrownBy(() -> read(Arrays.copyOf(SIX, SIX.length - 2)))
                .hasMessage(
                        "some.idx: byte 16: the file ends, but its header [2, 3] needs 6 bytes of elements; 2 are missing");
    }

    @Test
    void trailingBytesAreRefused() {
        byte[] longer = Arrays.copyOf(SIX, SIX.length + 1);
        String message = "some.idx: byte 18: more bytes follow, but by its header [2, 3] the file ends here";
        assertThatThrownBy(() -> read(longer)).isInstanceOf(IOException.class).hasMessage(message);
        assertThatThrownBy(() -> read(gzip(longer)))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 17, 18, 19, 30, 100, 511, 512, 513, 20_000})
    void bytesAfterTheGzipTrailerAreRefused(int count) {
        byte[] whole = gzip(SIX);
        for (byte filler : new byte[] {0, 0x1F, 'x'}) {
            byte[] rest = new byte[count];
            Arrays.fill(rest, filler);
            assertThatThrownBy(() -> read(concatenated(whole, rest)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("some.idx: not a whole gzip file: ");
        }
    }

    @Test
    void gzipMembersMayFollowEachOther() throws IOException {
        byte[] first = gzip(Arrays.copyOf(SIX, 7));
        byte[] second = gzip(Arrays.copyOfRange(SIX, 7, SIX.length));
        assertThat(read(concatenated(first, second)).get(5)).isEqualTo(255);
    }

    @Test
    void everyTruncatedGzipFileIsRefused() {
        byte[] whole = gzip(SIX);
        for (int length = 2; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("some.idx: not a whole gzip file: ");
        }
    }

    @Test
    void gzipChecksumIsChecked() {
        byte[] damaged = gzip(SIX);
        damaged[damaged.length - 8] ^= 1;
        assertThatThrownBy(() -> read(damaged))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("some.idx: not a whole gzip file: ");
    }

    @Test
    void wrongMagicNumbersAreNamed() {
        assertThatThrownBy(() -> read("PK\3\4 not this".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("some.idx: byte 0: an IDX file starts with two zero bytes, found 50 4b 03 04");
        assertThatThrownBy(() -> read((byte) 0, (byte) 0, (byte) 0x0D, (byte) 1))
                .hasMessage("some.idx: byte 0: element type 0x08, unsigned byte, is needed as third byte,"
                        + " found 00 00 0d 01");
        assertThatThrownBy(() -> read((byte) 0, (byte) 0, (byte) 8, (byte) 0))
                .hasMessageContaining("the number of dimensions, from 1 to 8, found 00 00 08 00");
        assertThatThrownBy(() -> read((byte) 0, (byte) 0, (byte) 8, (byte) 200))
                .hasMessageContaining("the number of dimensions, from 1 to 8, found 00 00 08 c8");
    }

    /** Elements of eight bytes would be of another type; the first three of the table are −1, 2^31 − 1 and 7. */
    @Test
    void integersAreReadBigEndianAndCountedInBytes() throws IOException {
        byte[] table = {0, 0, 0x0C, 2, 0, 0, 0, 1, 0, 0, 0, 3, -1, -1, -1, -1, 0x7F, -1, -1, -1, 0, 0, 0, 7};
        for (byte[] bytes : new byte[][] {table, gzip(table)}) {
            IdxInts read = IdxReader.readInts(new ByteArrayInputStream(bytes), "table");
            assertThat(read.column(2, 3).get(0)).isEqualTo(7);
            assertThatThrownBy(() -> read.column(0, 3))
                    .hasMessage("table: byte 12: label 0 is -1, but must be from 0 to 255");
            assertThatThrownBy(() -> read.column(1, 3))
                    .hasMessage("table: byte 16: label 0 is 2147483647, but must be from 0 to 255");
            assertThatThrownBy(() -> read.column(0, 8))
                    .hasMessage("table: dimensions are [1, 3], but extended labels [n, 8] are needed");
        }
        byte[] cut = Arrays.copyOf(table, 21);
        assertThatThrownBy(() -> IdxReader.readInts(new ByteArrayInputStream(cut), "table"))
                .hasMessage("table: byte 21: the file ends, but its header [1, 3] needs 12 bytes of elements;"
                        + " 3 are missing");
        assertThatThrownBy(() -> IdxReader.readInts(new ByteArrayInputStream(SIX), "table"))
                .hasMessage("table: byte 0: element type 0x0c, 32-bit integer, is needed as third byte,"
                        + " found 00 00 08 02");
        assertThatThrownBy(() -> IdxReader.readInts(
                        new ByteArrayInputStream(new byte[] {0, 0, 0x0C, 1, 0x20, 0, 0, 0}), "table"))
                .hasMessageContaining("asks for more than 1073741824 bytes of elements");
    }

    @Test
    void impossibleLengthsAreNamedWithTheirPlace() {
        assertThatThrownBy(() -> read(file(dimensions(2, -1))))
                .hasMessage("some.idx: byte 8: dimension 1 has a length of 4294967295;"
                        + " from 1 to 1073741824 would be right");
        assertThatThrownBy(() -> read(file(dimensions(0))))
                .hasMessageStartingWith("some.idx: byte 4: dimension 0 has a length of 0");
    }

    @Test
    void productsThatWouldOverflowAreRefused() {
        assertThatThrownBy(() -> read(file(dimensions(1 << 16, 1 << 16)))).hasMessageContaining("asks for more than");
        int most = IdxReader.MAX_BYTES;
        assertThatThrownBy(() -> read(file(dimensions(most, most, most, 16))))
                .hasMessageContaining("asks for more than 1073741824 bytes of elements");
    }

    @Test
    void claimedSizeIsNotAllocatedBeforeItIsSeen() {
        byte[] claim = file(dimensions(IdxReader.MAX_BYTES));
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> read(claim)).hasMessageContaining("1073741824 are missing");
        assertThatThrownBy(() -> read(gzip(claim))).hasMessageContaining("1073741824 are missing");
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
    }

    @Test
    void compressedBombStopsAtTheClaimedSize() {
        byte[] bomb = gzip(concatenated(file(dimensions(10)), new byte[50_000_000]));
        assertThatThrownBy(() -> read(bomb)).hasMessageStartingWith("some.idx: byte 18: more bytes follow");
    }

    @Property(tries = 500)
    void damagedFilesAreReadWholeOrRefused(
            @ForAll @IntRange(max = 17) int place, @ForAll byte value, @ForAll @Size(max = 3) byte[] tail) {
        byte[] damaged = concatenated(SIX, tail);
        damaged[place] = value;
        try {
            IdxFile idx = read(damaged);
            assertThat(4 + 4 * idx.dimensions().size() + idx.size()).isEqualTo(damaged.length);
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith("some.idx: ");
        }
    }
}
