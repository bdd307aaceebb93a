package org.snn4j.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.snn4j.models.Catalogue;
import org.snn4j.models.PrebuiltModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The parameters of the models as options: every number in their records, and in the records within those, by name. A
 * parameter that several models have is one option. What only one of two kinds of neurons has needs no prefix: {@code
 * --theta-plus}, but {@code --inhibitory-rest}.
 */
final class ModelParameters {
    private static final int SIZE_OF_DEFAULTS = 100;
    /** The data say the one; the others are options of their own. */
    private static final Set<String> ELSEWHERE = Set.of("inputs", "neurons");

    private static final List<String> NEURONS = List.of("excitatory", "inhibitory");
    private static final ResourceBundle MEANINGS = ResourceBundle.getBundle("org.snn4j.cli.model-parameters");
    /** Each model's parameters with its defaults, by their place in its record. */
    private static final Map<String, Map<String, Object>> DEFAULTS = defaults();

    private ModelParameters() {}

    /** Adds an option for each parameter of each model. */
    static void addTo(CommandSpec command) {
        CommandSpec options = CommandSpec.create();
        for (String path : paths()) {
            Object value = defaultsOf(path).values().iterator().next();
            options.addOption(OptionSpec.builder(option(path))
                    .type(value.getClass())
                    .converters(Values.converterLike(value))
                    .arity("1")
                    .paramLabel(Values.labelLike(value))
                    .description(MEANINGS.getString(path) + " [" + shown(defaultsOf(path)) + "]")
                    .build());
        }
        command.addMixin("Parameters of the network", options);
    }

    /**
     * The model with the parameters that were given on the command line put in their place.
     *
     * @throws WrongUse if the model has no such parameter, or cannot have that value
     */
    static PrebuiltModel apply(PrebuiltModel model, ParseResult parsed) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (String path : paths()) {
            if (parsed.hasMatchedOption(option(path))) {
                given.put(path, parsed.matchedOptionValue(option(path), null));
            }
        }
        requireKnown(model, given.keySet());
        return (PrebuiltModel) RecordValues.with((Record) model, given, ModelParameters::option);
    }

    /** The parameters of all models by their place in the record: "excitatory.tauTheta". */
    static List<String> paths() {
        return DEFAULTS.values().stream()
                .flatMap(values -> values.keySet().stream())
                .distinct()
                .toList();
    }

    /** The parameters of a model by their place in its record. */
    static Map<String, Object> leaves(PrebuiltModel model) {
        Map<String, Object> leaves = RecordValues.leaves((Record) model);
        leaves.keySet().removeAll(ELSEWHERE);
        return leaves;
    }

    /** The option of the parameter at a place. */
    static String option(String path) {
        String[] names = path.split("\\.");
        String leaf = names[names.length - 1];
        List<String> paths = paths();
        boolean ofOneKind = NEURONS.contains(names[0])
                && NEURONS.stream()
                                .filter(kind -> paths.contains(kind + "." + leaf))
                                .count()
                        == 1;
        return "--"
                + (ofOneKind ? leaf : String.join("-", names))
                        .replaceAll("([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT);
    }

    private static void requireKnown(PrebuiltModel model, Set<String> given) {
        List<String> unknown = new ArrayList<>(given);
        unknown.removeAll(leaves(model).keySet());
        if (!unknown.isEmpty()) {
            throw new WrongUse(unknown.stream().map(ModelParameters::option).collect(Collectors.joining(", "))
                    + ": --model " + model.name() + " has no such parameter; it has "
                    + leaves(model).keySet().stream()
                            .map(ModelParameters::option)
                            .collect(Collectors.joining(", ")));
        }
    }

    /** The defaults of the models that have a parameter, by model. */
    private static Map<String, Object> defaultsOf(String path) {
        Map<String, Object> byModel = new LinkedHashMap<>();
        DEFAULTS.forEach((model, values) -> {
            if (values.containsKey(path)) {
                byModel.put(model, values.get(path));
            }
        });
        return byModel;
    }

    /** The default of the first model, and of those where it is another. */
    private static String shown(Map<String, Object> byModel) {
        Object first = byModel.values().iterator().next();
        return byModel.entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getValue(), first))
                .map(entry -> ", " + entry.getKey() + " " + Values.text(entry.getValue()))
                .collect(Collectors.joining("", Values.text(first), ""));
    }

    private static Map<String, Map<String, Object>> defaults() {
        Map<String, Map<String, Object>> defaults = new LinkedHashMap<>();
        for (String name : Catalogue.names()) {
            defaults.put(name, leaves(Catalogue.recommended(name, SIZE_OF_DEFAULTS)));
        }
        return defaults;
    }
}
