package org.snn4j.datasets.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files byte by byte, well-formed or not. */
public final class Idx {
    private Idx() {}

    public static byte[] file(int[] dimensions, byte... elements) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + elements.length);
        bytes.putInt(0x0800 | dimensions.length);
        for (int length : dimensions) {
            bytes.putInt(length);
        }
        return bytes.put(elements).array();
    }

    public static int[] dimensions(int... dimensions) {
        return dimensions;
    }

    public static byte[] gzip(byte... bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] concatenated(byte[] first, byte... second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
