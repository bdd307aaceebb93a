package org.snn4j.network.file;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How one type of element gets from bytes into a primitive array.
 *
 * @param none an empty array, from which longer ones are made
 */
record Decoder<A>(A none, Resize<A> resize, Decode<A> decode) {
    static final Decoder<float[]> FLOATS =
            new Decoder<>(new float[0], Arrays::copyOf, (chunk, target, at, count) -> chunk.asFloatBuffer()
                    .get(target, at, count));

    static final Decoder<double[]> DOUBLES =
            new Decoder<>(new double[0], Arrays::copyOf, (chunk, target, at, count) -> chunk.asDoubleBuffer()
                    .get(target, at, count));

    static final Decoder<byte[]> BYTES =
            new Decoder<>(new byte[0], Arrays::copyOf, (chunk, target, at, count) -> chunk.get(target, at, count));

    static final Decoder<long[]> LONGS =
            new Decoder<>(new long[0], Arrays::copyOf, (chunk, target, at, count) -> chunk.asLongBuffer()
                    .get(target, at, count));

    static final Decoder<long[]> INTS = new Decoder<>(new long[0], Arrays::copyOf, (chunk, target, at, count) -> {
        for (int i = 0; i < count; i++) {
            target[at + i] = chunk.getInt();
        }
    });

    static final Decoder<long[]> UNSIGNED_BYTES =
            new Decoder<>(new long[0], Arrays::copyOf, (chunk, target, at, count) -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = chunk.get() & 0xFF;
                }
            });

    interface Resize<A> {
        A apply(A array, int length);
    }

    interface Decode<A> {
        /** Takes {@code count} elements from the chunk into {@code target}, which is modified from {@code at} on. */
        void apply(ByteBuffer chunk, A target, int at, int count);
    }
}
