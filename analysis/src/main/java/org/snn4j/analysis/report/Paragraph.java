package org.snn4j.analysis.report;

import java.util.Objects;

/** Running text. */
public record Paragraph(String text) implements Block {
    public Paragraph {
        Objects.requireNonNull(text, "text");
    }
}
