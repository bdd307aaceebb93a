package org.snn4j.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The parameters of a family of records as options: every number in them, and in the records within those, by name. A
 * parameter that several of the family have is one option.
 *
 * @param chooser the option that chooses one of the family: "--model"
 * @param defaults each one's parameters with their defaults, by their place in its record: "excitatory.tauTheta"
 * @param option the option of the parameter at a place
 * @param meanings what the parameter at a place means
 */
record RecordOptions(
        String chooser,
        Map<String, Map<String, Object>> defaults,
        UnaryOperator<String> option,
        ResourceBundle meanings) {

    /** Adds an option for each parameter, under a title of their own. */
    void addTo(CommandSpec command, String title) {
        CommandSpec options = CommandSpec.create();
        for (String path : paths()) {
            Object value = defaultsOf(path).values().iterator().next();
            options.addOption(OptionSpec.builder(option.apply(path))
                    .type(value.getClass())
                    .converters(Values.converterLike(value))
                    .arity("1")
                    .paramLabel(Values.labelLike(value))
                    .description(meanings.getString(path) + " [" + shown(defaultsOf(path)) + "]")
                    .build());
        }
        command.addMixin(title, options);
    }

    /**
     * The record with the parameters that were given on the command line put in their place.
     *
     * @param name the name of the record in its family
     * @throws WrongUse if it has no such parameter, or cannot have that value
     */
    Record apply(String name, Record record, ParseResult parsed) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (String path : paths()) {
            if (parsed.hasMatchedOption(option.apply(path))) {
                given.put(path, parsed.matchedOptionValue(option.apply(path), null));
            }
        }
        requireKnown(name, given.keySet());
        return RecordValues.with(record, given, option);
    }

    /** The places of the parameters of all of the family. */
    List<String> paths() {
        return defaults.values().stream()
                .flatMap(values -> values.keySet().stream())
                .distinct()
                .toList();
    }

    private void requireKnown(String name, Set<String> given) {
        Set<String> known = defaults.get(name).keySet();
        List<String> unknown = new ArrayList<>(given);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new WrongUse(options(unknown) + ": " + chooser + " " + name + " has no such parameter; it has "
                    + (known.isEmpty() ? "none" : options(known)));
        }
    }

    private String options(Iterable<String> paths) {
        List<String> options = new ArrayList<>();
        paths.forEach(path -> options.add(option.apply(path)));
        return String.join(", ", options);
    }

    /** The defaults of those that have a parameter, by name. */
    private Map<String, Object> defaultsOf(String path) {
        Map<String, Object> byName = new LinkedHashMap<>();
        defaults.forEach((name, values) -> {
            if (values.containsKey(path)) {
                byName.put(name, values.get(path));
            }
        });
        return byName;
    }

    /** The default of the first, and of those where it is another. */
    private static String shown(Map<String, Object> byName) {
        Object first = byName.values().iterator().next();
        return byName.entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getValue(), first))
                .map(entry -> ", " + entry.getKey() + " " + Values.text(entry.getValue()))
                .collect(Collectors.joining("", Values.text(first), ""));
    }
}
