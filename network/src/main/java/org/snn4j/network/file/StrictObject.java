package org.snn4j.network.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A JSON object whose members are taken one by one, each of the kind that is asked for; what is left over at the end is an
 * error. It knows where it stands, and says so when something is wrong.
 */
public final class StrictObject {
    private final String file;
    private final String place;
    private final ObjectNode node;
    private final TreeSet<String> asked = new TreeSet<>();

    private StrictObject(String file, String place, ObjectNode node) {
        this.file = file;
        this.place = place;
        this.node = node;
    }

    /**
     * @param file the file that the JSON is from, for messages
     * @param place where in the file the object stands: "network", or "" for all of it
     */
    public static StrictObject of(String file, String place, JsonNode node) throws MalformedJsonException {
        if (node instanceof ObjectNode object) {
            return new StrictObject(file, place, object);
        }
        throw new MalformedJsonException(file, describe(place), "is " + brief(node) + "; an object would be right");
    }

    /** A member that must be there. */
    public JsonNode required(String name) throws MalformedJsonException {
        JsonNode member = node.get(name);
        if (member == null) {
            throw error("has no \"" + name + "\"");
        }
        asked.add(name);
        return member;
    }

    public String text(String name) throws MalformedJsonException {
        JsonNode member = required(name);
        if (!member.isTextual()) {
            throw wrong(name, member, "a text");
        }
        return member.textValue();
    }

    public double number(String name) throws MalformedJsonException {
        JsonNode member = required(name);
        if (!member.isNumber() || !Double.isFinite(member.doubleValue())) {
            throw wrong(name, member, "a finite number");
        }
        return member.doubleValue();
    }

    public double number(String name, double absent) throws MalformedJsonException {
        asked.add(name);
        return node.has(name) ? number(name) : absent;
    }

    public boolean flag(String name, boolean absent) throws MalformedJsonException {
        asked.add(name);
        JsonNode member = node.get(name);
        if (member != null && !member.isBoolean()) {
            throw wrong(name, member, "true or false");
        }
        return member == null ? absent : member.booleanValue();
    }

    public long whole(String name) throws MalformedJsonException {
        JsonNode member = required(name);
        if (!member.canConvertToLong() || !member.isIntegralNumber()) {
            throw wrong(name, member, "a whole number");
        }
        return member.longValue();
    }

    public int[] wholes(String name) throws MalformedJsonException {
        List<JsonNode> members = list(name);
        int[] values = new int[members.size()];
        for (int i = 0; i < values.length; i++) {
            if (!members.get(i).isInt()) {
                throw wrong(name + "[" + i + "]", members.get(i), "a whole number");
            }
            values[i] = members.get(i).intValue();
        }
        return values;
    }

    /** The whole numbers of a list within a list. */
    public int[] wholesAt(String name, int index) throws MalformedJsonException {
        ObjectNode inner = node.objectNode();
        String place = name + "[" + index + "]";
        inner.set(place, required(name).get(index));
        return of(file, this.place, inner).wholes(place);
    }

    public List<JsonNode> list(String name) throws MalformedJsonException {
        JsonNode member = required(name);
        if (!member.isArray()) {
            throw wrong(name, member, "a list");
        }
        List<JsonNode> members = new ArrayList<>();
        member.forEach(members::add);
        return members;
    }

    public StrictObject object(String name) throws MalformedJsonException {
        return of(file, placeOf(name), required(name));
    }

    public Optional<StrictObject> optionalObject(String name) throws MalformedJsonException {
        asked.add(name);
        return node.has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    public Optional<JsonNode> optional(String name) {
        asked.add(name);
        return Optional.ofNullable(node.get(name));
    }

    /** The objects in a list. */
    public List<StrictObject> objects(String name) throws MalformedJsonException {
        List<StrictObject> objects = new ArrayList<>();
        List<JsonNode> members = list(name);
        for (int i = 0; i < members.size(); i++) {
            objects.add(of(file, placeOf(name) + "[" + i + "]", members.get(i)));
        }
        return objects;
    }

    /** The names of all members; they do not count as asked for. */
    public List<String> names() {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The members that were not asked for, which count as asked for from now on. */
    public ObjectNode rest() {
        ObjectNode rest = node.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (asked.add(member.getKey())) {
                rest.set(member.getKey(), member.getValue());
            }
        }
        return rest;
    }

    /** Ends the reading. @throws MalformedJsonException if a member was not asked for */
    public void finish() throws MalformedJsonException {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (!asked.contains(name)) {
                throw error("has an unknown \"" + name + "\"; known are " + asked);
            }
        }
    }

    /** An error about this object. */
    public MalformedJsonException error(String problem) {
        return new MalformedJsonException(file, describe(place), problem);
    }

    /** An error about a member of this object. */
    public MalformedJsonException wrong(String name, JsonNode found, String right) {
        return new MalformedJsonException(file, placeOf(name), "is " + brief(found) + "; " + right + " would be right");
    }

    String file() {
        return file;
    }

    String place() {
        return place;
    }

    String placeOf(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static String describe(String place) {
        return place.isEmpty() ? "the document" : place;
    }

    private static String brief(JsonNode node) {
        String text = String.valueOf(node);
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
