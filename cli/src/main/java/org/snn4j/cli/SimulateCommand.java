package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.snn4j.network.Variable;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a network described in JSON and writes what it recorded. */
@Command(
        name = "simulate",
        header = "Runs a network described in JSON and writes what it recorded.",
        description = {
            "",
            "The scenario says which network, what is shown to it and what is recorded; docs/scenario.md describes the"
                    + " format. All of it is checked before anything is simulated."
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A JSON file; the .npy files that it names lie beside it.")
    private Path file;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "OUT",
            description = "The folder to write .npy files into, new or empty.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Values.Whole.class,
            description = "A whole number that fixes everything [drawn, and shown]")
    private Long seed;

    @Mixin(name = "How to run")
    private Execution execution = new Execution();

    private final List<String> files = new ArrayList<>();
    private final Map<String, Long> spikes = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        TrainingOptions.requireNamed(out);
        Scenario scenario = Scenario.read(file);
        long chosen = seed == null ? TrainingOptions.drawnSeed() : seed;
        try (OutputFolder folder = OutputFolder.at(out)) {
            simulate(scenario, chosen, folder);
            folder.complete();
        }
        if (execution.json()) {
            spec.commandLine().getOut().println(Json.text(json(scenario, chosen)));
        } else {
            print(scenario, chosen, spec.commandLine().getOut());
        }
        return 0;
    }

    private void simulate(Scenario scenario, long chosen, OutputFolder folder) throws IOException {
        try {
            scenario.run(execution.newEngine(), chosen, output -> {
                folder.write(output.values(), output.fileName());
                files.add(output.fileName());
                if (output.variable().equals(Variable.SPIKES)) {
                    spikes.merge(output.subject(), sum(output.values()), Long::sum);
                }
            });
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        } catch (UnsupportedOperationException e) {
            throw new IOException(file + ": " + e.getMessage() + " (--engine " + execution.engine() + ")", e);
        }
    }

    private static long sum(NdArray values) {
        long sum = 0;
        for (int i = 0; i < values.shape().size(); i++) {
            sum += (long) values.asDouble(i);
        }
        return sum;
    }

    private ObjectNode json(Scenario scenario, long chosen) {
        ObjectNode json = Json.object()
                .put("scenario", file.toString())
                .put("out", out.toString())
                .put("engine", execution.engine())
                .put("threads", execution.threads())
                .put("seed", chosen)
                .put("runs", scenario.runs().size())
                .put("steps", scenario.steps());
        ObjectNode byLayer = json.putObject("spikes");
        spikes.forEach(byLayer::put);
        files.forEach(json.putArray("files")::add);
        return json;
    }

    private void print(Scenario scenario, long chosen, PrintWriter results) {
        results.printf(
                Locale.ROOT,
                "%s, %s of %s ms, %s engine, seed %d%n",
                counted(scenario.runs().size(), "run"),
                counted(scenario.steps(), "step"),
                scenario.network().dt(),
                execution.engine(),
                chosen);
        spikes.forEach((layer, count) -> results.printf(Locale.ROOT, "  %-20s %,12d spikes%n", layer, count));
        results.printf(Locale.ROOT, "wrote %s into %s%n", counted(files.size(), "file"), out);
    }

    private static String counted(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
