package org.snn4j.datasets.images.folder;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds classes and their images in a folder. What hides, and what desktops leave behind, is passed over. */
final class ClassFolders {
    private static final Set<String> LEFT_BEHIND = Set.of("Thumbs.db", "desktop.ini");

    /** Numbers by their size, before all else by its letters. */
    private static final Comparator<String> ORDER = Comparator.comparing(
                    (String name) -> isNumber(name) ? new BigInteger(name) : null,
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Comparator.naturalOrder());

    private ClassFolders() {}

    /** The names of the folders in a folder, in the order of the classes' numbers. */
    static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path entry : entries(folder)) {
            if (Files.isDirectory(entry)) {
                names.add(entry.getFileName().toString());
            }
        }
        names.sort(ORDER);
        return List.copyOf(names);
    }

    /**
     * The files of one class, in the order of their names; none if there is no such folder.
     *
     * @throws IOException if there is a folder among them
     */
    static List<Path> images(Path folder) throws IOException {
        List<Path> images = Files.isDirectory(folder) ? entries(folder) : List.of();
        for (Path image : images) {
            if (Files.isDirectory(image)) {
                throw new IOException(
                        image + ": a folder within a class's folder; the class's images must lie in that itself");
            }
        }
        return images;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isPassedOver(entry.getFileName().toString()))
                    .sorted(Comparator.comparing(entry -> entry.getFileName().toString(), ORDER))
                    .toList();
        }
    }

    private static boolean isPassedOver(String name) {
        return name.startsWith(".") || LEFT_BEHIND.contains(name);
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
