package org.snn4j.datasets.images;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads IDX files, raw or gzip-compressed; the first bytes decide which. A file must be exactly as long as its header
 * says, and its header may ask for at most {@link #MAX_BYTES}. Offsets in messages count the bytes of the uncompressed
 * file.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">LeCun, Cortes and Burges, The MNIST database: the format</a>
 */
public final class IdxReader {
    /** The most bytes that the elements of a file may take: 1 GiB, some twenty times MNIST's training images. */
    public static final int MAX_BYTES = 1 << 30;

    private static final int MAX_DIMENSIONS = 8;

    private final String source;
    private final IdxType type;
    private final InputStream in;
    private long offset;

    private IdxReader(String source, IdxType type, InputStream in) {
        this.source = source;
        this.type = type;
        this.in = in;
    }

    /**
     * Reads the whole file, of unsigned bytes.
     *
     * @throws IOException naming the file, the offset, what stood there and what would be right
     */
    public static IdxFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file; an IDX file was expected");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads the stream of unsigned bytes to its end and leaves it open.
     *
     * @param source what error messages call the stream
     * @throws IOException naming the source, the offset, what stood there and what would be right
     */
    public static IdxFile read(InputStream stream, String source) throws IOException {
        return read(stream, source, IdxType.UNSIGNED_BYTE, IdxFile::owning);
    }

    /** As {@link #read(InputStream, String)}, for a file of 32-bit integers. */
    static IdxInts readInts(InputStream stream, String source) throws IOException {
        return read(stream, source, IdxType.INT, IdxInts::new);
    }

    private interface Content<T> {
        T of(String source, List<Integer> dimensions, byte[] elements);
    }

    private static <T> T read(InputStream stream, String source, IdxType type, Content<T> content) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream);
        buffered.mark(2);
        byte[] start = buffered.readNBytes(2);
        buffered.reset();
        if (!Arrays.equals(start, StrictGzipInputStream.MAGIC)) {
            return new IdxReader(source, type, buffered).readAll(content);
        }
        try {
            StrictGzipInputStream gzip = StrictGzipInputStream.over(buffered);
            T read = new IdxReader(source, type, gzip).readAll(content);
            gzip.requireEnd();
            return read;
        } catch (EOFException | ZipException e) {
            throw new IOException(source + ": not a whole gzip file: " + e.getMessage(), e);
        }
    }

    /** The length of an IDX header in bytes: the magic number and a 32-bit length for each dimension. */
    static int headerLength(int dimensions) {
        return Integer.BYTES * (1 + dimensions);
    }

    private <T> T readAll(Content<T> content) throws IOException {
        List<Integer> dimensions = readDimensions(readMagic());
        int size = bytesOf(dimensions);
        byte[] elements = in.readNBytes(size);
        offset += elements.length;
        if (elements.length < size) {
            throw failure("the file ends, but its header " + dimensions + " needs " + size + " bytes of elements; "
                    + (size - elements.length) + " are missing");
        }
        if (in.read() != -1) {
            throw failure("more bytes follow, but by its header " + dimensions + " the file ends here");
        }
        return content.of(source, dimensions, elements);
    }

    /** Reads the magic number and returns the number of dimensions. */
    private int readMagic() throws IOException {
        byte[] magic = readHeaderBytes("the magic number");
        offset = 0;
        if (magic[0] != 0 || magic[1] != 0) {
            throw failure("an IDX file starts with two zero bytes, found " + hex(magic));
        }
        if (magic[2] != type.code) {
            throw failure("element type " + type + ", is needed as third byte, found " + hex(magic));
        }
        int dimensions = magic[3] & 0xFF;
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw failure("the fourth byte is the number of dimensions, from 1 to " + MAX_DIMENSIONS + ", found "
                    + hex(magic));
        }
        offset = magic.length;
        return dimensions;
    }

    private List<Integer> readDimensions(int count) throws IOException {
        List<Integer> dimensions = new ArrayList<>();
        for (int dimension = 0; dimension < count; dimension++) {
            byte[] bytes = readHeaderBytes("the length of dimension " + dimension);
            long length = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt());
            if (length < 1 || length > MAX_BYTES) {
                offset -= bytes.length;
                throw failure("dimension " + dimension + " has a length of " + length + "; from 1 to " + MAX_BYTES
                        + " would be right");
            }
            dimensions.add((int) length);
        }
        return dimensions;
    }

    private int bytesOf(List<Integer> dimensions) throws IOException {
        long size = type.bytes;
        for (int length : dimensions) {
            size *= length; // below 2^60: both factors are at most MAX_BYTES
            if (size > MAX_BYTES) {
                throw failure("the header " + dimensions + " asks for more than " + MAX_BYTES + " bytes of elements");
            }
        }
        return (int) size;
    }

    private byte[] readHeaderBytes(String what) throws IOException {
        byte[] bytes = in.readNBytes(Integer.BYTES);
        offset += bytes.length;
        if (bytes.length < Integer.BYTES) {
            throw failure("the file ends within " + what);
        }
        return bytes;
    }

    private IOException failure(String problem) {
        return new IOException(source + ": byte " + offset + ": " + problem);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }
}
