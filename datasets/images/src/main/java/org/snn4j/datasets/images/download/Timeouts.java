package org.snn4j.datasets.images.download;

import java.time.Duration;

/**
 * For how long to wait for a server. There is no limit to a download that goes on.
 *
 * @param connection for the connection
 * @param silence for the answer, and then for each next byte
 */
public record Timeouts(Duration connection, Duration silence) {
    /** 20 seconds for the connection, 30 of silence. */
    public static final Timeouts STANDARD = new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(30));

    public Timeouts {
        require("connection", connection);
        require("silence", silence);
    }

    private static void require(String name, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the timeout for " + name + " is " + timeout + ", but must be above 0");
        }
    }
}
