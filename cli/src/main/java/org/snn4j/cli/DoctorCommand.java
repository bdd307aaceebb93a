package org.snn4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.snn4j.datasets.images.MnistFile;
import org.snn4j.network.file.Sha256;
import org.snn4j.tensor.TensorBackend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what it runs on. */
@Command(
        name = "doctor",
        description = "Says what it runs on: JDK, cores, memory, ND4J backend, GPU, data found, with hashes.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final long MEBI = 1L << 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ObjectNode facts = Json.object()
                .put("version", Version.current())
                .put("jdk", System.getProperty("java.vendor") + " " + Runtime.version())
                .put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("maxMemoryMiB", Runtime.getRuntime().maxMemory() / MEBI)
                .put("engine", "event")
                .put("vectorUnit", "none: plain Java kernels, vectorised by the JIT compiler");
        TensorBackend.describe().forEach(facts::put);
        ObjectNode data = facts.putObject("mnist");
        for (MnistFile file : MnistFile.values()) {
            data.put(file.fileName(), "SHA-256 " + Sha256.hex(file.gzip()) + " of the gz file, as it should be");
        }
        if (json) {
            spec.commandLine().getOut().println(Json.text(facts));
        } else {
            for (Map.Entry<String, JsonNode> fact : facts.properties()) {
                if (fact.getValue() instanceof ObjectNode inner) {
                    inner.properties()
                            .forEach(entry -> print(
                                    fact.getKey() + " " + entry.getKey(),
                                    entry.getValue().asText()));
                } else {
                    print(fact.getKey(), fact.getValue().asText());
                }
            }
        }
        return 0;
    }

    private void print(String name, String value) {
        spec.commandLine().getOut().printf("%-32s %s%n", name, value);
    }
}
