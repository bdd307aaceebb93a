package org.snn4j.network.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;

/**
 * NumPy's {@code .npy} files, read strictly and written byte for byte as NumPy writes them.
 *
 * <p>Read are versions 1.0 to 3.0, C and Fortran order, little-endian:
 *
 * <ul>
 *   <li>{@code <f4} as {@link FloatArray}; {@code <f8} too where a float holds every value exactly, otherwise it is an
 *       error, since rounding somebody's numbers is their decision
 *   <li>{@code |u1} and {@code |b1} (each 0 or 1) as {@link ByteArray}
 *   <li>{@code <i8} and {@code <i4} as {@link LongArray}
 * </ul>
 *
 * <p>Everything else, and a file that is a byte too short or too long, is a {@link MalformedFileException}. Memory
 * stays in proportion to the bytes that are there, whatever the header says. Streams are read to their end and left
 * open; their {@code name} is what errors call them.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
public final class Npy {
    private static final int CHUNK_BYTES = 1 << 16;

    private Npy() {}

    /** Reads a file of any type above. */
    public static NdArray read(Path file) throws IOException {
        return read(file, Npy::read);
    }

    /** Reads a stream of any type above to its end. */
    public static NdArray read(InputStream in, String name) throws IOException {
        return read(new NpyInput(in, name, OptionalLong.empty()));
    }

    /** Reads a whole file's content of any type above. */
    public static NdArray read(byte[] content, String name) throws IOException {
        return read(new NpyInput(new ByteArrayInputStream(content), name, OptionalLong.of(content.length)));
    }

    /** Reads {@code <f4}, or {@code <f8} that loses nothing. */
    public static FloatArray readFloats(Path file) throws IOException {
        return read(file, Npy::readFloats);
    }

    /** Reads {@code <f4}, or {@code <f8} that loses nothing. */
    public static FloatArray readFloats(InputStream in, String name) throws IOException {
        return readFloats(new NpyInput(in, name, OptionalLong.empty()));
    }

    /** Reads {@code |u1} or {@code |b1}. */
    public static ByteArray readBytes(Path file) throws IOException {
        return read(file, Npy::readBytes);
    }

    /** Reads {@code |u1} or {@code |b1}. */
    public static ByteArray readBytes(InputStream in, String name) throws IOException {
        return readBytes(new NpyInput(in, name, OptionalLong.empty()));
    }

    /** Reads {@code <i8}, {@code <i4} or {@code |u1}. */
    public static LongArray readLongs(Path file) throws IOException {
        return read(file, Npy::readLongs);
    }

    /** Reads {@code <i8}, {@code <i4} or {@code |u1}. */
    public static LongArray readLongs(InputStream in, String name) throws IOException {
        return readLongs(new NpyInput(in, name, OptionalLong.empty()));
    }

    /** Writes the array into a file that appears whole or not at all. */
    public static void write(NdArray array, Path file) throws IOException {
        AtomicFiles.write(file, out -> write(array, out));
    }

    /**
     * Writes version 1.0 in C order: floats as {@code <f4}, bytes as {@code |u1}, longs as {@code <i8}. The stream is
     * left open.
     *
     * @throws IllegalArgumentException if the array has more than 64 dimensions, which NumPy does not allow
     */
    public static void write(NdArray array, OutputStream out) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (array instanceof FloatArray floats) {
            write(array, ElementType.FLOAT32, chunk, i -> chunk.putFloat(floats.get(i)), out);
        } else if (array instanceof ByteArray bytes) {
            write(array, ElementType.UINT8, chunk, i -> chunk.put(bytes.get(i)), out);
        } else if (array instanceof LongArray longs) {
            write(array, ElementType.INT64, chunk, i -> chunk.putLong(longs.get(i)), out);
        }
    }

    private static void write(NdArray array, ElementType type, ByteBuffer chunk, IntConsumer put, OutputStream out)
            throws IOException {
        out.write(new NpyHeader(type, NpyHeader.Order.C, array.shape().toList()).toBytes());
        int size = array.shape().size();
        for (int i = 0; i < size; i++) {
            if (!chunk.hasRemaining()) {
                flush(chunk, out);
            }
            put.accept(i);
        }
        flush(chunk, out);
    }

    private static void flush(ByteBuffer chunk, OutputStream out) throws IOException {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
    }

    private interface Reading<A> {
        A from(NpyInput in) throws IOException;
    }

    private static <A> A read(Path file, Reading<A> reading) throws IOException {
        try (InputStream in = open(file)) {
            return reading.from(input(in, file));
        }
    }

    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory; expected an .npy file");
        }
        return Files.newInputStream(file);
    }

    static NpyInput input(InputStream in, Path file) throws IOException {
        OptionalLong length = Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        return new NpyInput(in, file.toString(), length);
    }

    private static NdArray read(NpyInput in) throws IOException {
        return elements(in, NpyHeader.read(in));
    }

    /** The elements behind a header, up to the input's end. */
    static NdArray elements(NpyInput in, NpyHeader header) throws IOException {
        return switch (header.type()) {
            case FLOAT32, FLOAT64 -> floats(in, header);
            case UINT8, BOOL -> bytes(in, header);
            case INT64, INT32 -> longs(in, header);
        };
    }

    private static FloatArray readFloats(NpyInput in) throws IOException {
        return floats(in, headerOf(in, ElementType.FLOAT32, ElementType.FLOAT64));
    }

    private static ByteArray readBytes(NpyInput in) throws IOException {
        return bytes(in, headerOf(in, ElementType.UINT8, ElementType.BOOL));
    }

    private static LongArray readLongs(NpyInput in) throws IOException {
        return longs(in, headerOf(in, ElementType.INT64, ElementType.INT32, ElementType.UINT8));
    }

    private static NpyHeader headerOf(NpyInput in, ElementType... types) throws IOException {
        NpyHeader header = NpyHeader.read(in);
        for (ElementType type : types) {
            if (type == header.type()) {
                return header;
            }
        }
        throw in.malformed(
                in.offset(),
                "an array of " + ElementType.list(types),
                "'" + header.type().descr() + "'");
    }

    private static FloatArray floats(NpyInput in, NpyHeader header) throws IOException {
        ElementReader reader = new ElementReader(in, header);
        boolean wide = header.type() == ElementType.FLOAT64;
        return FloatArray.of(header.shape(), wide ? reader.exactFloats() : reader.floats());
    }

    private static ByteArray bytes(NpyInput in, NpyHeader header) throws IOException {
        ElementReader reader = new ElementReader(in, header);
        boolean truth = header.type() == ElementType.BOOL;
        return ByteArray.of(header.shape(), truth ? reader.booleans() : reader.bytes());
    }

    private static LongArray longs(NpyInput in, NpyHeader header) throws IOException {
        ElementReader reader = new ElementReader(in, header);
        return LongArray.of(
                header.shape(),
                switch (header.type()) {
                    case INT32 -> reader.ints();
                    case UINT8 -> reader.unsignedBytes();
                    default -> reader.longs();
                });
    }
}
