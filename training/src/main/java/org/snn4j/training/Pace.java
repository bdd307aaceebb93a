package org.snn4j.training;

/**
 * How fast a phase goes and how long it will still take. Recent samples count most, those of ten seconds ago, or of a tenth
 * of the phase if that is longer, by a factor of e less: so the figures follow when it gets slower, and do not jump.
 *
 * <p>Mutable, for one thread at a time.
 */
public final class Pace {
    private static final double SHORTEST_MEMORY = 10;
    private static final double MEMORY_SHARE = 0.1;
    private static final double NANOS = 1e9;

    private Phase phase;
    private long began;
    private long heard;
    private long done;
    private long total;
    private double seconds;
    private double samples;

    /** @param now when the first phase begins, ns on any clock that only goes forward */
    public Pace(long now) {
        began = now;
        heard = now;
    }

    /** Before anything is noted: the first phase goes on from where another program was after so many seconds. */
    public void goOnAfter(double seconds) {
        began -= (long) (NANOS * seconds);
        heard = began;
    }

    /**
     * Takes note of how far it has come. A phase begins when the one before was last heard of.
     *
     * @param now ns on the same clock, no earlier than before
     */
    public void note(Progress progress, long now) {
        if (progress.phase() != phase) {
            begin(progress.phase());
        }
        total = progress.total();
        if (progress.done() == done) {
            return;
        }
        double passed = (now - heard) / NANOS;
        double kept = StrictMath.exp(-passed / Math.max(SHORTEST_MEMORY, MEMORY_SHARE * (now - began) / NANOS));
        seconds = kept * seconds + passed;
        samples = kept * samples + (progress.done() - done);
        heard = now;
        done = progress.done();
    }

    private void begin(Phase next) {
        began = heard;
        phase = next;
        done = 0;
        seconds = 0;
        samples = 0;
    }

    /** Samples per second lately; of a phase that is over, in all of it. */
    public double perSecond() {
        return isOver() ? done / Math.max(taken(), 1e-3) : samples / Math.max(seconds, 1e-3);
    }

    /** How long the phase will still take at this pace, s; not a number as long as there is no pace. */
    public double left() {
        return (total - done) / perSecond();
    }

    /** How long the phase has taken until it was last heard of, s. */
    public double taken() {
        return (heard - began) / NANOS;
    }

    /** Whether all samples of the phase have been shown. */
    public boolean isOver() {
        return done == total;
    }
}
