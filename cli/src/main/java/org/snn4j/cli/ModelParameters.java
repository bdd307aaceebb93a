package org.snn4j.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snn4j.models.DiehlAndCook2015;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The parameters of a model as options: every number in its record, and in the records within it, by name. A name that
 * occurs once needs no prefix: {@code --theta-plus}, but {@code --inhibitory-rest}.
 */
final class ModelParameters {
    private static final DiehlAndCook2015 DEFAULTS = DiehlAndCook2015.recommended(100);
    /** Components with an option of their own. */
    private static final List<List<String>> ELSEWHERE = List.of(List.of("neurons"), List.of("dt"), List.of("inputs"));

    private ModelParameters() {}

    /** Adds an option for each parameter. */
    static void addTo(CommandSpec command) {
        Map<List<String>, Object> parameters = leaves(DEFAULTS);
        ArgGroupSpec.Builder group =
                ArgGroupSpec.builder().heading("%nModel parameters:%n").validate(false);
        parameters.forEach((path, value) -> {
            if (!ELSEWHERE.contains(path)) {
                group.addArg(OptionSpec.builder(
                                names(path, parameters.keySet().stream().toList()))
                        .type(value.getClass())
                        .arity("1")
                        .paramLabel(value instanceof Boolean ? "true|false" : "X")
                        .description("Default: " + value)
                        .build());
            }
        });
        command.addArgGroup(group.build());
    }

    /** The model with the parameters that were given on the command line put in their place. */
    static DiehlAndCook2015 apply(DiehlAndCook2015 model, ParseResult parsed) {
        List<List<String>> paths = List.copyOf(leaves(model).keySet());
        DiehlAndCook2015 changed = model;
        for (List<String> path : paths) {
            String option = names(path, paths)[0];
            if (parsed.hasMatchedOption(option)) {
                changed = with(changed, path, parsed.matchedOptionValue(option, null));
            }
        }
        return changed;
    }

    private static String[] names(List<String> path, List<List<String>> all) {
        String full = kebab(path);
        String leaf = kebab(path.subList(path.size() - 1, path.size()));
        long sameLeaf = all.stream()
                .filter(other -> other.get(other.size() - 1).equals(path.get(path.size() - 1)))
                .count();
        boolean needsPrefix =
                sameLeaf > 1 || path.get(0).equals("nu") || path.get(0).equals("bounds");
        return needsPrefix || leaf.equals(full) ? new String[] {full} : new String[] {leaf, full};
    }

    private static String kebab(List<String> path) {
        return "--" + String.join("-", path).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Map<List<String>, Object> leaves(Record record) {
        Map<List<String>, Object> leaves = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = get(record, component);
            if (value instanceof Record inner) {
                leaves(inner).forEach((path, leaf) -> {
                    List<String> longer = new ArrayList<>(List.of(component.getName()));
                    longer.addAll(path);
                    leaves.put(longer, leaf);
                });
            } else {
                leaves.put(List.of(component.getName()), value);
            }
        }
        return leaves;
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R with(R record, List<String> path, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(record, components[i]);
            if (components[i].getName().equals(path.get(0))) {
                values[i] = path.size() == 1 ? value : with((Record) values[i], path.subList(1, path.size()), value);
            }
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException invalid) {
                throw invalid;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has a canonical constructor", e);
        }
    }

    private static Object get(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessors are public", e);
        }
    }
}
