package org.snn4j.network.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that appear whole or not at all, also when the machine stops halfway. */
public final class AtomicFiles {
    private static final String UNFINISHED = ".writing-";

    private AtomicFiles() {}

    /** What a file shall hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes the content, buffered by the caller; to close {@code out} does no harm. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a temporary file beside {@code target}, forces it to disk and moves it into place. When that fails the
     * temporary file is gone and what stood at {@code target} is untouched; only the last step, forcing the folder's
     * entry to disk, can fail with the new file in place. A symbolic link at {@code target} is replaced, not followed.
     *
     * @throws NoSuchFileException if the folder to write into does not exist
     */
    public static void write(Path target, Content content) throws IOException {
        Path temporary = temporaryBeside(target);
        try {
            writeAndForce(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (Throwable failure) {
            deleteAfter(failure, temporary);
            throw failure;
        }
        forceFolder(temporary.getParent());
    }

    /**
     * Where to write what shall appear at {@code target}: a new name in the same folder.
     *
     * @throws NoSuchFileException if that folder does not exist
     */
    static Path temporaryBeside(Path target) throws NoSuchFileException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    target.toString(), null, "there is no folder " + folder + " to write it into");
        }
        // Not Files.createTempFile, which would leave the finished file readable by its owner alone.
        return folder.resolve(UNFINISHED + UUID.randomUUID());
    }

    /** Whether this is what a process that was killed while it wrote has left. */
    public static boolean isUnfinished(Path file) {
        return file.getFileName().toString().startsWith(UNFINISHED);
    }

    /** Moves a file that is written and forced to disk. */
    static void moveIntoPlace(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(temporary.getParent());
    }

    private static void writeAndForce(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new UnclosedStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void deleteAfter(Throwable failure, Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** A moved file's new name is on disk only when its folder is; Windows has no such call and needs none. */
    private static void forceFolder(Path folder) throws IOException {
        boolean posix = folder.getFileSystem() == FileSystems.getDefault()
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Content that closes its stream, as a zip writer does, must not close the channel before it is forced. */
    private static final class UnclosedStream extends BufferedOutputStream {
        UnclosedStream(OutputStream out) {
            super(out, 1 << 16);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
