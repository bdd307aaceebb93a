package org.snn4j.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.models.PrebuiltModel;
import org.snn4j.training.TrainingPlan;
import org.snn4j.training.recipe.Recipe;
import org.snn4j.training.search.Candidate;
import org.snn4j.training.search.Search;
import org.snn4j.training.search.Standing;
import org.snn4j.training.trial.TrialLog;
import org.snn4j.training.trial.Trials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Tries settings on a validation split of the training images, and says which are the best. */
@Command(
        name = "search",
        header = "Tries settings of a model on training images that are left out.",
        description = {
            "",
            "Trains with every combination of the values to try, and as the model or recipe is without them, and"
                    + " compares accuracies on training images that are left out of learning. The test images have no"
                    + " part in it. Run again with the same folder it goes on where it was. All options of train that"
                    + " say what to train hold for all combinations."
        })
final class SearchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin(name = "What to search")
    private SearchOptions options = new SearchOptions();

    @Mixin(name = "What to train")
    private TrainingOptions training = new TrainingOptions();

    @Mixin(name = "Images")
    private DataSource data = new DataSource();

    @Mixin(name = "How to run")
    private SideBySide execution = new SideBySide();

    @Override
    public Integer call() throws IOException {
        ParseResult parsed = spec.commandLine().getParseResult();
        TrainArguments fixed = TrainArguments.of(parsed);
        Recipe base = training.base();
        List<Candidate> candidates = candidates(fixed);
        Search search = search(base);
        try (TrialLog log = TrialLog.open(options.folder(base.name()))) {
            SearchResults results = new SearchResults(
                    base, search, run(search, candidates, log), log.file(), trainCommand(parsed, fixed));
            if (execution.json()) {
                spec.commandLine().getOut().println(Json.text(results.json()));
            } else {
                results.print(spec.commandLine().getOut());
            }
        }
        return 0;
    }

    private Search search(Recipe base) throws IOException {
        DataSplit images = images();
        try {
            return new Search(images, options.seeds(), options.vote(base.headline()), options.rounds());
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--rounds: " + e.getMessage());
        }
    }

    private List<Standing> run(Search search, List<Candidate> candidates, TrialLog log) throws IOException {
        Stream<PrebuiltModel> models =
                candidates.stream().map(candidate -> candidate.plan().apply(1).model());
        Trials trials = new Trials(
                log,
                execution.atOnce(models),
                InstantSource.system(),
                execution.progress(spec.commandLine().getErr(), search.trials(candidates.size())));
        return search.run(candidates, trials, Version.withCommit());
    }

    /** The training images, those left out of learning to compare on. */
    private DataSplit images() throws IOException {
        DataSplit split = data.validation(execution.downloads(spec.commandLine().getErr()));
        return new DataSplit(split.name(), training.samples(split.train()), split.test());
    }

    /** The combinations to try, and the model as it is without them, unless it is among them. */
    private List<Candidate> candidates(TrainArguments fixed) {
        TrainingPlan asItIs = fixed.plan(1);
        List<Candidate> candidates = new ArrayList<>();
        boolean isAmongThem = false;
        for (Map<String, String> settings : options.combinations()) {
            TrainArguments arguments = fixed.with(settings);
            isAmongThem |= plan(arguments).equals(asItIs);
            candidates.add(new Candidate(settings, arguments::plan));
        }
        if (!isAmongThem) {
            candidates.add(0, new Candidate(Map.of(), fixed::plan));
        }
        return candidates;
    }

    /** Refuses what cannot be before the first training. */
    private static TrainingPlan plan(TrainArguments varied) {
        try {
            return varied.plan(1);
        } catch (WrongUse e) {
            throw new WrongUse("--vary: " + e.getMessage());
        }
    }

    /** The command, without the settings to choose, that trains on all training images and tests on the test images. */
    private static TrainArguments trainCommand(ParseResult parsed, TrainArguments fixed) {
        List<String> arguments =
                new ArrayList<>(fixed.without("--train-samples").arguments());
        arguments.addAll(TrainArguments.given(parsed, CommandSpec.forAnnotatedObject(new DataSource())));
        return new TrainArguments(arguments).without("--hold-out").without("--test-samples");
    }
}
