package org.snn4j.network.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.snn4j.network.array.Shape;

/** What stands before the elements of an {@code .npy} file: their type, their order and the shape. */
record NpyHeader(ElementType type, Order order, Shape shape) {
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
        if (shape.rank() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("an array of " + shape.rank() + " dimensions cannot be an .npy file; "
                    + "NumPy allows at most " + MOST_DIMENSIONS);
        }
    }

    /** The number of bytes that the elements take. */
    long dataBytes() {
        return (long) shape.size() * type.bytes();
    }

    /** Reads a header of version 1.0, 2.0 or 3.0 from the start of the file. */
    static NpyHeader read(NpyInput in) throws IOException {
        byte[] magic = in.read(MAGIC.length, "the 6 bytes \\x93NUMPY with which an .npy file begins");
        int wrong = Arrays.mismatch(magic, MAGIC);
        if (wrong >= 0) {
            throw in.malformed(
                    wrong, "\\x93NUMPY, with which an .npy file begins", String.format("0x%02x", magic[wrong]));
        }
        int length = readLength(in, readMajorVersion(in));
        long start = in.offset();
        String text = new String(in.read(length, "a header of " + length + " bytes"), ISO_8859_1);
        return new NpyHeaderParser(in, start, text).parse();
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
        String lengths = shape.toList().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "(" + lengths + (shape.rank() == 1 ? ",)" : ")");
    }

    private int roomToGrow() {
        if (shape.rank() == 0) {
            return 0;
        }
        int growing = order == Order.FORTRAN ? shape.rank() - 1 : 0;
        return GROWTH_DIGITS - String.valueOf(shape.length(growing)).length();
    }
}
