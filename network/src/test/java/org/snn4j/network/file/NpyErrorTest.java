package org.snn4j.network.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;

/** Oracle: the format's description at numpy.org; each message must name file, byte, expected and found. */
class NpyErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "float32-big-endian.npy | 20 | '>f4', which is big-endian",
                "int16.npy | 20 | '<i2'; convert",
                "complex.npy | 20 | '<c8'",
                "objects.npy | 20 | '|O'",
                "records.npy | 20 | records cannot be read",
                "float64-inexact.npy | 136 | found 0.1; round them in NumPy",
            })
    void unreadableTypeIsRefusedByName(String name, int offset, String message) {
        assertThatThrownBy(() -> Npy.read(Fixtures.path(name)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining(name + ": at byte " + offset + ": expected ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 1} | 66 | 'more'",
                "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)} | 27 | 'descr' again",
                "{'descr': '<f4', 'fortran_order': False} | 10 | no shape",
                "{} | 10 | no descr",
                "['descr'] | 10 | found '['",
                "{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)} | 44 | expected True or False",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1)} | 62 | a tuple of one number is written (n,)",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)} | 61 | found '-'",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1L,)} | 62 | found 'L'",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (01,)} | 61 | found 01",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1e3,)} | 62 | found 'e'",
                "{'descr': '<f4', 'fortran_order': False, 'shape': [1]} | 60 | found '['",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3000000000,)} | 61 | 2147483647",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)} | 61 | 2147483647",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536)} | 60 | [65536, 65536]",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} () | 66 | blanks",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,) | 65 | the header's end",
                "{'descr': '<\\x664', 'fortran_order': False, 'shape': (1,)} | 22 | found '\\'",
                "{'descr: '<f4' | 20 | found '<'",
                "{'descr | 17 | 0x0a",
            })
    void brokenHeaderIsRefusedWhereItBreaks(String header, int offset, String message) {
        assertThatThrownBy(() -> Npy.read(file(header + "\n", 4), "a.npy"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("a.npy: at byte " + offset + ": expected ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'shape':(1,),'fortran_order':False,'descr':\"<f4\"}",
                "  { 'shape' : ( 1 , 1 , ) ,\t'fortran_order' : False , 'descr' : '<f4' , }   ",
            })
    void otherSpellingsOfTheSameDictionaryAreRead(String header) {
        assertThatCode(() -> Npy.read(file(header + "\n", 4), "a.npy")).doesNotThrowAnyException();
    }

    @Test
    void headerWithoutLineFeedIsRefused() {
        assertThatThrownBy(() -> Npy.read(file("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", 4), "a.npy"))
                .hasMessageContaining("line feed");
    }

    @Test
    void tooManyDimensionsAreRefusedBothWays() {
        String lengths = "1, ".repeat(65);
        assertThatThrownBy(() -> Npy.read(
                        file("{'descr': '<f4', 'fortran_order': False, 'shape': (" + lengths + ")}\n", 4), "a.npy"))
                .hasMessageContaining("at most 64 dimensions, found 65");
        int[] ones = new int[65];
        Arrays.fill(ones, 1);
        assertThatThrownBy(() -> Npy.write(ByteArray.of(Shape.of(ones), (byte) 1), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65 dimensions");
    }

    @Test
    void wrongMagicVersionAndLengthAreRefused() {
        byte[] good = Fixtures.bytes("float32-version-2.npy");
        assertThatThrownBy(() -> Npy.read(with(good, 3, 'n'), "a.npy")).hasMessageContaining("at byte 3:");
        assertThatThrownBy(() -> Npy.read(with(good, 6, 4), "a.npy")).hasMessageContaining("found 4.0");
        assertThatThrownBy(() -> Npy.read(with(good, 7, 1), "a.npy")).hasMessageContaining("found 2.1");
        assertThatThrownBy(() -> Npy.read(with(good, 11, 0xFF), "a.npy"))
                .hasMessageContaining("at byte 8: expected a header of at most 10000 bytes, found 42");
    }

    @Test
    void truthValueOtherThanZeroAndOneIsRefused() {
        assertThatThrownBy(() -> Npy.read(with(Fixtures.bytes("bool.npy"), 129, 2), "a.npy"))
                .hasMessage("a.npy: at byte 129: expected a '|b1' truth value, 0 or 1, found 2");
    }

    @Test
    void missingAndTrailingBytesAreNamed() {
        byte[] good = Fixtures.bytes("float32.npy");
        byte[] shorter = Arrays.copyOf(good, good.length - 1);
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        assertThatThrownBy(() -> Npy.read(shorter, "a.npy"))
                .hasMessage("a.npy: at byte 175: expected 48 bytes of data, [3, 4] of '<f4', found 47 bytes");
        assertThatThrownBy(() -> Npy.read(longer, "a.npy"))
                .hasMessage("a.npy: at byte 176: expected 48 bytes of data, [3, 4] of '<f4', found 49 bytes");
        assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(shorter), "a.npy"))
                .hasMessage("a.npy: at byte 175: expected 48 bytes of data, [3, 4] of '<f4', found the file's end");
        assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(longer), "a.npy"))
                .hasMessage("a.npy: at byte 176: expected the file's end, found more bytes");
    }

    /** A claim of eight gigabytes over four bytes: allocating it first would be an OutOfMemoryError in this JVM. */
    @Test
    void hugeClaimOverFewBytesAllocatesNothing() {
        byte[] hostile = file("{'descr': '<i8', 'fortran_order': False, 'shape': (2147483647,)}\n", 4);
        InputStream stream = new ByteArrayInputStream(hostile);
        assertThatThrownBy(() -> Npy.read(hostile, "a.npy")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Npy.read(stream, "a.npy")).isInstanceOf(IOException.class);
    }

    @Test
    void typeThatWasNotAskedForIsRefused() {
        assertThatThrownBy(() -> Npy.readBytes(Fixtures.path("float32.npy")))
                .hasMessageContaining("expected an array of '|u1', '|b1', found '<f4'");
        assertThatThrownBy(() -> Npy.readFloats(Fixtures.path("int64.npy"))).hasMessageContaining("found '<i8'");
        assertThatThrownBy(() -> Npy.readLongs(Fixtures.path("float32.npy"))).hasMessageContaining("found '<f4'");
    }

    @Test
    void absentFileAndFolderAreNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Npy.read(folder.resolve("none.npy")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none.npy");
        assertThatThrownBy(() -> Npy.read(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a directory");
    }

    private static byte[] file(String header, int dataBytes) {
        return ByteBuffer.allocate(10 + header.length() + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length())
                .put(header.getBytes(ISO_8859_1))
                .array();
    }

    private static byte[] with(byte[] file, int offset, int value) {
        byte[] changed = file.clone();
        changed[offset] = (byte) value;
        return changed;
    }
}
