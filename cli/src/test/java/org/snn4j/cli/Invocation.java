package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** A command line that has been run, and what came of it. */
record Invocation(int status, String results, String messages) {
    private static final ObjectMapper ONE_DOCUMENT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @param arguments as their text, such as paths */
    static Invocation of(Object... arguments) {
        StringWriter results = new StringWriter();
        StringWriter messages = new StringWriter();
        int status = Snn4j.run(
                new PrintWriter(results),
                new PrintWriter(messages),
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Invocation(status, results.toString(), messages.toString());
    }

    /** Fails unless the command is done and its results are exactly one JSON object. */
    JsonNode json() throws JsonProcessingException {
        assertThat(status).as(messages).isZero();
        JsonNode json = ONE_DOCUMENT.readTree(results);
        assertThat(json.isObject()).as(results).isTrue();
        return json;
    }

    /** Fails unless the command ended so, with no results and one or two lines of message, none of a stack trace. */
    Invocation requireFailure(int expected) {
        assertThat(status).as(messages).isEqualTo(expected);
        assertThat(results).isEmpty();
        List<String> lines = messages.lines().toList();
        assertThat(lines).hasSizeBetween(1, 2).noneMatch(String::isBlank);
        assertThat(lines.get(0)).startsWith("snn4j: ");
        assertThat(messages).doesNotContain("\tat ", "Exception");
        return this;
    }
}
