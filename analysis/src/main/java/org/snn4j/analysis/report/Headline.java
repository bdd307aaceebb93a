package org.snn4j.analysis.report;

import java.util.Objects;

/**
 * A figure that a reader should see first.
 *
 * @param value with its unit: "90.6 %"
 * @param note how the value came about; may be empty
 */
public record Headline(String label, String value, String note) {
    public Headline {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(note, "note");
    }
}
