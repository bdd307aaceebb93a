package org.snn4j.analysis.live;

/**
 * Keeps something that is done again and again below a share of all time: after each time it must wait, the longer the more
 * that took, but not longer than a limit. The first time is not counted, since it loads classes and is slow. All times in
 * ns. Mutable; safe for several threads.
 */
final class TimeShare {
    private static final long LONGEST_INTERVAL = 10_000_000_000L;

    private final double share;
    private final long shortestInterval;
    private long next;
    private boolean isWarm;

    /**
     * @param share of the time, above 0 and at most 1
     * @param shortestInterval from one beginning to the next, at least
     * @param now from when on it may be done
     */
    TimeShare(double share, long shortestInterval, long now) {
        this.share = share;
        this.shortestInterval = shortestInterval;
        this.next = now;
    }

    /** Whether it may be done again. */
    synchronized boolean allows(long now) {
        return now - next >= 0;
    }

    /** Takes note that it was done. */
    synchronized void spent(long began, long ended) {
        double needed = isWarm ? (ended - began) / share : 0;
        next = began + (long) Math.min(LONGEST_INTERVAL, Math.max(shortestInterval, needed));
        isWarm = true;
    }
}
