package org.snn4j.analysis.report;

import java.util.List;
import java.util.Objects;

/** A part of a report under one heading. Figures that follow each other stand side by side where there is room. */
public record Section(String heading, List<Block> blocks) {
    public Section {
        Objects.requireNonNull(heading, "heading");
        blocks = List.copyOf(blocks);
    }

    public static Section of(String heading, Block... blocks) {
        return new Section(heading, List.of(blocks));
    }
}
