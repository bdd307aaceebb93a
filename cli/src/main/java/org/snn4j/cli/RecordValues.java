package org.snn4j.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The values in a record and in the records within it, by their place: "excitatory.tauTheta". */
final class RecordValues {
    private RecordValues() {}

    static Map<String, Object> leaves(Record record) {
        Map<String, Object> leaves = new LinkedHashMap<>();
        addLeaves(record, "", leaves);
        return leaves;
    }

    /**
     * The record with other values in some places; those of one record are changed together.
     *
     * @param option the option that gave the value of a place
     * @throws WrongUse naming the options of a record that refused its values
     */
    static Record with(Record record, Map<String, Object> given, UnaryOperator<String> option) {
        return with(record, "", given, option);
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

    private static Record with(Record record, String prefix, Map<String, Object> given, UnaryOperator<String> option) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String path = prefix + components[i].getName();
            Object value = get(record, components[i]);
            values[i] = value instanceof Record inner
                    ? with(inner, path + ".", given, option)
                    : given.getOrDefault(path, value);
        }
        try {
            return make(record.getClass(), components, values);
        } catch (IllegalArgumentException e) {
            String culprits = given.keySet().stream()
                    .filter(path -> path.lastIndexOf('.') == prefix.length() - 1 && path.startsWith(prefix))
                    .map(option)
                    .collect(Collectors.joining(", "));
            throw new WrongUse(culprits + ": " + e.getMessage());
        }
    }

    private static Record make(Class<? extends Record> type, RecordComponent[] components, Object... values) {
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
