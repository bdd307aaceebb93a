package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.Npy;

/**
 * A folder that gets all its files or none: they are written into a temporary folder and moved at the end. On closing, and
 * when the program is interrupted, what was not moved goes away, and so do folders that were made for it.
 */
final class OutputFolder implements AutoCloseable {
    private final Path target;
    private final boolean wasThere;
    private final Path staging;
    /** The folders above the target that are not there yet, the lowest first. */
    private final List<Path> missing = new ArrayList<>();

    private final Thread interruption = new Thread(this::remove);
    private boolean ended;

    private OutputFolder(Path target) throws IOException {
        this.target = target;
        this.wasThere = Files.exists(target);
        Path parent = target.toAbsolutePath().getParent();
        // Where the target is there, its parent need not be writable.
        this.staging = (wasThere ? target : parent).resolve(".writing-" + UUID.randomUUID());
        for (Path folder = parent; folder != null && Files.notExists(folder); folder = folder.getParent()) {
            missing.add(folder);
        }
        try {
            Files.createDirectories(staging);
        } catch (IOException e) {
            remove();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(interruption);
    }

    /** @throws FileAlreadyExistsException if there is something else than an empty folder */
    static OutputFolder at(Path target) throws IOException {
        if (Files.exists(target) && !isEmptyFolder(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "is not an empty folder; a new or empty one would be right");
        }
        return new OutputFolder(target);
    }

    synchronized void write(NdArray array, String name) throws IOException {
        if (!ended) {
            Npy.write(array, staging.resolve(name));
        }
    }

    synchronized void write(byte[] content, String name) throws IOException {
        if (!ended) {
            Files.write(staging.resolve(name), content);
        }
    }

    /** Makes everything that was written appear at the target. */
    synchronized void complete() throws IOException {
        if (ended) {
            return;
        }
        if (wasThere) {
            for (Path file : files(staging)) {
                Files.move(file, target.resolve(file.getFileName()));
            }
        } else {
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
            missing.clear();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(interruption);
        remove();
    }

    private synchronized void remove() {
        ended = true;
        try {
            if (Files.exists(staging)) {
                for (Path file : files(staging)) {
                    Files.delete(file);
                }
                Files.delete(staging);
            }
            for (Path folder : missing) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // Something else was put there: it stays, and so do its parents.
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        return Files.isDirectory(path) && files(path).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
