package org.snn4j.analysis.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.spikes.SpikeTrain;
import org.snn4j.training.Prediction;

/** What a frozen network answers to a drawing: who fired when, and what the votes make of it. */
final class Answer {
    private static final int MOST_NEURONS = 12;

    private final Knowledge.Known known;
    private final GreyImage image;
    private final SpikeTrain spikes;
    private final int[] counts;

    private Answer(Knowledge.Known known, GreyImage image) {
        this.known = known;
        this.image = image;
        this.spikes = known.model().spikes(image.intensities());
        this.counts = spikes.counts();
    }

    /** Shows the image, in the form that the network takes. */
    static ObjectNode json(Knowledge.Known known, GreyImage image) {
        return new Answer(known, image).json();
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("samples", known.samples())
                .put("height", image.height())
                .put("width", image.width())
                .put("time", known.model().presentation().time())
                .put("spikes", spikes.count())
                .put("labelled", known.isLabelled());
        ArrayNode seen = json.putArray("seen");
        for (byte pixel : image.pixels()) {
            seen.add(Byte.toUnsignedInt(pixel));
        }
        addWinners(json.putArray("winners"));
        addVotes(json);
        return json;
    }

    /** Those that fired most, most first. */
    private void addWinners(ArrayNode winners) {
        IntStream.range(0, counts.length)
                .filter(neuron -> counts[neuron] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(neuron -> -counts[neuron]))
                .limit(MOST_NEURONS)
                .forEach(neuron -> addWinner(winners.addObject(), neuron));
    }

    private void addWinner(ObjectNode winner, int neuron) {
        int label = known.model().assignment().assignment(neuron);
        winner.put("neuron", neuron);
        winner.put(
                "stands",
                label == LabelAssignment.UNASSIGNED ? null : known.model().className(label));
        ArrayNode times = winner.putArray("times");
        for (int step = 0; step < spikes.steps(); step++) {
            for (int k = 0; k < spikes.count(step); k++) {
                if (spikes.neuron(step, k) == neuron) {
                    times.add(step * known.model().network().dt());
                }
            }
        }
    }

    private void addVotes(ObjectNode json) {
        Prediction prediction = Prediction.of(known.model().assignment(), counts);
        int label = prediction.label(Vote.CONFIDENCE_WEIGHTING);
        json.put("answer", label == Vote.ABSTENTION ? null : known.model().className(label));
        ArrayNode classes = json.putArray("classes");
        IntStream.range(0, known.model().assignment().classes())
                .mapToObj(known.model()::className)
                .forEach(classes::add);
        ObjectNode votes = json.putObject("votes");
        for (Vote vote : Vote.values()) {
            List<Double> scores = prediction.scores().get(vote);
            scores.forEach(votes.putArray(vote.fieldName())::add);
        }
    }
}
