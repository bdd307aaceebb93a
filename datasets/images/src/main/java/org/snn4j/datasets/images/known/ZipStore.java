package org.snn4j.datasets.images.known;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.snn4j.datasets.images.IdxStore;

/** Files in a zip archive, found by name in whatever folder of the archive they are. */
final class ZipStore implements IdxStore, AutoCloseable {
    private final Path archive;
    private final ZipFile zip;

    ZipStore(Path archive) throws IOException {
        this.archive = archive;
        this.zip = new ZipFile(archive.toFile());
    }

    @Override
    public boolean holds(String name) {
        return entry(name).isPresent();
    }

    @Override
    public InputStream open(String name) throws IOException {
        return zip.getInputStream(
                entry(name).orElseThrow(() -> new IOException(archive + ": there is no " + name + " in the archive")));
    }

    @Override
    public String pathOf(String name) {
        return archive + "!" + name;
    }

    private Optional<? extends ZipEntry> entry(String name) {
        return zip.stream()
                .filter(entry -> entry.getName().equals(name) || entry.getName().endsWith("/" + name))
                .filter(entry -> !entry.getName().startsWith("__MACOSX/"))
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    @Override
    public String toString() {
        return archive.toString();
    }
}
