package org.snn4j.evaluation;

/** The numbers from {@code low} to {@code high}, both included. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "an interval from " + low + " to " + high + "; low must be at most high");
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
