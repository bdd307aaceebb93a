package org.snn4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.datasets.images.known.CachedFile;
import org.snn4j.datasets.images.known.KnownDataset;
import org.snn4j.datasets.images.known.RemoteDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks data sets and shows what is in them. */
@Command(
        name = "verify",
        header = "Checks data sets, and shows their sizes and how their classes are balanced.",
        description = {
            "",
            "Files in the cache are checked against their published hashes; then every image and label is read. Nothing"
                    + " is downloaded. The status is 1 if anything is missing or damaged."
        })
final class DatasetsVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME|DIR",
            arity = "0..*",
            description = "Data sets or folders, as --dataset of train takes them [those that are there]")
    private List<String> names = new ArrayList<>();

    @Mixin
    private DatasetOptions options = new DatasetOptions();

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ObjectNode object = Json.object().put("cache", options.cache().folder().toString());
        ArrayNode sets = object.putArray("datasets");
        List<String> problems = new ArrayList<>();
        for (String name : names.isEmpty() ? there() : names) {
            sets.add(verified(name, problems));
        }
        object.put("ok", problems.isEmpty());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(object));
        } else {
            sets.forEach(set -> DatasetText.print(out, set));
        }
        problems.forEach(problem -> spec.commandLine().getErr().println("snn4j: " + problem));
        return problems.isEmpty() ? 0 : 1;
    }

    /** The bundled set, and those of which the cache has at least one file. */
    private List<String> there() {
        List<String> there = new ArrayList<>();
        for (KnownDataset set : KnownDataset.values()) {
            if (set.remote().isEmpty()
                    || options.cache().holdsAnyOf(set.remote().get())) {
                there.add(set.id());
            }
        }
        return there;
    }

    private ObjectNode verified(String name, List<String> problems) {
        ObjectNode set = Json.object().put("name", name);
        try {
            DatasetText.addParts(set, opened(name, set.putArray("files")));
        } catch (IOException e) {
            String problem = e instanceof FileSystemException file ? Failures.message(file) : e.getMessage();
            problems.add(name + ": " + problem);
            set.put("problem", problem);
        }
        return set.put("ok", !set.has("problem"));
    }

    private DataSplit opened(String name, ArrayNode files) throws IOException {
        if (KnownDataset.named(name).isEmpty()) {
            return options.open(name, "NAME|DIR", DownloadListener.NONE);
        }
        KnownDataset known = KnownDataset.named(name).get();
        if (known.remote().isEmpty()) {
            return Mnist.split();
        }
        RemoteDataset remote = known.remote().get();
        for (CachedFile file : options.cache().check(remote)) {
            files.add(described(file));
        }
        return options.cache().open(remote);
    }

    private static JsonNode described(CachedFile file) {
        return Json.object()
                .put("path", file.path().toString())
                .put("state", file.state().name().toLowerCase(Locale.ROOT))
                .put("sha256", file.sha256())
                .put("expectedSha256", file.file().sha256());
    }
}
