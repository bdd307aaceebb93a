package org.snn4j.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.evaluation.ClassResponses;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.LogisticReadout;
import org.snn4j.evaluation.NGramReadout;
import org.snn4j.evaluation.Vote;

/** Learns from recorded samples and their labels what spikes mean, and predicts other samples by it. */
final class Scoring {
    private final LabelAssignment earlier;
    private final ClassResponses responses;
    private final NGramReadout.Builder ngrams;
    private final LogisticReadout.Builder logistic;
    private final Readouts readouts;

    /**
     * Which readouts there are beside the votes.
     *
     * @param ngram the length of sequences of spikes; null for none
     * @param logistic the penalty of logistic regression; null for none
     */
    record Readouts(Integer ngram, Double logistic) {}

    /** @param earlier the rates to go on from */
    Scoring(LabelAssignment earlier, Readouts readouts) {
        this.earlier = earlier;
        this.readouts = readouts;
        int neurons = earlier.neurons();
        int classes = earlier.classes();
        this.responses = new ClassResponses(neurons, classes);
        this.ngrams = readouts.ngram() == null ? null : NGramReadout.builder(readouts.ngram(), neurons, classes);
        this.logistic = readouts.logistic() == null ? null : LogisticReadout.builder(neurons, classes);
    }

    /** Takes in samples with their labels. */
    void learn(RecordedSpikes spikes, int[] labels) throws IOException {
        spikes.forEach((sample, counts, order) -> {
            responses.add(counts, labels[sample]);
            if (ngrams != null) {
                ngrams.add(order, labels[sample]);
            }
            if (logistic != null) {
                logistic.add(counts, labels[sample]);
            }
        });
    }

    /** Which class each neuron stands for. @param alpha the weight of the earlier rates */
    LabelAssignment assignment(double alpha) {
        return earlier.updated(responses, alpha);
    }

    /** Predicts samples by every vote and readout. */
    List<Predicted> predict(RecordedSpikes spikes, LabelAssignment assignment) throws IOException {
        NGramReadout sequences = ngrams == null ? null : ngrams.build();
        LogisticReadout regression = logistic == null ? null : regression();
        List<Predicted> predicted = new ArrayList<>();
        for (Vote vote : Vote.values()) {
            predicted.add(new Predicted(vote, new int[spikes.samples()]));
        }
        Predicted byNgram = new Predicted("ngram", "ngram", new int[spikes.samples()]);
        Predicted byLogistic = new Predicted("logistic", "logistic", new int[spikes.samples()]);
        spikes.forEach((sample, counts, order) -> {
            for (Vote vote : Vote.values()) {
                predicted.get(vote.ordinal()).labels()[sample] = vote.predict(assignment, counts);
            }
            if (sequences != null) {
                byNgram.labels()[sample] = sequences.predict(order);
            }
            if (regression != null) {
                byLogistic.labels()[sample] = regression.predict(counts);
            }
        });
        if (sequences != null) {
            predicted.add(byNgram);
        }
        if (regression != null) {
            predicted.add(byLogistic);
        }
        return predicted;
    }

    private LogisticReadout regression() {
        try {
            return logistic.fit(readouts.logistic());
        } catch (IllegalStateException e) {
            throw new WrongUse("--logistic is " + readouts.logistic() + ": " + e.getMessage()
                    + "; a larger penalty would be right.");
        }
    }
}
