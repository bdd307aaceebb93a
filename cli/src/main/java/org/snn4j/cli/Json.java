package org.snn4j.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.snn4j.training.TestResult;
import org.snn4j.training.trial.Spread;

/** Results as JSON, as the command line's contract spells them. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** One line. */
    static String text(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can be written", e);
        }
    }

    /** Adds the accuracy of each vote, as fractions, and that of the vote over places, if there is one. */
    static void putAccuracies(ObjectNode json, TestResult result) {
        ObjectNode accuracies = json.putObject("accuracy");
        result.accuracies().forEach((vote, accuracy) -> accuracies.put(vote.fieldName(), accuracy));
        result.placeVote()
                .ifPresent(matrix ->
                        json.put("placeVoteAccuracy", matrix.accuracy().value()));
    }

    /** Mean and standard deviation; no standard deviation of a single value. */
    static ObjectNode spread(Spread spread) {
        ObjectNode json = object().put("mean", spread.mean());
        spread.deviation().ifPresent(deviation -> json.put("sd", deviation));
        return json;
    }
}
