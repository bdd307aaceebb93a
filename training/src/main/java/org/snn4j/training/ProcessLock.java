package org.snn4j.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that one process at a time has. The system gives it back when that process ends, however it does. */
public record ProcessLock(FileChannel channel) implements AutoCloseable {
    /**
     * Takes a file, which is made if it is not there and otherwise stays as it is.
     *
     * @return nothing if another process has it, or this one already
     */
    public static Optional<ProcessLock> of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new ProcessLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // This process has it: the same to whoever asks.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
