package org.snn4j.fuzz;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A reader on a file that may be anything: it returns what it read or throws an {@link IOException} that names the file, and
 * nothing else, and memory and time stay in bounds.
 */
final class Trial {
    /** What may be allocated, whatever the file says: much more than the small files that are tried need. */
    static final long MOST_BYTES = 128L << 20;

    private static final long MOST_NANOSECONDS = 10_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Trial() {}

    interface Reading<T> {
        T of(Path file) throws IOException;
    }

    /** Puts the content into the file and has it read; what was read, or nothing if it was refused. */
    static <T> Optional<T> read(Path file, byte[] content, Reading<T> reading) {
        write(file, content);
        return read(file, reading, MOST_BYTES);
    }

    /** Has what is there already read, a file or a folder. @param mostBytes what may be allocated */
    static <T> Optional<T> read(Path file, Reading<T> reading, long mostBytes) {
        Cost cost = new Cost();
        Optional<T> read = attempt(file, reading);
        if (cost.isAbove(mostBytes)) {
            // The first reading also loads classes, which the fuzzer rewrites, at a greater cost than the reader's own.
            Cost again = new Cost();
            read = attempt(file, reading);
            assertThat(again.isAbove(mostBytes)).as(again::toString).isFalse();
        }
        return read;
    }

    private static <T> Optional<T> attempt(Path file, Reading<T> reading) {
        try {
            return Optional.of(reading.of(file));
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains(file.getFileName().toString())) {
                throw new AssertionError("an error that does not name the file", e);
            }
            return Optional.empty();
        }
    }

    /** What this thread has used since. */
    private static final class Cost {
        private final long bytes = THREADS.getCurrentThreadAllocatedBytes();
        private final long nanoseconds = THREADS.getCurrentThreadCpuTime();

        boolean isAbove(long mostBytes) {
            return bytes() > mostBytes || nanoseconds() > MOST_NANOSECONDS;
        }

        private long bytes() {
            return THREADS.getCurrentThreadAllocatedBytes() - bytes;
        }

        private long nanoseconds() {
            return THREADS.getCurrentThreadCpuTime() - nanoseconds;
        }

        @Override
        public String toString() {
            return bytes() + " bytes allocated, " + nanoseconds() + " ns used";
        }
    }

    /** Written over, not truncated first, which makes some file systems wait for the disk. */
    static void write(Path file, byte[] content) {
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
            for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.truncate(content.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
