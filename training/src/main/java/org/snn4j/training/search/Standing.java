package org.snn4j.training.search;

import java.util.List;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.trial.Outcome;
import org.snn4j.training.trial.Spread;

/**
 * How a candidate did in the last round that it was in.
 *
 * @param candidate which
 * @param trainSamples how many images it learned from
 * @param outcomes one for each seed
 */
public record Standing(Candidate candidate, int trainSamples, List<Outcome> outcomes) {
    public Standing {
        outcomes = List.copyOf(outcomes);
    }

    /** The validation accuracy of a vote over the seeds, as fractions. */
    public Spread accuracy(Vote vote) {
        return Spread.of(outcomes, vote);
    }

    /** How long a training and its test took on average. */
    public double seconds() {
        return Spread.of(outcomes.stream().mapToDouble(Outcome::seconds).toArray())
                .mean();
    }
}
