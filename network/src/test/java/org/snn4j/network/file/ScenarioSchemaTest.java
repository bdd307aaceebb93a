package org.snn4j.network.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.GoldenCase;
import org.snn4j.network.Network;

/**
 * docs/scenario.schema.json knows what the reader knows. The oracle is the reader itself: given something unknown, it lists
 * what it knows.
 */
class ScenarioSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode SCHEMA = schema();
    private static final String UNKNOWN = "?";
    private static final Pattern LAST_LIST = Pattern.compile(".*\\[([^\\[\\]]*)\\]");
    private static final Pattern MISSING = Pattern.compile(".* has no \"(.*)\"");
    /** A value for each member that some kind of connection cannot do without; one length for each dimension. */
    private static final Map<String, String> NEEDED =
            Map.of("weights", "{\"uniform\": {\"low\": 0, \"high\": 1}}", "weight", "1", "synapses", "[[0, 0]]");

    @TempDir
    private Path folder;

    static List<String> neurons() throws IOException {
        return types("layer");
    }

    static List<String> connections() throws IOException {
        return types("connection");
    }

    static List<String> rules() throws IOException {
        return types("rule");
    }

    static List<String> goldenCases() throws IOException {
        return GoldenCase.names();
    }

    @Test
    void typesAreThoseOfTheReader() throws IOException {
        assertThat(new TreeSet<>(neurons())).isEqualTo(listed(layer(UNKNOWN)));
        assertThat(new TreeSet<>(connections())).isEqualTo(listed(connection(UNKNOWN)));
        assertThat(new TreeSet<>(rules())).isEqualTo(listed(rule(UNKNOWN)));
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void parametersOfNeuronsAreThoseOfTheReaderWithItsDefaults(String type) throws IOException {
        Set<String> parameters = names(SCHEMA.at("/$defs/" + type));
        assertThat(parameters).isEqualTo(listed(layer(type).put(UNKNOWN, 1)));
        ObjectNode written = (ObjectNode)
                NetworkJson.write(read(layer(type)), (name, array) -> {}).at("/layers/0");
        assertThat(defaults(SCHEMA.at("/$defs/" + type))).isEqualTo(written.retain(parameters));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void parametersOfRulesAreThoseOfTheReaderWithItsDefaults(String type) throws IOException {
        Set<String> parameters = names(SCHEMA.at("/$defs/" + type));
        ObjectNode unknown = rule(type);
        ((ObjectNode) unknown.at("/rule")).put(UNKNOWN, 1);
        assertThat(parameters).isEqualTo(listed(unknown));
        ObjectNode written = (ObjectNode)
                NetworkJson.write(read(rule(type)), (name, array) -> {}).at("/connections/0/rule");
        assertThat(defaults(SCHEMA.at("/$defs/" + type))).isEqualTo(written.retain(parameters));
    }

    @ParameterizedTest
    @MethodSource("connections")
    void keysOfConnectionsAreThoseOfTheReader(String type) throws IOException {
        JsonNode definition = SCHEMA.at("/$defs/" + type);
        Set<String> expected = names(definition);
        expected.addAll(names(SCHEMA.at("/$defs/connection")));
        if (definition.has("$ref")) {
            expected.addAll(names(SCHEMA.at(definition.get("$ref").textValue().substring(1))));
        }
        assertThat(expected).isEqualTo(listed(connection(type).put(UNKNOWN, 1)));
    }

    @Test
    void keysOfEveryLayerAreThoseThatAreWritten() throws IOException {
        ObjectNode written =
                (ObjectNode) NetworkJson.write(read(layer("Input").put("traces", true)), (name, array) -> {})
                        .at("/layers/0");
        assertThat(names(SCHEMA.at("/$defs/layer"))).isEqualTo(names(written));
    }

    @Test
    void keysOfANetworkAreThoseOfTheReader() throws IOException {
        assertThat(names(SCHEMA.at("/$defs/network")))
                .isEqualTo(listed(network(layer("Input")).put(UNKNOWN, 1)));
    }

    @Test
    void keysOfTheDocumentARunAndAnEntryAreThoseOfTheReader() throws IOException {
        assertThat(names(SCHEMA)).isEqualTo(known("/?"));
        assertThat(names(SCHEMA.at("/$defs/run"))).isEqualTo(known("/runs/0/?"));
        assertThat(names(SCHEMA.at("/$defs/record/oneOf/0"))).isEqualTo(known("/record/0/?"));
        Set<String> weights = known("/record/1/?");
        weights.remove("layer");
        assertThat(names(SCHEMA.at("/$defs/record/oneOf/1"))).isEqualTo(weights);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void keysOfTheGoldenCasesAreInTheSchema(String name) throws IOException {
        Set<String> known = new TreeSet<>();
        SCHEMA.findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(known::add));
        JsonNode scenario = MAPPER.readTree(GoldenCase.of(name).file().toFile());
        GoldenCase.of(name).scenario().network().layers().forEach(layer -> known.add(layer.name()));
        assertThat(keys(scenario)).isSubsetOf(known);
    }

    /** A number in the schema, and where one stands in a layer or a connection. */
    private record Numeric(String definition, ObjectNode part, String pointer, String name) {
        Network read(double value) throws IOException {
            ObjectNode whole = part.deepCopy();
            ((ObjectNode) whole.at(pointer)).put(name, value);
            return ScenarioSchemaTest.read(whole);
        }

        JsonNode schema() {
            return SCHEMA.at("/$defs/" + definition + "/properties/" + name);
        }

        @Override
        public String toString() {
            return definition + "." + name;
        }
    }

    static Stream<Numeric> numbers() throws IOException {
        return Stream.of(
                        neurons().stream().flatMap(type -> numbers(type, layer(type), "")),
                        rules().stream().flatMap(type -> numbers(type, rule(type), "/rule")),
                        connections().stream().flatMap(type -> numbers(type, connection(type), "")),
                        numbers("connection", connection("Dense"), ""),
                        numbers("plasticity", connection("Dense"), ""))
                .flatMap(numbers -> numbers);
    }

    private static Stream<Numeric> numbers(String definition, ObjectNode part, String pointer) {
        return names(SCHEMA.at("/$defs/" + definition)).stream()
                .map(name -> new Numeric(definition, part, pointer, name))
                .filter(number -> number.schema().path("type").asText().equals("number"));
    }

    static Stream<Arguments> numbersBeyondTheirLimits() throws IOException {
        return numbers().flatMap(number -> {
            JsonNode schema = number.schema();
            return Stream.of(
                            beyond(schema.path("exclusiveMinimum"), 0),
                            beyond(schema.path("minimum"), -0.5),
                            beyond(schema.path("maximum"), 0.5),
                            // Bounds that no weight reaches are none.
                            number.definition().equals("plasticity") ? DoubleStream.empty() : DoubleStream.of(1e39))
                    .flatMapToDouble(values -> values)
                    .mapToObj(value -> arguments(number, value));
        });
    }

    private static DoubleStream beyond(JsonNode limit, double by) {
        return limit.isMissingNode() ? DoubleStream.empty() : DoubleStream.of(limit.doubleValue() + by);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("numbersBeyondTheirLimits")
    void numberBeyondWhatTheSchemaAllowsIsNamedWithItsValue(Numeric number, double value) {
        assertThatThrownBy(() -> number.read(value))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining(number.name() + " is " + value + "; it must be ");
    }

    /** Windows need layers of other shapes. */
    static Stream<Arguments> numbersAtTheirLimits() throws IOException {
        return numbers()
                .filter(number -> !number.definition().startsWith("MaxPool"))
                .flatMap(number -> Stream.of(
                                beyond(number.schema().path("exclusiveMinimum"), 1e-3),
                                beyond(number.schema().path("minimum"), 0),
                                beyond(number.schema().path("maximum"), 0))
                        .flatMapToDouble(values -> values)
                        .mapToObj(value -> arguments(number, value)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("numbersAtTheirLimits")
    void numberAtTheLimitOfTheSchemaIsRead(Numeric number, double value) {
        assertThatNoException().isThrownBy(() -> number.read(value));
    }

    /** What the reader says that it knows where an unknown key is put into a scenario that is right. */
    private Set<String> known(String pointer) throws IOException {
        TinyScenario broken = new TinyScenario(Files.createTempDirectory(folder, "known")).with(pointer, "1");
        return lastList(catchThrowableOfType(MalformedJsonException.class, broken::read));
    }

    private static Set<String> listed(ObjectNode part) throws IOException {
        return lastList(catchThrowableOfType(MalformedJsonException.class, () -> read(part)));
    }

    private static Set<String> lastList(MalformedJsonException error) {
        Matcher list = LAST_LIST.matcher(error.getMessage());
        assertThat(list.find()).as(error.getMessage()).isTrue();
        Set<String> names = new TreeSet<>(List.of(list.group(1).split(", ")));
        names.remove(UNKNOWN);
        names.remove("");
        return names;
    }

    private static Network read(ObjectNode part) throws IOException {
        ObjectNode network = part.has("layers") ? part : network(part);
        while (true) {
            try {
                return NetworkJson.read(StrictObject.of("schema", "network", network), name -> {
                    throw new IOException("there is no " + name);
                });
            } catch (MalformedJsonException e) {
                Matcher missing = MISSING.matcher(e.getMessage());
                if (!missing.matches()) {
                    throw e;
                }
                add(missing.group(1), part);
            }
        }
    }

    private static void add(String missing, ObjectNode connection) throws IOException {
        String type = connection.path("type").asText();
        String ones = type.endsWith("1d") ? "[1]" : type.endsWith("2d") ? "[1, 1]" : "[1, 1, 1]";
        connection.set(missing, MAPPER.readTree(missing.equals("kernel") ? ones : NEEDED.get(missing)));
        if (type.equals("Sparse")) {
            connection.set("synapses", MAPPER.readTree(NEEDED.get("synapses")));
        }
    }

    /** A network of a layer or a connection. */
    private static ObjectNode network(ObjectNode part) {
        ObjectNode network = MAPPER.createObjectNode().put("dt", 1);
        network.putArray("layers");
        network.putArray("connections");
        if (part.has("source")) {
            network.withArray("layers").add(layer("Input").put("name", "X").put("traces", true));
            network.withArray("layers").add(layer("SRM0").put("name", "Y").put("traces", true));
            network.withArray("connections").add(part);
        } else {
            network.withArray("layers").add(part);
        }
        return network;
    }

    private static ObjectNode layer(String type) {
        ObjectNode layer = MAPPER.createObjectNode().put("name", "L").put("type", type);
        layer.putArray("shape").add(1);
        return layer;
    }

    private static ObjectNode connection(String type) {
        return MAPPER.createObjectNode().put("source", "X").put("target", "Y").put("type", type);
    }

    /** A connection with a rule, whose weights have the limits that some rules need. */
    private static ObjectNode rule(String type) {
        ObjectNode connection = connection("Dense").put("wmin", 0).put("wmax", 1);
        connection.putObject("rule").put("type", type);
        return connection;
    }

    private static List<String> types(String definition) throws IOException {
        return MAPPER.convertValue(
                SCHEMA.at("/$defs/" + definition + "/properties/type/enum"),
                MAPPER.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    /** The properties of a definition, or the members of another object. */
    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        (object.has("properties") ? object.get("properties") : object)
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static ObjectNode defaults(JsonNode definition) {
        ObjectNode defaults = MAPPER.createObjectNode();
        definition.path("properties").properties().forEach(property -> {
            if (property.getValue().has("default")) {
                defaults.set(property.getKey(), property.getValue().get("default"));
            }
        });
        return defaults;
    }

    /** The names of all members of an object and of those in it. */
    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> keys.addAll(keys(child)));
        return keys;
    }

    private static JsonNode schema() {
        try {
            return MAPPER.readTree(Files.readAllBytes(Path.of("..", "docs", "scenario.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
