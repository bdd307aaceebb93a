package org.snn4j.analysis.report;

import java.io.IOException;
import java.util.Locale;

/** Writes small pictures with their bars; a bar is a row of a table, so that it can be read aloud. */
final class CardsWriter {
    private final Html html;

    CardsWriter(Html html) {
        this.html = html;
    }

    void write(Cards cards) throws IOException {
        html.markup("<div class=\"cards\">\n");
        for (Cards.Card card : cards.cards()) {
            html.markup("<div class=\"card\">\n<div class=\"what\">\n<img class=\"pixels\"")
                    .picture(card.picture(), card.alternative())
                    .markup("/>\n<div>\n")
                    .element("h3", card.heading())
                    .markup("<p class=\"note\">")
                    .text(card.note())
                    .markup("</p>\n</div>\n</div>\n<table class=\"bars\">\n<tbody>\n");
            for (Cards.Bar bar : card.bars()) {
                write(bar);
            }
            html.markup("</tbody>\n</table>\n</div>\n");
        }
        html.markup("</div>\n");
    }

    private void write(Cards.Bar bar) throws IOException {
        String percent = String.format(Locale.ROOT, "%.0f", 100 * bar.share());
        html.markup("<tr class=\"" + bar.kind().name().toLowerCase(Locale.ROOT) + "\"><th scope=\"row\">")
                .text(bar.label())
                .markup("</th><td class=\"track\"><span style=\"width: " + percent + "%\"></span></td>")
                .markup("<td class=\"number\">" + percent + " %</td></tr>\n");
    }
}
