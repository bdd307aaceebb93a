package org.snn4j.network.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** The bytes of one {@code .npy} file in order, counted, so that every error can say where it stands. */
final class NpyInput {
    private final InputStream in;
    private final String name;
    private final OptionalLong length;
    private long offset;

    /** @param length the number of bytes up to the end where that is known before reading, as it is for a file */
    NpyInput(InputStream in, String name, OptionalLong length) {
        this.in = in;
        this.name = name;
        this.length = length;
    }

    /** The bytes that stand in the file from {@code offset} on, and nothing after them. */
    NpyInput(byte[] piece, String name, long offset) {
        this(new ByteArrayInputStream(piece), name, OptionalLong.of(offset + piece.length));
        this.offset = offset;
    }

    /** The number of bytes read so far. */
    long offset() {
        return offset;
    }

    boolean lengthIsKnown() {
        return length.isPresent();
    }

    /**
     * Fills the first {@code count} bytes of {@code target}, which is modified.
     *
     * @param what says in an error what these bytes are
     * @throws MalformedFileException if the file ends before that
     */
    void read(byte[] target, int count, String what) throws IOException {
        int found = in.readNBytes(target, 0, count);
        if (found < count) {
            throw malformed(offset + found, what, "the file's end");
        }
        offset += count;
    }

    byte[] read(int count, String what) throws IOException {
        byte[] bytes = new byte[count];
        read(bytes, count, what);
        return bytes;
    }

    /** Checks, before anything is allocated for them, that {@code data} bytes and no more are left. */
    void requireLeft(long data, String what) throws IOException {
        if (length.isPresent() && length.getAsLong() != offset + data) {
            long found = length.getAsLong() - offset;
            throw malformed(offset + Math.min(data, found), data + " bytes of data, " + what, found + " bytes");
        }
    }

    void requireEnd() throws IOException {
        if (in.read() >= 0) {
            throw malformed(offset, "the file's end", "more bytes");
        }
    }

    MalformedFileException malformed(long at, String expected, String found) {
        return new MalformedFileException(name, at, expected, found);
    }
}
