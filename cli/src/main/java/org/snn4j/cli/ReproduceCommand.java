package org.snn4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.network.file.AtomicFiles;
import org.snn4j.training.Progress;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.recipe.PublishedTable;
import org.snn4j.training.recipe.Recipe;
import org.snn4j.training.trial.Outcome;
import org.snn4j.training.trial.Trial;
import org.snn4j.training.trial.TrialLog;
import org.snn4j.training.trial.Trials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains and tests the networks behind a published table, and prints ours beside the published figures. */
@Command(
        name = "reproduce",
        header = "Makes a published table with our networks.",
        description = {
            "",
            "Trains a network of each size of the table by our recipe for it, with several seeds, tests each on all test"
                    + " images, and prints mean and standard deviation beside the published figures, as Markdown. The"
                    + " great sizes take hours. Run again with the same folder it goes on where it was, after the last"
                    + " training that had ended."
        })
final class ReproduceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            converter = Values.Table.class,
            completionCandidates = Values.TableNames.class,
            description = "The table, one of ${COMPLETION-CANDIDATES}.")
    private PublishedTable table;

    @Mixin(name = "What to make")
    private ReproduceOptions options = new ReproduceOptions();

    @Mixin(name = "How to run")
    private SideBySide execution = new SideBySide();

    @Override
    public Integer call() throws IOException {
        List<Recipe> recipes = options.recipes(table);
        DataSplit images = options.images();
        try (TrialLog log = TrialLog.open(options.folder(table))) {
            Reproduction made = new Reproduction(
                    table, images, options.isFullProtocol(), options.seeds(), columns(recipes, images, log));
            Path file = log.file().resolveSibling("table.md");
            ReproductionText text = new ReproductionText(made, command());
            byte[] markdown = text.markdown().getBytes(StandardCharsets.UTF_8);
            AtomicFiles.write(file, out -> out.write(markdown));
            if (execution.json()) {
                spec.commandLine()
                        .getOut()
                        .println(Json.text(made.json()
                                .put("table", file.toString())
                                .put("trials", log.file().toString())));
            } else {
                spec.commandLine().getOut().println(text.markdown().stripTrailing());
            }
        }
        return 0;
    }

    private List<Reproduction.Column> columns(List<Recipe> recipes, DataSplit images, TrialLog log) throws IOException {
        List<Trial> all = new ArrayList<>();
        for (Recipe recipe : recipes) {
            for (long seed : options.seeds()) {
                all.add(new Trial(Map.of("recipe", recipe.name()), recipe.plan(seed), images));
            }
        }
        int atOnce =
                execution.atOnce(recipes.stream().map(recipe -> recipe.plan().model()));
        TrialsProgress progress = execution.progress(spec.commandLine().getErr(), all.size());
        Trials trials = new Trials(
                log,
                atOnce,
                InstantSource.system(),
                new Keeper(progress, log.file().getParent()));
        List<Outcome> outcomes = trials.run(all, Version.withCommit());
        List<Reproduction.Column> columns = new ArrayList<>();
        int seeds = options.seeds().size();
        for (int i = 0; i < recipes.size(); i++) {
            columns.add(new Reproduction.Column(recipes.get(i), outcomes.subList(i * seeds, (i + 1) * seeds)));
        }
        return columns;
    }

    private String command() {
        return "./snn4j "
                + ShellWords.join(spec.commandLine().getParseResult().originalArgs().stream()
                        .filter(argument -> !argument.equals("--json") && !argument.equals("--quiet"))
                        .toList());
    }

    /** Keeps the model of each training beside the log. */
    private record Keeper(TrialsProgress progress, Path folder) implements Trials.Listener {
        @Override
        public void onProgress(Trial trial, Progress now) {
            progress.onProgress(trial, now);
        }

        @Override
        public void onTested(Trial trial, TrainedModel model) throws IOException {
            int samples = trial.images().train().size();
            model.save(folder.resolve(
                    trial.settings().get("recipe") + "-seed-" + trial.plan().seed() + "-of-" + samples + ".zip"));
        }

        @Override
        public void onOutcome(Trial trial, Outcome outcome, boolean known) {
            progress.onOutcome(trial, outcome, known);
        }
    }
}
