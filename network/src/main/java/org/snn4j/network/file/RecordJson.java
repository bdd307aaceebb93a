package org.snn4j.network.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Records of parameters as JSON objects. What a file leaves out keeps the value of a record of defaults, so that a default
 * is stated once, in the record; what the record does not have is an error.
 */
public final class RecordJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordJson() {}

    /** All parameters but infinite ones, which mean "none" and which JSON cannot write. */
    public static ObjectNode write(Object parameters) {
        ObjectNode tree = MAPPER.valueToTree(parameters);
        removeInfinite(tree);
        return tree;
    }

    /**
     * The defaults with the given members put in their place.
     *
     * @param place where the members stand in the file, for messages
     */
    @SuppressWarnings("unchecked")
    public static <T> T read(T defaults, ObjectNode members, String file, String place) throws MalformedJsonException {
        ObjectNode tree = MAPPER.valueToTree(defaults);
        overlay(tree, members, file, place);
        try {
            return (T) MAPPER.treeToValue(tree, defaults.getClass());
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException(file, place, "is wrong: " + rootMessage(e));
        }
    }

    private static void overlay(ObjectNode tree, ObjectNode members, String file, String place)
            throws MalformedJsonException {
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            JsonNode known = tree.get(member.getKey());
            String memberPlace = place.isEmpty() ? member.getKey() : place + "." + member.getKey();
            if (known == null) {
                List<String> names = new ArrayList<>();
                tree.fieldNames().forEachRemaining(names::add);
                throw new MalformedJsonException(file, memberPlace, "is unknown; known are " + names);
            }
            requireSameKind(known, member.getValue(), file, memberPlace);
            if (known instanceof ObjectNode inner) {
                overlay(inner, (ObjectNode) member.getValue(), file, memberPlace);
            } else {
                tree.set(member.getKey(), member.getValue());
            }
        }
    }

    private static void requireSameKind(JsonNode known, JsonNode given, String file, String place)
            throws MalformedJsonException {
        boolean same = known.getNodeType() == given.getNodeType()
                && (!known.isIntegralNumber() || given.isIntegralNumber())
                && (!given.isNumber() || Double.isFinite(given.doubleValue()))
                && (known.isObject() || known.size() == given.size());
        for (int i = 0; same && known.isArray() && i < known.size(); i++) {
            requireSameKind(known.get(i), given.get(i), file, place + "[" + i + "]");
        }
        if (!same) {
            throw new MalformedJsonException(
                    file, place, "is " + given + "; something like " + known + " would be right");
        }
    }

    private static void removeInfinite(ObjectNode tree) {
        for (Iterator<JsonNode> members = tree.elements(); members.hasNext(); ) {
            JsonNode member = members.next();
            if (member.isNumber() && Double.isInfinite(member.doubleValue())) {
                members.remove();
            } else if (member instanceof ObjectNode inner) {
                removeInfinite(inner);
            }
        }
    }

    private static String rootMessage(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
