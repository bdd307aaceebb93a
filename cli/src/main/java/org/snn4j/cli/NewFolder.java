package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.training.RunFolder;

/**
 * The folder of a run that is about to begin: on closing, and when the program is interrupted, what has been made and is
 * still empty goes away.
 */
final class NewFolder implements AutoCloseable {
    private final Path path;
    /** It and its parents that are not there yet, it first. */
    private final List<Path> missing = new ArrayList<>();

    private final Thread interruption = new Thread(this::removeEmpty);

    NewFolder(Path path) {
        this.path = path;
        for (Path folder = path.toAbsolutePath();
                folder != null && Files.notExists(folder);
                folder = folder.getParent()) {
            missing.add(folder);
        }
        Runtime.getRuntime().addShutdownHook(interruption);
    }

    RunFolder create() throws IOException {
        try {
            return RunFolder.create(path);
        } catch (FileSystemException e) {
            throw new IOException("cannot make the run folder: " + Failures.message(e), e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(interruption);
        removeEmpty();
    }

    private void removeEmpty() {
        try {
            for (Path folder : missing) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // It is not empty: it stays, and so do its parents.
        }
    }
}
