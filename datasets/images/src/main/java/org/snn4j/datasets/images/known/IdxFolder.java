package org.snn4j.datasets.images.known;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.FolderStore;
import org.snn4j.datasets.images.IdxFiles;
import org.snn4j.datasets.images.IdxLayout;

/**
 * A folder with the four IDX files of a data set, raw or compressed, under MNIST's names or those of EMNIST's splits or
 * QMNIST.
 */
public final class IdxFolder {
    private IdxFolder() {}

    /**
     * Reads the four files and names the set after the folder. The files' names say whether they are of EMNIST or QMNIST,
     * which have their own ways; otherwise there are as many classes as the highest label asks for.
     *
     * @throws IOException naming the folder and the names looked for if a file is missing, or the file and the place if
     *     one is malformed or the files do not fit each other, or if the folder holds more than one set
     */
    public static DataSplit open(Path folder) throws IOException {
        FolderStore store = new FolderStore(folder);
        List<KnownDataset> special = Arrays.stream(KnownDataset.values())
                .filter(set -> !set.layout().equals(IdxLayout.PLAIN))
                .filter(set -> new IdxFiles(store, set.layout()).arePresent())
                .toList();
        boolean plain = new IdxFiles(store, IdxLayout.PLAIN).arePresent();
        if (special.size() + (plain ? 1 : 0) > 1) {
            throw new IOException(folder + ": holds files of more than one data set, "
                    + (plain ? "those with MNIST's names and of " : "")
                    + String.join(", ", special.stream().map(KnownDataset::id).toList())
                    + "; say which one is meant");
        }
        return special.isEmpty()
                ? new IdxFiles(store, IdxLayout.PLAIN).read(nameOf(folder))
                : open(folder, special.get(0));
    }

    /**
     * Reads the four files of a known set, and names it so. What else is in the folder does not matter.
     *
     * @throws IOException naming the folder and the names looked for if a file is missing, or the file and the place if
     *     one is malformed or the files do not fit each other
     */
    public static DataSplit open(Path folder, KnownDataset set) throws IOException {
        return new IdxFiles(new FolderStore(folder), set.layout()).read(set.id(), set.classNames());
    }

    /** Whether there is at least one file of a data set in the folder. */
    public static boolean holdsIdxFiles(Path folder) {
        return Arrays.stream(KnownDataset.values())
                .anyMatch(set -> new IdxFiles(new FolderStore(folder), set.layout()).arePresent());
    }

    private static String nameOf(Path folder) {
        return Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .orElse(folder)
                .toString();
    }
}
