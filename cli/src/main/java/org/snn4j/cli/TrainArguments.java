package org.snn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snn4j.training.TrainingPlan;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Options of {@code train} that say what to train: what it would make of them, without training.
 *
 * @param arguments as on the command line, each option with its value: "--epochs=2"
 */
record TrainArguments(List<String> arguments) {
    TrainArguments {
        arguments = List.copyOf(arguments);
    }

    /** Those of a command that has the same options. */
    static TrainArguments of(ParseResult parsed) {
        return new TrainArguments(given(parsed, new Reader().command.getCommandSpec()));
    }

    /** The options that were given to a command and that another has too. */
    static List<String> given(ParseResult parsed, CommandSpec other) {
        List<String> given = new ArrayList<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            if (other.findOption(option.longestName()) != null) {
                option.originalStringValues().forEach(value -> given.add(option.longestName() + "=" + value));
            }
        }
        return given;
    }

    /** These and more. @param settings values of options by their names without dashes */
    TrainArguments with(Map<String, String> settings) {
        List<String> all = new ArrayList<>(arguments);
        settings.forEach((name, value) -> all.add("--" + name + "=" + value));
        return new TrainArguments(all);
    }

    /** Without an option and its value, if it is there. */
    TrainArguments without(String option) {
        return new TrainArguments(arguments.stream()
                .filter(argument -> !argument.startsWith(option + "="))
                .toList());
    }

    /** What {@code train} would train, on one thread. @throws WrongUse as it would refuse it */
    TrainingPlan plan(long seed) {
        Reader reader = new Reader();
        try {
            ParseResult parsed = reader.command.parseArgs(arguments.toArray(String[]::new));
            return reader.options.training.plan(parsed, seed, 1);
        } catch (ParameterException e) {
            throw new WrongUse(e.getMessage());
        }
    }

    @Command
    private static final class Options {
        @Mixin
        private TrainingOptions training = new TrainingOptions();
    }

    /** Reads arguments once. */
    private static final class Reader {
        private final Options options = new Options();
        private final CommandLine command = new CommandLine(options);

        Reader() {
            TeacherParameters.addTo(command.getCommandSpec());
            ModelParameters.addTo(command.getCommandSpec());
        }
    }
}
