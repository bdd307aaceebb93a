package org.snn4j.analysis.report;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.snn4j.analysis.chart.PngImage;

/** Writes a report as HTML that is well-formed XML too. */
final class ReportWriter {
    /** CSS pixels; a wider picture does not share its row. */
    private static final int WIDE = 760;

    private static final Pattern NUMBER =
            Pattern.compile("\\s*[-+\u2212]?\\d[\\d,.]*([eE][-+]?\\d+)?\\s*%?\\s*|\\s*[-\u2013\u2014]?\\s*");
    /** Nothing may be loaded from elsewhere, and no script but the sliders' may run, should an escape ever fail. */
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private final Html html;

    ReportWriter(Appendable target) {
        this.html = new Html(target);
    }

    void write(HtmlReport report) throws IOException {
        boolean slides = report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .anyMatch(Slider.class::isInstance);
        SliderScript script = SliderScript.load();
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n");
        writeHead(report.title(), slides ? POLICY + "; script-src " + script.source() : POLICY);
        html.markup("<body>\n<main>\n<header>\n").element("h1", report.title());
        if (!report.summary().isEmpty()) {
            html.markup("<p class=\"summary\">").text(report.summary()).markup("</p>\n");
        }
        html.markup("</header>\n");
        writeHeadlines(report.headlines());
        for (Section section : report.sections()) {
            writeSection(section);
        }
        html.markup("</main>\n");
        if (slides) {
            html.markup("<script>" + script.text() + "</script>\n");
        }
        html.markup("</body>\n</html>\n");
    }

    private void writeHead(String title, String policy) throws IOException {
        html.markup("<head>\n<meta charset=\"utf-8\"/>\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .markup("<meta name=\"color-scheme\" content=\"light dark\"/>\n")
                .markup("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\"/>\n")
                .element("title", title)
                .markup("<style>\n" + Resource.text("report.css") + "</style>\n</head>\n");
    }

    private void writeHeadlines(List<Headline> headlines) throws IOException {
        if (headlines.isEmpty()) {
            return;
        }
        html.markup("<dl class=\"headlines\">\n");
        for (Headline headline : headlines) {
            html.markup("<div>\n").element("dt", headline.label());
            html.markup("<dd class=\"value\">").text(headline.value()).markup("</dd>\n");
            if (!headline.note().isEmpty()) {
                html.markup("<dd class=\"note\">").text(headline.note()).markup("</dd>\n");
            }
            html.markup("</div>\n");
        }
        html.markup("</dl>\n");
    }

    private void writeSection(Section section) throws IOException {
        html.markup("<section>\n").element("h2", section.heading());
        boolean amongFigures = false;
        for (Block block : section.blocks()) {
            boolean isFigure = block instanceof Figure;
            if (isFigure != amongFigures) {
                html.markup(isFigure ? "<div class=\"figures\">\n" : "</div>\n");
            }
            amongFigures = isFigure;
            writeBlock(block);
        }
        html.markup(amongFigures ? "</div>\n</section>\n" : "</section>\n");
    }

    private void writeBlock(Block block) throws IOException {
        if (block instanceof Paragraph paragraph) {
            html.element("p", paragraph.text());
        } else if (block instanceof Listing listing) {
            html.element("pre", listing.text());
        } else if (block instanceof Figure figure) {
            writeFigure(figure);
        } else if (block instanceof Facts facts) {
            writeFacts(facts);
        } else if (block instanceof Table table) {
            writeTable(table);
        } else if (block instanceof Slider slider) {
            writeSlider(slider);
        } else if (block instanceof Cards cards) {
            new CardsWriter(html).write(cards);
        }
    }

    private void writeFigure(Figure figure) throws IOException {
        PngImage picture = figure.picture();
        html.markup(picture.width() > WIDE ? "<figure class=\"wide\">\n" : "<figure>\n")
                .markup("<img")
                .picture(picture, figure.alternative())
                .markup("/>\n")
                .element("figcaption", figure.caption())
                .markup("</figure>\n");
    }

    /** Without a script the last picture stays and the controls, which would do nothing, are hidden. */
    private void writeSlider(Slider slider) throws IOException {
        List<Slider.Frame> frames = slider.frames();
        Slider.Frame last = frames.get(frames.size() - 1);
        html.markup("<figure class=\"slider\">\n<div class=\"frames\">\n");
        for (Slider.Frame frame : frames) {
            html.markup(frame == last ? "<img data-moment=\"" : "<img hidden=\"hidden\" data-moment=\"")
                    .text(frame.moment())
                    .markup("\"")
                    .picture(frame.picture(), slider.alternative() + " " + frame.moment())
                    .markup("/>\n");
        }
        html.markup("</div>\n<div class=\"controls\" hidden=\"hidden\">\n<button type=\"button\">Play</button>\n")
                .markup("<input type=\"range\" min=\"0\" step=\"1\" aria-label=\"Moment of training\"/>\n</div>\n")
                .markup("<p class=\"moment\">")
                .text(last.moment())
                .markup("</p>\n")
                .element("figcaption", slider.caption())
                .markup("</figure>\n");
    }

    private void writeFacts(Facts facts) throws IOException {
        html.markup("<div class=\"scroll\" tabindex=\"0\">\n<table class=\"facts\">\n<tbody>\n");
        for (Facts.Fact fact : facts.facts()) {
            html.markup("<tr><th scope=\"row\">").text(fact.name()).markup("</th>");
            html.markup("<td>").text(fact.value()).markup("</td></tr>\n");
        }
        html.markup("</tbody>\n</table>\n</div>\n");
    }

    private void writeTable(Table table) throws IOException {
        html.markup("<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>");
        for (int column = 0; column < table.headings().size(); column++) {
            html.markup("<th scope=\"col\"" + alignment(table, column) + ">")
                    .text(table.headings().get(column))
                    .markup("</th>");
        }
        html.markup("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.markup("<tr>");
            for (int column = 0; column < row.size(); column++) {
                html.markup("<td" + alignment(table, column) + ">")
                        .text(row.get(column))
                        .markup("</td>");
            }
            html.markup("</tr>\n");
        }
        html.markup("</tbody>\n</table>\n</div>\n");
    }

    /** Columns that hold nothing but numbers, and dashes where one is missing, stand right. */
    private static String alignment(Table table, int column) {
        boolean isNumeric = table.rows().stream()
                .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
        return isNumeric ? " class=\"number\"" : "";
    }
}
