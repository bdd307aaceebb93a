package org.snn4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.snn4j.datasets.images.known.DatasetCache;
import org.snn4j.datasets.images.known.KnownDataset;
import org.snn4j.datasets.images.known.RemoteDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the data sets that are known by name. */
@Command(
        name = "list",
        header = "Lists the data sets that are known by name, and which are there.",
        description = {"", "Hashes are not looked at; verify does that."})
final class DatasetsListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CacheOption cache = new CacheOption();

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        DatasetCache folder = cache.cache();
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode object = Json.object().put("cache", folder.folder().toString());
        ArrayNode sets = object.putArray("datasets");
        for (KnownDataset set : KnownDataset.values()) {
            ObjectNode line = sets.addObject()
                    .put("name", set.id())
                    .put("classes", set.classNames().size())
                    .put("state", state(set, folder));
            if (set.remote().isPresent()) {
                line.put("downloadBytes", set.remote().get().bytes());
            }
        }
        if (json) {
            out.println(Json.text(object));
        } else {
            out.println("cache: " + folder.folder());
            sets.forEach(set -> out.println(text(set)));
        }
        return 0;
    }

    private static String text(JsonNode set) {
        return String.format(
                        "%-16s %3d classes   %-14s   %s",
                        set.get("name").asText(),
                        set.get("classes").asInt(),
                        set.get("state").asText(),
                        set.has("downloadBytes")
                                ? DownloadText.size(set.get("downloadBytes").asLong())
                                : "")
                .stripTrailing();
    }

    private static String state(KnownDataset set, DatasetCache cache) throws IOException {
        if (set.remote().isEmpty()) {
            return "bundled";
        }
        RemoteDataset remote = set.remote().get();
        return cache.holds(remote) ? "downloaded" : "not downloaded";
    }
}
