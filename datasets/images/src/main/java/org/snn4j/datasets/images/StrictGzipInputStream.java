package org.snn4j.datasets.images;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A gzip stream that can refuse what follows its last member; the JDK's passes over that in silence. */
final class StrictGzipInputStream extends GZIPInputStream {
    static final byte[] MAGIC = {0x1F, (byte) 0x8B};
    private static final int TRAILER_BYTES = 8;

    private final Counting compressed;
    /** How many compressed bytes had been read when the inflater was last given some. */
    private long fed;

    private StrictGzipInputStream(Counting compressed) throws IOException {
        super(compressed);
        this.compressed = compressed;
    }

    static StrictGzipInputStream over(InputStream in) throws IOException {
        return new StrictGzipInputStream(new Counting(in));
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        fed = compressed.count;
    }

    /**
     * To be called when everything has been read.
     *
     * @throws ZipException if compressed bytes follow the trailer
     */
    void requireEnd() throws IOException {
        long end = fed - inf.getRemaining() + TRAILER_BYTES;
        if (compressed.count > end || compressed.read() != -1) {
            throw new ZipException("bytes that are not gzip follow its end at compressed byte " + end);
        }
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        private Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value == -1 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
