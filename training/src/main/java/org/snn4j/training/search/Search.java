package org.snn4j.training.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.trial.Outcome;
import org.snn4j.training.trial.Trial;
import org.snn4j.training.trial.Trials;

/**
 * Compares candidates by their accuracy on images that they have not learned from, with the same seeds for each. With several
 * rounds it is successive halving (Jamieson and Talwalkar 2016, doi 10.48550/arXiv.1502.07943) by three: after each round the
 * best third goes on, and learns from three times as many images.
 *
 * @param images a validation split: training images to learn from and others to compare on, such as {@link
 *     DataSplit#holdOut} makes. Test images have no part in choosing
 * @param seeds of the trainings of each candidate
 * @param vote by whose accuracy candidates are compared
 * @param rounds 1 for all candidates on all images
 */
public record Search(DataSplit images, List<Long> seeds, Vote vote, int rounds) {
    private static final int DIVISOR = 3;
    private static final int MOST_ROUNDS = 6;

    public Search {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("search.seeds are missing; it must be at least 1");
        }
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("search.rounds is " + rounds + "; it must be from 1 to " + MOST_ROUNDS);
        }
    }

    /**
     * Trains and tests the candidates.
     *
     * @param trials runs what it does not know already
     * @param version what outcomes say they were made with
     * @return all candidates: those of the last round first, the best of a round first
     */
    public List<Standing> run(List<Candidate> candidates, Trials trials, String version) throws IOException {
        List<Standing> ranking = new ArrayList<>();
        List<Candidate> left = candidates;
        for (int round = 0; round < rounds; round++) {
            List<Standing> standings = round(left, samples(round), trials, version);
            int goOn = round == rounds - 1 ? 0 : third(standings.size());
            ranking.addAll(0, standings.subList(goOn, standings.size()));
            left = standings.subList(0, goOn).stream().map(Standing::candidate).toList();
        }
        return ranking;
    }

    /** How many trainings that takes. */
    public int trials(int candidates) {
        int trials = 0;
        int left = candidates;
        for (int round = 0; round < rounds; round++) {
            trials += left * seeds.size();
            left = third(left);
        }
        return trials;
    }

    /** Rounded up, so that one is left in any case. */
    private static int third(int candidates) {
        return (candidates + DIVISOR - 1) / DIVISOR;
    }

    /** From how many images candidates learn in a round, the first being 0. */
    private int samples(int round) {
        return Math.max(1, (int) (images.train().size() / StrictMath.pow(DIVISOR, rounds - 1 - round)));
    }

    private List<Standing> round(List<Candidate> candidates, int samples, Trials trials, String version)
            throws IOException {
        DataSplit some = new DataSplit(images.name(), images.train().first(samples), images.test());
        List<Trial> all = candidates.stream()
                .flatMap(candidate -> seeds.stream()
                        .map(seed ->
                                new Trial(candidate.settings(), candidate.plan().apply(seed), some)))
                .toList();
        List<Outcome> outcomes = trials.run(all, version);
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            int first = i * seeds.size();
            standings.add(new Standing(candidates.get(i), samples, outcomes.subList(first, first + seeds.size())));
        }
        standings.sort(Comparator.comparingDouble(
                        (Standing standing) -> standing.accuracy(vote).mean())
                .reversed());
        return standings;
    }
}
