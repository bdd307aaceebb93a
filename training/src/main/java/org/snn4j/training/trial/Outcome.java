package org.snn4j.training.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.file.MalformedJsonException;
import org.snn4j.network.file.StrictObject;

/**
 * What a trial came to.
 *
 * @param accuracy of each vote, as a fraction
 * @param abstentions test samples to which no labelled neuron fired
 * @param unassigned neurons without a label
 * @param trainSeconds how long learning took, with what a teacher taught
 * @param seconds how long all of it took
 * @param weightsSha256 the hash of what was learned
 * @param version what it was made with
 */
public record Outcome(
        Map<Vote, Double> accuracy,
        long abstentions,
        int unassigned,
        double trainSeconds,
        double seconds,
        String weightsSha256,
        String version) {
    public Outcome {
        accuracy = Collections.unmodifiableMap(new EnumMap<>(accuracy));
    }

    /** As JSON; {@link #read} reads it. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode votes = json.putObject("accuracy");
        accuracy.forEach((vote, value) -> votes.put(vote.fieldName(), value));
        return json.put("abstentions", abstentions)
                .put("unassignedNeurons", unassigned)
                .put("trainSeconds", trainSeconds)
                .put("seconds", seconds)
                .put("weightsSha256", weightsSha256)
                .put("version", version);
    }

    static Outcome read(StrictObject json) throws MalformedJsonException {
        Map<Vote, Double> accuracy = new EnumMap<>(Vote.class);
        StrictObject votes = json.object("accuracy");
        for (Vote vote : Vote.values()) {
            accuracy.put(vote, votes.number(vote.fieldName()));
        }
        return new Outcome(
                accuracy,
                json.whole("abstentions"),
                (int) json.whole("unassignedNeurons"),
                json.number("trainSeconds"),
                json.number("seconds"),
                json.text("weightsSha256"),
                json.text("version"));
    }
}
