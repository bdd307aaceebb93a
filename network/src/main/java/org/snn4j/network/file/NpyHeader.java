package org.snn4j.network.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.snn4j.network.array.Shape;

/**
 * What stands before the elements of an {@code .npy} file: their type, their order and the lengths of the dimensions. A file
 * that is read or written in pieces may have more elements than one array can hold.
 */
record NpyHeader(ElementType type, Order order, List<Integer> lengths) {
    /** As many as NumPy allows; with so few a header always fits into version 1.0. */
    static final int MOST_DIMENSIONS = 64;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    /** NumPy's own bound on the headers that it reads. */
    private static final int LONGEST = 10_000;
    /** NumPy leaves room in the header for the outermost length to grow to this many digits. */
    private static final int GROWTH_DIGITS = 21;

    /** Which dimension runs fastest: the last or the first. */
    enum Order {
        C,
        FORTRAN
    }

    NpyHeader {
        lengths = List.copyOf(lengths);
        if (lengths.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("an array of " + lengths.size()
                    + " dimensions cannot be an .npy file; NumPy allows at most " + MOST_DIMENSIONS);
        }
    }

    /** The lengths as the shape of one array, which holds at most 2^31 - 1 elements. */
    Shape shape() {
        return Shape.of(lengths);
    }

    /** The number of bytes that the elements take. @throws ArithmeticException if a long cannot hold it */
    long dataBytes() {
        long bytes = type.bytes();
        for (int length : lengths) {
            bytes = Math.multiplyExact(bytes, length);
        }
        return bytes;
    }

    /** Reads the header of an array that shall be held as one. */
    static NpyHeader read(NpyInput in) throws IOException {
        return read(in, Integer.MAX_VALUE);
    }

    /** Reads a header of version 1.0, 2.0 or 3.0 from the start of a file that has at most so many elements. */
    static NpyHeader read(NpyInput in, long mostElements) throws IOException {
        byte[] magic = in.read(MAGIC.length, "the 6 bytes \\x93NUMPY with which an .npy file begins");
        int wrong = Arrays.mismatch(magic, MAGIC);
        if (wrong >= 0) {
            throw in.malformed(
                    wrong, "\\x93NUMPY, with which an .npy file begins", String.format("0x%02x", magic[wrong]));
        }
        int length = readLength(in, readMajorVersion(in));
        long start = in.offset();
        String text = new String(in.read(length, "a header of " + length + " bytes"), ISO_8859_1);
        return new NpyHeaderParser(in, start, text, mostElements).parse();
    }

    private static int readMajorVersion(NpyInput in) throws IOException {
        byte[] version = in.read(2, "the format's version");
        if (version[0] < 1 || version[0] > 3 || version[1] != 0) {
            throw in.malformed(
                    MAGIC.length, "version 1.0, 2.0 or 3.0", (version[0] & 0xFF) + "." + (version[1] & 0xFF));
        }
        return version[0];
    }

    private static int readLength(NpyInput in, int majorVersion) throws IOException {
        long at = in.offset();
        byte[] field = in.read(majorVersion == 1 ? 2 : 4, "the header's length");
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(Arrays.copyOf(field, 4))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt());
        if (length > LONGEST) {
            throw in.malformed(at, "a header of at most " + LONGEST + " bytes", String.valueOf(length));
        }
        return (int) length;
    }

    /** The file's first bytes up to the elements, version 1.0, as NumPy writes them. */
    byte[] toBytes() {
        String text = dictionary() + " ".repeat(roomToGrow());
        int before = MAGIC.length + 4 + text.length() + 1;
        int padding = ALIGNMENT - before % ALIGNMENT;
        text += " ".repeat(padding) + "\n";
        return ByteBuffer.allocate(before + padding)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) text.length())
                .put(text.getBytes(ISO_8859_1))
                .array();
    }

    private String dictionary() {
        return "{'descr': '" + type.descr() + "', 'fortran_order': " + (order == Order.FORTRAN ? "True" : "False")
                + ", 'shape': " + tuple() + ", }";
    }

    private String tuple() {
        String text = lengths.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "(" + text + (lengths.size() == 1 ? ",)" : ")");
    }

    private int roomToGrow() {
        if (lengths.isEmpty()) {
            return 0;
        }
        int growing = order == Order.FORTRAN ? lengths.size() - 1 : 0;
        return GROWTH_DIGITS - String.valueOf(lengths.get(growing)).length();
    }
}
