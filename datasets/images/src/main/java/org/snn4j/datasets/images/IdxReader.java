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
 * Reads IDX files of unsigned bytes, raw or gzip-compressed; the first bytes decide which. A file must be exactly as
 * long as its header says, and its header may ask for at most {@link #MAX_ELEMENTS}. Offsets in messages count the
 * bytes of the uncompressed file.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">LeCun, Cortes and Burges, The MNIST database: the format</a>
 */
public final class IdxReader {
    /** The most elements that are read: 1 GiB, some twenty times MNIST's training images. */
    public static final int MAX_ELEMENTS = 1 << 30;

    private static final int UNSIGNED_BYTE = 0x08;
    private static final int MAX_DIMENSIONS = 8;

    private final String source;
    private final InputStream in;
    private long offset;

    private IdxReader(String source, InputStream in) {
        this.source = source;
        this.in = in;
    }

    /**
     * Reads the whole file.
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
     * Reads the stream to its end and leaves it open.
     *
     * @param source what error messages call the stream
     * @throws IOException naming the source, the offset, what stood there and what would be right
     */
    public static IdxFile read(InputStream stream, String source) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream);
        buffered.mark(2);
        byte[] start = buffered.readNBytes(2);
        buffered.reset();
        if (!Arrays.equals(start, StrictGzipInputStream.MAGIC)) {
            return new IdxReader(source, buffered).readAll();
        }
        try {
            StrictGzipInputStream gzip = StrictGzipInputStream.over(buffered);
            IdxFile file = new IdxReader(source, gzip).readAll();
            gzip.requireEnd();
            return file;
        } catch (EOFException | ZipException e) {
            throw new IOException(source + ": not a whole gzip file: " + e.getMessage(), e);
        }
    }

    /** The length of an IDX header in bytes: the magic number and a 32-bit length for each dimension. */
    static int headerLength(int dimensions) {
        return Integer.BYTES * (1 + dimensions);
    }

    private IdxFile readAll() throws IOException {
        List<Integer> dimensions = readDimensions(readMagic());
        int size = sizeOf(dimensions);
        byte[] elements = in.readNBytes(size);
        offset += elements.length;
        if (elements.length < size) {
            throw failure("the file ends, but its header " + dimensions + " needs " + size + " elements; "
                    + (size - elements.length) + " are missing");
        }
        if (in.read() != -1) {
            throw failure("more bytes follow, but by its header " + dimensions + " the file ends here");
        }
        return IdxFile.owning(source, dimensions, elements);
    }

    /** Reads the magic number and returns the number of dimensions. */
    private int readMagic() throws IOException {
        byte[] magic = readHeaderBytes("the magic number");
        offset = 0;
        if (magic[0] != 0 || magic[1] != 0) {
            throw failure("an IDX file starts with two zero bytes, found " + hex(magic));
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw failure("element type 0x08, unsigned byte, is needed as third byte, found " + hex(magic));
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
            if (length < 1 || length > MAX_ELEMENTS) {
                offset -= bytes.length;
                throw failure("dimension " + dimension + " has a length of " + length + "; from 1 to " + MAX_ELEMENTS
                        + " would be right");
            }
            dimensions.add((int) length);
        }
        return dimensions;
    }

    private int sizeOf(List<Integer> dimensions) throws IOException {
        long size = 1;
        for (int length : dimensions) {
            size *= length; // below 2^60: both factors are at most MAX_ELEMENTS
            if (size > MAX_ELEMENTS) {
                throw failure("the header " + dimensions + " asks for more than " + MAX_ELEMENTS + " elements");
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
