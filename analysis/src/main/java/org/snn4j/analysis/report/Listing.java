package org.snn4j.analysis.report;

import java.util.Objects;

/** Text whose spaces and line ends count: a command, a configuration. */
public record Listing(String text) implements Block {
    public Listing {
        Objects.requireNonNull(text, "text");
    }
}
