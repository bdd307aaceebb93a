package org.snn4j.network.event;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snn4j.network.Network;

/** Counts the bytes of all arrays and objects of ours that can be reached from one, but networks and what those hold. */
final class Footprint {
    private static final long HEADER = 16;
    private static final long REFERENCE = 4;
    private static final Map<Class<?>, Integer> SIZES = Map.of(
            boolean.class,
            1,
            byte.class,
            1,
            short.class,
            2,
            char.class,
            2,
            int.class,
            4,
            float.class,
            4,
            long.class,
            8,
            double.class,
            8);

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();
    private long bytes;

    static long of(Object root) throws IllegalAccessException {
        Footprint footprint = new Footprint();
        footprint.reach(root);
        while (!footprint.waiting.isEmpty()) {
            footprint.visit(footprint.waiting.remove());
        }
        return footprint.bytes;
    }

    private void reach(Object object) {
        if (object != null && !(object instanceof Network) && seen.add(object)) {
            waiting.add(object);
        }
    }

    private void visit(Object object) throws IllegalAccessException {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            int length = Array.getLength(object);
            bytes += HEADER + (long) length * SIZES.getOrDefault(type.componentType(), (int) REFERENCE);
            for (int i = 0; i < length && !type.componentType().isPrimitive(); i++) {
                reach(Array.get(object, i));
            }
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::reach);
        } else if (object instanceof Collection<?> collection) {
            collection.forEach(this::reach);
        } else if (object instanceof Map<?, ?> map) {
            map.values().forEach(this::reach);
        } else if (type.getName().startsWith("org.snn4j.")) {
            visitFields(object, type);
        }
    }

    private void visitFields(Object object, Class<?> type) throws IllegalAccessException {
        bytes += HEADER;
        for (Class<?> part = type; part.getName().startsWith("org.snn4j."); part = part.getSuperclass()) {
            for (Field field : part.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    bytes += SIZES.getOrDefault(field.getType(), (int) REFERENCE);
                    if (!field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        reach(field.get(object));
                    }
                }
            }
        }
    }
}
