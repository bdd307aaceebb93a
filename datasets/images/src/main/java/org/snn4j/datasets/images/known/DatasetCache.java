package org.snn4j.datasets.images.known;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.FolderStore;
import org.snn4j.datasets.images.IdxFiles;
import org.snn4j.datasets.images.Sha256;
import org.snn4j.datasets.images.download.Downloader;
import org.snn4j.datasets.images.download.RemoteFile;

/**
 * A folder in which downloaded data sets are kept, each in a folder of its own. Every file is checked against its hash
 * whenever it is read. Nothing in the folder is ever overwritten or deleted: a damaged file is named, and stays.
 */
public final class DatasetCache {
    private final CacheSettings settings;

    /** A cache in the settings' folder, which is made when something is downloaded. */
    public DatasetCache(CacheSettings settings) {
        this.settings = settings;
    }

    /** The cache of whoever runs the program: see {@link CacheSettings#ofUser}. */
    public static DatasetCache ofUser() {
        return new DatasetCache(CacheSettings.ofUser());
    }

    public Path folder() {
        return settings.folder();
    }

    /** Where a file of a data set is, or would be. */
    public Path pathOf(RemoteDataset set, RemoteFile file) {
        return folder().resolve(set.folder()).resolve(file.name());
    }

    /** Whether all files of the set are there and have their lengths. Their hashes are looked at when they are read. */
    public boolean holds(RemoteDataset set) throws IOException {
        for (RemoteFile file : set.files()) {
            Path path = pathOf(set, file);
            if (!Files.isRegularFile(path) || Files.size(path) != file.bytes()) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is something in the place of at least one of the set's files. */
    public boolean holdsAnyOf(RemoteDataset set) {
        return set.files().stream().anyMatch(file -> Files.exists(pathOf(set, file)));
    }

    /** Looks at the set's files and their hashes. */
    public List<CachedFile> check(RemoteDataset set) throws IOException {
        List<CachedFile> files = new ArrayList<>();
        for (RemoteFile file : set.files()) {
            Path path = pathOf(set, file);
            files.add(new CachedFile(file, path, Files.exists(path) ? Sha256.of(path) : ""));
        }
        return List.copyOf(files);
    }

    /**
     * Downloads those of the set's files that are not there, and checks those that are.
     *
     * @throws IOException naming the file if one cannot be had, or if one that is there is damaged
     */
    public void fetch(RemoteDataset set, Downloader downloader) throws IOException {
        for (RemoteFile file : set.files()) {
            Path path = pathOf(set, file);
            if (!Files.exists(path)) {
                downloader.fetch(mirrored(set, file), path);
            }
        }
        requireIntact(set);
    }

    /**
     * Reads the set.
     *
     * @throws NoSuchFileException if a file has not been downloaded
     * @throws IOException naming the file if one is damaged
     */
    public DataSplit open(RemoteDataset set) throws IOException {
        requireIntact(set);
        if (!set.isArchive()) {
            FolderStore store = new FolderStore(folder().resolve(set.folder()));
            return new IdxFiles(store, set.layout()).read(set.name(), set.classNames());
        }
        try (ZipStore store = new ZipStore(pathOf(set, set.files().get(0)))) {
            return new IdxFiles(store, set.layout()).read(set.name(), set.classNames());
        }
    }

    private void requireIntact(RemoteDataset set) throws IOException {
        for (CachedFile cached : check(set)) {
            switch (cached.state()) {
                case INTACT -> {}
                case MISSING ->
                    throw new NoSuchFileException(cached.path().toString(), null, "has not been downloaded");
                case DAMAGED ->
                    throw new IOException(cached.path() + ": damaged: its SHA-256 is " + cached.sha256()
                            + ", but must be " + cached.file().sha256()
                            + "; it has been left alone, so move it away to have it downloaded again");
            }
        }
    }

    private RemoteFile mirrored(RemoteDataset set, RemoteFile file) {
        return settings.mirror()
                .map(base -> base.toString().replaceFirst("/+$", "") + "/" + set.folder() + "/" + file.name())
                .map(address -> file.at(URI.create(address)))
                .orElse(file);
    }
}
