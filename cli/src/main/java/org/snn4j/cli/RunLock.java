package org.snn4j.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.snn4j.training.RunFolder;

/** Keeps two processes from training the same run. The system gives it back when a process ends, however it does. */
record RunLock(FileChannel channel) implements AutoCloseable {
    /** @throws IOException if another process has it, naming the run */
    static RunLock of(RunFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(RunBeginning.file(folder), StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new RunLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // This process has it: the same to whoever asks.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException(folder.path() + ": is being trained by another process");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
