package org.snn4j.evaluation;

import static net.jqwik.api.Arbitraries.integers;

import java.util.List;
import net.jqwik.api.Arbitrary;

/** Samples for tests: per sample the spikes of each neuron, and the label. */
record Recording(int neurons, int classes, List<int[]> counts, int[] labels) {
    int samples() {
        return labels.length;
    }

    ClassResponses responses(int from, int to) {
        ClassResponses responses = new ClassResponses(neurons, classes);
        for (int s = from; s < to; s++) {
            responses.add(counts.get(s), labels[s]);
        }
        return responses;
    }

    ClassResponses responses() {
        return responses(0, samples());
    }

    /** Sizes from 1 up, mostly silent neurons, classes that may be absent. */
    static Arbitrary<Recording> any() {
        return integers()
                .between(1, 6)
                .flatMap(neurons -> integers().between(1, 4).flatMap(classes -> integers()
                        .between(0, 25)
                        .flatMap(samples -> of(neurons, classes, samples))))
                .withoutEdgeCases();
    }

    private static Arbitrary<Recording> of(int neurons, int classes, int samples) {
        Arbitrary<int[]> counts = integers()
                .between(-3, 4)
                .map(n -> Math.max(0, n))
                .array(int[].class)
                .ofSize(neurons);
        Arbitrary<int[]> labels =
                integers().between(0, classes - 1).array(int[].class).ofSize(samples);
        return counts.list()
                .ofSize(samples)
                .flatMap(all -> labels.map(each -> new Recording(neurons, classes, all, each)));
    }
}
