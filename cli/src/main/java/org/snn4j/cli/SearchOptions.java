package org.snn4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.search.SearchSpace;
import org.snn4j.training.search.Variation;
import picocli.CommandLine.Option;

/** The options that say which settings to try. */
final class SearchOptions {
    private static final int DRAWN = 20;
    /** What a search itself takes, so that it cannot be varied. */
    private static final List<String> FIXED = List.of("train-samples", "seed", "threads", "out");

    @Option(
            names = "--vary",
            paramLabel = "NAME=VALUES",
            required = true,
            converter = VariedSetting.Converter.class,
            description = "Try several values of an option of train: nu-post=0.003,0.005 or, drawn from a range,"
                    + " tauTheta=1e6:1e7. May be repeated.")
    private List<VariedSetting> varied = new ArrayList<>();

    @Option(
            names = "--trials",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Try N combinations of values that are drawn [all; with ranges " + DRAWN + "]")
    private Integer trials;

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            defaultValue = "1",
            converter = Values.Seeds.class,
            description = "Train each with these seeds: 3 for 1 to 3, or 1,5,9, or 4:6 [${DEFAULT-VALUE}]")
    private List<Long> seeds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "1",
            converter = Values.Count.class,
            description = "After each round but the last keep the best third; each round has three times the images"
                    + " of the one before, the last has all [${DEFAULT-VALUE}]")
    private int rounds;

    @Option(
            names = "--vote",
            paramLabel = "NAME",
            converter = Values.VoteName.class,
            description = "By which accuracy settings are compared: all-activity, proportion-weighting or"
                    + " confidence-weighting [the recipe's, or the last]")
    private Vote vote;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            converter = Values.Whole.class,
            description = "Fixes which combinations are drawn [${DEFAULT-VALUE}]")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where trials.jsonl is kept; trainings that it has are not done again [searches/MODEL-NEURONS]")
    private Path out;

    /** The combinations to try. */
    List<Map<String, String>> combinations() {
        Map<String, Variation> variations = new LinkedHashMap<>();
        for (VariedSetting setting : varied) {
            if (FIXED.contains(setting.name())) {
                throw new WrongUse("--vary " + setting.name() + ": it is the same for all settings of a search.");
            }
            if (variations.put(setting.name(), setting.variation()) != null) {
                throw new WrongUse(
                        "--vary " + setting.name() + " is given twice; once, with all values, would be right.");
            }
        }
        SearchSpace space = new SearchSpace(variations);
        if (trials == null && space.isGrid()) {
            try {
                return space.combinations();
            } catch (IllegalArgumentException e) {
                throw new WrongUse("--vary: " + e.getMessage() + "; --trials draws some of them.");
            }
        }
        return space.drawn(trials == null ? DRAWN : trials, seed);
    }

    List<Long> seeds() {
        return seeds;
    }

    int rounds() {
        return rounds;
    }

    Vote vote(Vote usual) {
        return vote == null ? usual : vote;
    }

    /** @param model what is varied, for the name of a folder */
    Path folder(String model) {
        if (out == null) {
            return Path.of("searches", model);
        }
        TrainingOptions.requireNamed(out);
        return out;
    }
}
