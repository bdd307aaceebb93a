package org.snn4j.analysis.report;

import java.util.List;

/**
 * A table with a heading for each column.
 *
 * @param rows each with as many cells as there are headings
 */
public record Table(List<String> headings, List<List<String>> rows) implements Block {
    public Table {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != headings.size()) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows.get(i).size() + " cells, but there are " + headings.size()
                                + " headings; give one cell for each");
            }
        }
    }
}
