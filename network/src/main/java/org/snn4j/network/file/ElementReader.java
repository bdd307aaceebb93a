package org.snn4j.network.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the elements behind an {@code .npy} header into a primitive array in C order.
 *
 * <p>Where the source's length is known it is checked first; where it is not, the array grows as bytes arrive. Either
 * way a header's claim alone makes nobody allocate.
 */
final class ElementReader {
    private static final int CHUNK_BYTES = 1 << 16;

    private final NpyInput in;
    private final NpyHeader header;
    private final int size;
    private final long start;

    ElementReader(NpyInput in, NpyHeader header) {
        this.in = in;
        this.header = header;
        this.size = header.shape().size();
        this.start = in.offset();
    }

    float[] floats() throws IOException {
        return inCOrder(readAll(Decoder.FLOATS), Decoder.FLOATS);
    }

    /** Doubles that are floats, every one of them, so that nothing is lost. */
    float[] exactFloats() throws IOException {
        double[] doubles = readAll(Decoder.DOUBLES);
        float[] floats = new float[size];
        for (int i = 0; i < size; i++) {
            floats[i] = (float) doubles[i];
            if (floats[i] != doubles[i] && !Double.isNaN(doubles[i])) {
                throw in.malformed(
                        start + (long) i * Double.BYTES,
                        "'<f8' numbers that a 32-bit float holds exactly",
                        doubles[i] + "; round them in NumPy with array.astype('<f4')");
            }
        }
        return inCOrder(floats, Decoder.FLOATS);
    }

    byte[] bytes() throws IOException {
        return inCOrder(readAll(Decoder.BYTES), Decoder.BYTES);
    }

    /** Bytes that are 0 or 1. */
    byte[] booleans() throws IOException {
        byte[] bytes = readAll(Decoder.BYTES);
        for (int i = 0; i < size; i++) {
            if (bytes[i] != 0 && bytes[i] != 1) {
                throw in.malformed(start + i, "a '|b1' truth value, 0 or 1", String.valueOf(bytes[i] & 0xFF));
            }
        }
        return inCOrder(bytes, Decoder.BYTES);
    }

    long[] longs() throws IOException {
        return inCOrder(readAll(Decoder.LONGS), Decoder.LONGS);
    }

    long[] ints() throws IOException {
        return inCOrder(readAll(Decoder.INTS), Decoder.LONGS);
    }

    long[] unsignedBytes() throws IOException {
        return inCOrder(readAll(Decoder.UNSIGNED_BYTES), Decoder.LONGS);
    }

    private <A> A readAll(Decoder<A> decoder) throws IOException {
        int width = header.type().bytes();
        String what = header.shape() + " of '" + header.type().descr() + "'";
        in.requireLeft(header.dataBytes(), what);
        byte[] bytes = new byte[(int) Math.min(CHUNK_BYTES, header.dataBytes())];
        ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int room = in.lengthIsKnown() ? size : bytes.length / width;
        A values = decoder.resize().apply(decoder.none(), room);
        int count;
        for (int done = 0; done < size; done += count) {
            count = Math.min(size - done, CHUNK_BYTES / width);
            if (done + count > room) {
                room = (int) Math.min(size, 2L * room);
                values = decoder.resize().apply(values, room);
            }
            in.read(bytes, count * width, header.dataBytes() + " bytes of data, " + what);
            decoder.decode().apply(chunk.rewind(), values, done, count);
        }
        in.requireEnd();
        return values;
    }

    private <A> A inCOrder(A values, Decoder<A> decoder) {
        if (header.order() == NpyHeader.Order.C || header.shape().rank() < 2) {
            return values;
        }
        A ordered = decoder.resize().apply(decoder.none(), size);
        FortranOrder order = new FortranOrder(header.shape());
        for (int i = 0; i < size; i++) {
            System.arraycopy(values, i, ordered, order.next(), 1);
        }
        return ordered;
    }
}
