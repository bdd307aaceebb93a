package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.models.PrebuiltModel;
import org.snn4j.network.Network;
import org.snn4j.network.array.Shape;
import picocli.CommandLine.Option;

/** The options that say how many trainings run at once and what to show. */
final class SideBySide {
    /** What a training takes whatever the size, bytes. */
    private static final long MODEST = 16L << 20;
    /** How often weights are in memory, as measured: the network's, those that learn, those of a file, their copies. */
    private static final int COPIES = 8;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Trainings side by side, each on one thread, fewer where memory is short; results do not"
                    + " depend on it [one for each core]")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    /** How many trainings run at once, so that memory is enough for the largest of these models. */
    int atOnce(Stream<PrebuiltModel> models) {
        long most = models.mapToLong(SideBySide::bytes).max().orElse(1);
        return (int) Math.max(1, Math.min(threads, Runtime.getRuntime().maxMemory() / most));
    }

    /** About as much memory as a training takes. */
    private static long bytes(PrebuiltModel model) {
        Network network = model.network();
        long weights = network.connections().stream()
                .flatMap(connection -> connection
                        .topology()
                        .weightShape(
                                network.layer(connection.source()).shape(),
                                network.layer(connection.target()).shape())
                        .stream())
                .mapToLong(Shape::size)
                .sum();
        return MODEST + COPIES * Float.BYTES * weights;
    }

    boolean json() {
        return json;
    }

    DownloadListener downloads(PrintWriter messages) {
        return quiet ? DownloadListener.NONE : new DownloadText(messages);
    }

    /** Says how many trainings are done, if progress is wanted. @param total how many there will be */
    TrialsProgress progress(PrintWriter messages, int total) {
        return new TrialsProgress(quiet ? new PrintWriter(PrintWriter.nullWriter()) : messages, total);
    }
}
