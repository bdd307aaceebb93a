package org.snn4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.snn4j.network.file.AtomicFiles;
import org.snn4j.network.file.MalformedFileException;
import org.snn4j.network.file.MalformedJsonException;

/**
 * The checkpoints of a run, the last two: should the last one be damaged, there is another.
 *
 * @param folder where they are; it need not be there
 */
public record Checkpoints(Path folder) {
    private static final int KEPT = 2;
    private static final String PREFIX = "sample-";
    private static final String SUFFIX = ".zip";

    /** Writes a checkpoint, whole or not at all, and deletes all but the last two. */
    public void write(Checkpoint checkpoint) throws IOException {
        if (Files.isDirectory(folder.toAbsolutePath().getParent()) && Files.notExists(folder)) {
            Files.createDirectory(folder);
        }
        checkpoint.save(file(checkpoint.pass().shown()));
        List<Path> newest = newest();
        for (Path old : newest.subList(Math.min(KEPT, newest.size()), newest.size())) {
            Files.delete(old);
        }
    }

    private Path file(long shown) {
        return folder.resolve(String.format("%s%012d%s", PREFIX, shown, SUFFIX));
    }

    /**
     * The last checkpoint that can be read.
     *
     * @param problems hears of those that cannot
     * @return none if there is none
     * @throws IOException if there are some and none can be read
     */
    public Optional<Checkpoint> last(Consumer<String> problems) throws IOException {
        List<Path> newest = newest();
        for (Path file : newest) {
            try {
                return Optional.of(Checkpoint.load(file));
            } catch (MalformedFileException | MalformedJsonException e) {
                if (file.equals(newest.get(newest.size() - 1))) {
                    throw e;
                }
                problems.accept(e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** Whether there is a checkpoint. */
    public boolean isPresent() throws IOException {
        return !newest().isEmpty();
    }

    /** Deletes what a process that was killed while it wrote has left. */
    public void removeUnfinished() throws IOException {
        for (Path file : files(AtomicFiles::isUnfinished)) {
            Files.delete(file);
        }
    }

    private List<Path> newest() throws IOException {
        List<Path> files = new ArrayList<>(files(file -> {
            String name = file.getFileName().toString();
            return name.startsWith(PREFIX) && name.endsWith(SUFFIX) && Files.isRegularFile(file);
        }));
        // Numbers have as many digits as the longest that there can be.
        files.sort(Comparator.reverseOrder());
        return files;
    }

    private List<Path> files(Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
