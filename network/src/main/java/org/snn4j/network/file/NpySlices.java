package org.snn4j.network.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;

/**
 * Reads an {@code .npy} file slice by slice along its outermost dimension, as strictly as {@link Npy}. Only a slice is held
 * in memory, so the file may be larger than that and have more elements than one array; only a file in Fortran order,
 * whose slices are scattered, is read whole.
 */
public final class NpySlices implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream stream;
    private final NpyInput in;
    private final String name;
    private final NpyHeader header;
    private final NpyHeader slice;
    /** Where the slices are scattered, all of them. */
    private final NdArray whole;

    private int next;

    private NpySlices(InputStream stream, Path file) throws IOException {
        this.stream = stream;
        this.name = file.toString();
        this.in = Npy.input(stream, file);
        this.header = NpyHeader.read(in, Long.MAX_VALUE / Long.BYTES);
        if (header.lengths().isEmpty()) {
            throw new MalformedFileException(
                    name, in.offset(), "an array of at least one dimension", "a single number");
        }
        this.slice = new NpyHeader(
                header.type(),
                NpyHeader.Order.C,
                header.lengths().subList(1, header.lengths().size()));
        in.requireLeft(
                header.dataBytes(), header.lengths() + " of '" + header.type().descr() + "'");
        boolean scattered =
                header.order() == NpyHeader.Order.FORTRAN && header.lengths().size() > 1;
        this.whole = scattered ? Npy.read(file) : null;
    }

    /** Reads the header and checks the file's size against it. */
    public static NpySlices open(Path file) throws IOException {
        InputStream stream = new BufferedInputStream(Npy.open(file), BUFFER_BYTES);
        try {
            return new NpySlices(stream, file);
        } catch (Throwable failure) {
            stream.close();
            throw failure;
        }
    }

    /** The lengths of all dimensions, outermost first. */
    public List<Integer> lengths() {
        return header.lengths();
    }

    /** Whether there is a further slice. */
    public boolean hasNext() {
        return next < header.lengths().get(0);
    }

    /**
     * The next slice, of all dimensions but the outermost.
     *
     * @throws NoSuchElementException if there is none
     * @throws MalformedFileException if the file breaks its format there
     */
    public NdArray next() throws IOException {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " has " + next + " slices, and all have been read");
        }
        NdArray array = whole == null ? read() : whole.slice(next);
        next++;
        return array;
    }

    private NdArray read() throws IOException {
        Shape shape = slice.shape();
        long at = in.offset();
        byte[] bytes = in.read(
                Math.toIntExact(slice.dataBytes()),
                shape + " of '" + slice.type().descr() + "'");
        NdArray array = Npy.elements(new NpyInput(bytes, name, at), slice);
        if (next == header.lengths().get(0) - 1) {
            in.requireEnd();
        }
        return array;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
