package org.snn4j.training;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** Keeps the worst mistakes of a test by one vote; which they are does not depend on the order of the samples. */
final class WorstMistakes {
    private final Vote vote;
    private final int most;
    private final LabelledImages images;
    private final TreeSet<Mistake> worst;

    WorstMistakes(Vote vote, int most, LabelledImages images) {
        this.vote = vote;
        this.most = most;
        this.images = images;
        this.worst = new TreeSet<>(Mistake.worstFirst(vote));
    }

    /** Takes note of a sample if it was taken for another class; one without an answer is no mistake to show. */
    void add(int sample, LabelAssignment assignment, int... counts) {
        int predicted = vote.predict(assignment, counts);
        if (predicted != Vote.ABSTENTION && predicted != images.label(sample)) {
            Shape shape = Shape.of(images.height(), images.width());
            add(new Mistake(
                    sample,
                    images.label(sample),
                    FloatArray.of(shape, images.intensities(sample)),
                    Prediction.of(assignment, counts)));
        }
    }

    private void add(Mistake mistake) {
        worst.add(mistake);
        if (worst.size() > most) {
            worst.pollLast();
        }
    }

    void merge(WorstMistakes others) {
        others.worst.forEach(this::add);
    }

    List<Mistake> list() {
        return new ArrayList<>(worst);
    }
}
