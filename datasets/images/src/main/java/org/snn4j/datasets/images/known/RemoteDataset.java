package org.snn4j.datasets.images.known;

import java.util.List;
import org.snn4j.datasets.images.IdxLayout;
import org.snn4j.datasets.images.download.RemoteFile;

/**
 * A data set that can be downloaded.
 *
 * @param name what results call it
 * @param folder the folder of the cache that its files are kept in; sets may share one
 * @param files its four IDX files, or one zip archive that holds them
 * @param layout how the IDX files are called, and how they are to be understood
 * @param classNames what the classes are called, the one with the first label first
 */
public record RemoteDataset(
        String name, String folder, List<RemoteFile> files, IdxLayout layout, List<String> classNames) {
    static final String ARCHIVE = ".zip";

    public RemoteDataset {
        files = List.copyOf(files);
        classNames = List.copyOf(classNames);
        if (files.isEmpty()
                || files.size() > 1
                        && files.stream().anyMatch(file -> file.name().endsWith(ARCHIVE))) {
            throw new IllegalArgumentException(name + ": the files are "
                    + files.stream().map(RemoteFile::name).toList()
                    + "; IDX files, or one zip archive that holds them, would be right");
        }
        if (!folder.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(name + ": the folder is \"" + folder
                    + "\"; a name of letters, digits, dots, dashes and underscores would be right");
        }
    }

    /** How many bytes its files have together. */
    public long bytes() {
        return files.stream().mapToLong(RemoteFile::bytes).sum();
    }

    boolean isArchive() {
        return files.get(0).name().endsWith(ARCHIVE);
    }
}
