package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.datasets.images.download.Downloader;
import org.snn4j.datasets.images.download.RemoteFile;
import org.snn4j.datasets.images.download.Timeouts;
import org.snn4j.datasets.images.known.DatasetCache;
import org.snn4j.datasets.images.known.KnownDataset;
import org.snn4j.datasets.images.known.RemoteDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads data sets. */
@Command(
        name = "get",
        header = "Downloads data sets into the cache.",
        description = {"", "What is there already is checked and not downloaded again."})
final class DatasetsGetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Data sets, as list shows them.")
    private List<String> names;

    @Mixin
    private CacheOption cache = new CacheOption();

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<KnownDataset> sets = names.stream().map(DatasetsGetCommand::known).toList();
        PrintWriter messages = spec.commandLine().getErr();
        Downloader downloader =
                new Downloader(Timeouts.STANDARD, quiet ? DownloadListener.NONE : new DownloadText(messages));
        DatasetCache folder = cache.cache();
        ObjectNode object = Json.object().put("cache", folder.folder().toString());
        ArrayNode results = object.putArray("datasets");
        PrintWriter out = spec.commandLine().getOut();
        for (KnownDataset set : sets) {
            ArrayNode files = results.addObject().put("name", set.id()).putArray("files");
            if (set.remote().isPresent()) {
                fetch(set.remote().get(), folder, downloader, files);
            }
            if (!json) {
                out.println(set.id() + ": "
                        + (set.remote().isEmpty() ? "bundled, nothing to download" : "all files are there and intact"));
                files.forEach(file -> out.println("  " + file.get("path").asText()));
            }
        }
        if (json) {
            out.println(Json.text(object));
        }
        return 0;
    }

    private static void fetch(RemoteDataset set, DatasetCache cache, Downloader downloader, ArrayNode files)
            throws IOException {
        cache.fetch(set, downloader);
        for (RemoteFile file : set.files()) {
            files.addObject()
                    .put("path", cache.pathOf(set, file).toString())
                    .put("bytes", file.bytes())
                    .put("sha256", file.sha256());
        }
    }

    private static KnownDataset known(String name) {
        return KnownDataset.named(name)
                .orElseThrow(() -> new WrongUse(
                        "NAME is " + name + "; one of " + String.join(", ", KnownDataset.ids()) + " would be right."));
    }
}
