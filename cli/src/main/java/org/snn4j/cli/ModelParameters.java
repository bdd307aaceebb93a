package org.snn4j.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.snn4j.models.Catalogue;
import org.snn4j.models.PrebuiltModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The parameters of the models as options. What only one of two kinds of neurons has needs no prefix: {@code --theta-plus},
 * but {@code --inhibitory-rest}.
 */
final class ModelParameters {
    private static final int SIZE_OF_DEFAULTS = 100;
    /** The data say the first; the others are what --neurons says. */
    private static final Set<String> ELSEWHERE = Set.of("inputs", "neurons", "filters");

    private static final String NEURONS_OF_A_PLACE = "filters";
    private static final List<String> NEURONS = List.of("excitatory", "inhibitory");
    private static final RecordOptions OPTIONS = new RecordOptions(
            "--model", defaults(), ModelParameters::option, ResourceBundle.getBundle("org.snn4j.cli.model-parameters"));

    private ModelParameters() {}

    /** Adds an option for each parameter of each model. */
    static void addTo(CommandSpec command) {
        OPTIONS.addTo(command, "Parameters of the network");
    }

    /**
     * The model with the parameters that were given on the command line put in their place.
     *
     * @throws WrongUse if the model has no such parameter, or cannot have that value
     */
    static PrebuiltModel apply(PrebuiltModel model, ParseResult parsed) {
        return (PrebuiltModel) OPTIONS.apply(model.name(), (Record) model, parsed);
    }

    /** The model with another number of neurons and everything else as it is. @throws WrongUse if it cannot have so many */
    static PrebuiltModel resized(PrebuiltModel model, int neurons) {
        String size =
                RecordValues.leaves((Record) model).containsKey(NEURONS_OF_A_PLACE) ? NEURONS_OF_A_PLACE : "neurons";
        return (PrebuiltModel) RecordValues.with((Record) model, Map.of(size, neurons), path -> "--neurons");
    }

    /** The parameters of all models by their place in the record: "excitatory.tauTheta". */
    static List<String> paths() {
        return OPTIONS.paths();
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
        return "--" + Values.words(ofOneKind ? leaf : String.join("-", names));
    }

    private static Map<String, Map<String, Object>> defaults() {
        Map<String, Map<String, Object>> defaults = new LinkedHashMap<>();
        for (String name : Catalogue.names()) {
            Map<String, Object> leaves = RecordValues.leaves((Record) Catalogue.recommended(name, SIZE_OF_DEFAULTS));
            leaves.keySet().removeAll(ELSEWHERE);
            defaults.put(name, leaves);
        }
        return defaults;
    }
}
