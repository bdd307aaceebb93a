package org.snn4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.snn4j.datasets.images.MnistFile;
import org.snn4j.datasets.images.known.CachedFile;
import org.snn4j.datasets.images.known.DatasetCache;
import org.snn4j.datasets.images.known.KnownDataset;
import org.snn4j.datasets.images.known.RemoteDataset;
import org.snn4j.network.file.Sha256;
import org.snn4j.tensor.TensorBackend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what it runs on. */
@Command(
        name = "doctor",
        header = "Says what it runs on.",
        description = {"", "JDK, cores, memory, engines, ND4J backend, GPU, and the data found, with hashes."})
final class DoctorCommand implements Callable<Integer> {
    private static final long MEBI = 1L << 20;
    private static final String ND4J = "nd4j ";

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ObjectNode facts = facts();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(facts));
        } else {
            print(out, "", facts);
        }
        return 0;
    }

    private static ObjectNode facts() throws IOException {
        ObjectNode facts = Json.object()
                .put("version", Version.current())
                .put("jdk", System.getProperty("java.vendor") + " " + Runtime.version())
                .put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("maxMemoryMiB", Runtime.getRuntime().maxMemory() / MEBI)
                .put("engine", "event")
                .put("vectorUnit", VectorUnit.inUse());
        addTensorBackend(facts);
        DatasetCache cache = DatasetCache.ofUser();
        facts.put("datasetCache", cache.folder().toString());
        ObjectNode data = facts.putObject("data");
        ObjectNode mnist = data.putObject("mnist");
        for (MnistFile file : MnistFile.values()) {
            mnist.put(file.fileName() + ".gz", Sha256.hex(file.gzip()));
        }
        addDownloads(data, cache);
        return facts;
    }

    /** The files that have been downloaded; several sets may share them. */
    private static void addDownloads(ObjectNode data, DatasetCache cache) throws IOException {
        for (KnownDataset set : KnownDataset.values()) {
            RemoteDataset remote = set.remote().orElse(null);
            if (remote != null && cache.holdsAnyOf(remote) && !data.has(remote.folder())) {
                ObjectNode files = data.putObject(remote.folder());
                for (CachedFile file : cache.check(remote)) {
                    files.put(file.file().name(), file.sha256().isEmpty() ? "missing" : file.sha256());
                }
            }
        }
    }

    /** ND4J's own facts, whose names begin with its name, stand together. */
    private static void addTensorBackend(ObjectNode facts) {
        Map<String, String> backend = TensorBackend.describe();
        facts.put("gpu", backend.getOrDefault(ND4J + "cuda.devicesInformation", "none that ND4J's backend uses"));
        ObjectNode environment = Json.object();
        backend.forEach((name, value) -> {
            if (name.startsWith(ND4J)) {
                environment.put(name.substring(ND4J.length()), value);
            } else {
                facts.put(name, value);
            }
        });
        facts.set("nd4j", environment);
    }

    private static void print(PrintWriter out, String prefix, ObjectNode facts) {
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            if (fact.getValue() instanceof ObjectNode inner) {
                print(out, prefix + fact.getKey() + " ", inner);
            } else {
                out.printf("%-38s %s%n", prefix + fact.getKey(), fact.getValue().asText());
            }
        }
    }
}
