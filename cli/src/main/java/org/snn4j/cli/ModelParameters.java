package org.snn4j.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.snn4j.models.DiehlAndCook2015;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The parameters of a model as options: every number in its record, and in the records within it, by name. What only one
 * of its two kinds of neurons has needs no prefix: {@code --theta-plus}, but {@code --inhibitory-rest}.
 */
final class ModelParameters {
    private static final DiehlAndCook2015 DEFAULTS = DiehlAndCook2015.recommended(100);
    /** The data say the one; the other is an option of its own. */
    private static final Set<String> ELSEWHERE = Set.of("inputs", "neurons");

    private static final List<String> NEURONS = List.of("excitatory", "inhibitory");
    private static final ResourceBundle MEANINGS = ResourceBundle.getBundle("org.snn4j.cli.model-parameters");

    private ModelParameters() {}

    /** Adds an option for each parameter. */
    static void addTo(CommandSpec command) {
        CommandSpec options = CommandSpec.create();
        leaves(DEFAULTS)
                .forEach((path, value) -> options.addOption(OptionSpec.builder(option(path))
                        .type(value.getClass())
                        .converters(converters(value))
                        .arity("1")
                        .paramLabel(value instanceof Boolean ? "true|false" : "X")
                        .description(MEANINGS.getString(path) + " [" + text(value) + "]")
                        .build()));
        command.addMixin("Parameters of the network", options);
    }

    /**
     * The model with the parameters that were given on the command line put in their place.
     *
     * @throws WrongUse if the model cannot have them
     */
    static DiehlAndCook2015 apply(DiehlAndCook2015 model, ParseResult parsed) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (String path : leaves(DEFAULTS).keySet()) {
            if (parsed.hasMatchedOption(option(path))) {
                given.put(path, parsed.matchedOptionValue(option(path), null));
            }
        }
        return (DiehlAndCook2015) with(model, "", given);
    }

    /** The parameters by their place in the record: "excitatory.tauTheta". */
    static Map<String, Object> leaves(DiehlAndCook2015 model) {
        Map<String, Object> leaves = new LinkedHashMap<>();
        addLeaves(model, "", leaves);
        leaves.keySet().removeAll(ELSEWHERE);
        return leaves;
    }

    /** The option of the parameter at a place. */
    static String option(String path) {
        String[] names = path.split("\\.");
        String leaf = names[names.length - 1];
        boolean ofOneKind = NEURONS.contains(names[0])
                && NEURONS.stream()
                                .filter(kind -> leaves(DEFAULTS).containsKey(kind + "." + leaf))
                                .count()
                        == 1;
        return "--"
                + (ofOneKind ? leaf : String.join("-", names))
                        .replaceAll("([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT);
    }

    private static ITypeConverter<?>[] converters(Object value) {
        ITypeConverter<?> converter = new Values.TrueOrFalse();
        if (value instanceof Double number) {
            converter = number.isInfinite() ? new Values.Limit(number) : new Values.Real();
        }
        return new ITypeConverter<?>[] {converter};
    }

    private static String text(Object value) {
        if (!(value instanceof Double number)) {
            return value.toString();
        }
        return number.isInfinite()
                ? Values.Limit.NONE
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static void addLeaves(Record record, String prefix, Map<String, Object> leaves) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = get(record, component);
            if (value instanceof Record inner) {
                addLeaves(inner, prefix + component.getName() + ".", leaves);
            } else {
                leaves.put(prefix + component.getName(), value);
            }
        }
    }

    private static Record with(Record record, String prefix, Map<String, Object> given) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String path = prefix + components[i].getName();
            Object value = get(record, components[i]);
            values[i] =
                    value instanceof Record inner ? with(inner, path + ".", given) : given.getOrDefault(path, value);
        }
        try {
            return record(record.getClass(), components, values);
        } catch (IllegalArgumentException e) {
            String culprits = given.keySet().stream()
                    .filter(path -> path.lastIndexOf('.') == prefix.length() - 1 && path.startsWith(prefix))
                    .map(ModelParameters::option)
                    .collect(Collectors.joining(", "));
            throw new WrongUse(culprits + ": " + e.getMessage());
        }
    }

    private static Record record(Class<? extends Record> type, RecordComponent[] components, Object... values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
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
