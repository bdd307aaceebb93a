package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that somebody is about to make and fill: on closing, what has been made and is still empty goes away. */
final class NewFolder implements AutoCloseable {
    private final Path path;
    /** It and its parents that are not there yet, it first. */
    private final List<Path> missing = new ArrayList<>();

    NewFolder(Path path) {
        this.path = path;
        for (Path folder = path.toAbsolutePath();
                folder != null && Files.notExists(folder);
                folder = folder.getParent()) {
            missing.add(folder);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try {
            for (Path folder : missing) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            // It has been filled, so its parents stay as well.
        }
    }
}
