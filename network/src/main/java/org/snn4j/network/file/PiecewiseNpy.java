package org.snn4j.network.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * An {@code .npy} file that is written piece by piece in any order, and so may be larger than memory and have more elements
 * than one array. It appears whole, when {@link #complete} is called, or not at all; until then it is a file of another
 * name beside it. Several threads may use one.
 */
public final class PiecewiseNpy implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final NpyHeader header;
    private final long start;
    private long written;

    private PiecewiseNpy(Path target, NpyHeader header) throws IOException {
        this.target = target;
        this.header = header;
        this.temporary = AtomicFiles.temporaryBeside(target);
        byte[] head = header.toBytes();
        this.start = head.length;
        this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            writeAt(0, ByteBuffer.wrap(head));
        } catch (Throwable failure) {
            try {
                close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    /**
     * Begins a file of unsigned bytes.
     *
     * @param lengths of the dimensions, outermost first
     * @throws NoSuchFileException if the folder to write into does not exist
     */
    public static PiecewiseNpy bytes(Path target, int... lengths) throws IOException {
        return new PiecewiseNpy(target, header(ElementType.UINT8, lengths));
    }

    /** Begins a file of 32-bit floats, see {@link #bytes}. */
    public static PiecewiseNpy floats(Path target, int... lengths) throws IOException {
        return new PiecewiseNpy(target, header(ElementType.FLOAT32, lengths));
    }

    private static NpyHeader header(ElementType type, int... lengths) {
        List<Integer> list = Arrays.stream(lengths).boxed().toList();
        for (int length : lengths) {
            if (length < 0) {
                throw new IllegalArgumentException("the lengths of an array are " + list + "; each must be at least 0");
            }
        }
        return new NpyHeader(type, NpyHeader.Order.C, list);
    }

    /** The number of bytes that the elements take. */
    public long dataBytes() {
        return header.dataBytes();
    }

    /**
     * Writes consecutive elements. Each element must be written once before the file is complete.
     *
     * @param index of the first of them, counted in C order
     * @param piece the elements as the file holds them, floats in little-endian order; read to its limit
     * @throws IndexOutOfBoundsException if they do not lie within the array
     */
    public synchronized void write(long index, ByteBuffer piece) throws IOException {
        long from = Math.multiplyExact(index, header.type().bytes());
        int bytes = piece.remaining();
        if (from < 0 || bytes % header.type().bytes() != 0 || from > header.dataBytes() - bytes) {
            throw new IndexOutOfBoundsException("a piece of " + bytes + " bytes at element " + index
                    + " does not lie within an array of " + header.lengths() + " elements of "
                    + header.type().bytes() + " bytes");
        }
        writeAt(start + from, piece);
        written += bytes;
    }

    private void writeAt(long position, ByteBuffer bytes) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /**
     * Forces the file to disk and moves it into place, over what was there before.
     *
     * @throws IllegalStateException if not all elements have been written
     */
    public synchronized void complete() throws IOException {
        if (written != header.dataBytes()) {
            throw new IllegalStateException(
                    target + " is not complete: " + written + " of " + header.dataBytes() + " bytes have been written");
        }
        channel.force(true);
        channel.close();
        AtomicFiles.moveIntoPlace(temporary, target);
    }

    /** Removes what has been written, unless it is complete. */
    @Override
    public synchronized void close() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
