package org.snn4j.training;

/**
 * Showing a sample again, with more input, where the network hardly answers; so Diehl and Cook 2015 (doi
 * 10.3389/fncom.2015.00099) see to it that no sample goes by unanswered.
 *
 * @param fewestSpikes how many spikes of the readout layer together are an answer
 * @param louder by what share of the first intensity each showing is more intense than the one before
 * @param most how often a sample is shown again at most
 */
public record Repetition(int fewestSpikes, double louder, int most) {
    public Repetition {
        require(fewestSpikes >= 1, "fewestSpikes", fewestSpikes, "at least 1");
        require(louder >= 0 && louder < Double.POSITIVE_INFINITY, "louder", louder, "a finite number of at least 0");
        require(most >= 0, "most", most, "at least 0");
    }

    /** Below 5 spikes, with half of the first intensity more each time, up to three times. */
    public static Repetition usual() {
        return new Repetition(5, 0.5, 3);
    }

    /** Whether these spikes are an answer. */
    boolean isAnswer(int... counts) {
        long spikes = 0;
        for (int count : counts) {
            spikes += count;
        }
        return spikes >= fewestSpikes;
    }

    private static void require(boolean holds, String name, Number value, String right) {
        if (!holds) {
            throw new IllegalArgumentException("repetition." + name + " is " + value + "; it must be " + right);
        }
    }
}
