package org.snn4j.analysis.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A report of a run as one HTML file that needs nothing else: style and pictures are inside, and the only script, if
 * any, moves its sliders. It reads on a phone, on a desk and on paper. All text is plain text and is escaped when it is written.
 *
 * @param summary a sentence or two under the title; may be empty
 */
public record HtmlReport(String title, String summary, List<Headline> headlines, List<Section> sections) {
    public HtmlReport {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        headlines = List.copyOf(headlines);
        sections = List.copyOf(sections);
    }

    public static Builder titled(String title) {
        return new Builder(title);
    }

    /** The whole file; write it as UTF-8. */
    public String html() {
        StringBuilder html = new StringBuilder();
        try {
            writeTo(html);
        } catch (IOException e) {
            throw new UncheckedIOException("appending to a string failed", e);
        }
        return html.toString();
    }

    /**
     * Writes the whole file; encode it as UTF-8.
     *
     * @throws IOException if the target throws it
     */
    public void writeTo(Appendable target) throws IOException {
        new ReportWriter(target).write(this);
    }

    /** Gathers the parts of a report in the order in which they are read. */
    public static final class Builder {
        private final String title;
        private String summary = "";
        private final List<Headline> headlines = new ArrayList<>();
        private final List<Section> sections = new ArrayList<>();

        private Builder(String title) {
            this.title = title;
        }

        public Builder summary(String text) {
            summary = text;
            return this;
        }

        public Builder headline(Headline headline) {
            headlines.add(headline);
            return this;
        }

        public Builder section(String heading, Block... blocks) {
            sections.add(Section.of(heading, blocks));
            return this;
        }

        public HtmlReport build() {
            return new HtmlReport(title, summary, headlines, sections);
        }
    }
}
