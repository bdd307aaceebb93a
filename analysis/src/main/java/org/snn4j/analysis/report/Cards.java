package org.snn4j.analysis.report;

import java.util.List;
import java.util.Objects;
import org.snn4j.analysis.chart.PngImage;

/** Small pictures, each with a heading and bars, side by side. */
public record Cards(List<Card> cards) implements Block {
    public Cards {
        cards = List.copyOf(cards);
    }

    /**
     * One of them.
     *
     * @param alternative what the picture shows, for those who cannot see it
     * @param note a quiet line under the heading
     */
    public record Card(PngImage picture, String alternative, String heading, String note, List<Bar> bars) {
        public Card {
            Objects.requireNonNull(picture, "picture");
            Objects.requireNonNull(alternative, "alternative");
            Objects.requireNonNull(heading, "heading");
            Objects.requireNonNull(note, "note");
            bars = List.copyOf(bars);
        }
    }

    /**
     * A share as a bar.
     *
     * @param share from 0 to 1
     */
    public record Bar(String label, double share, Kind kind) {
        public Bar {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(kind, "kind");
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("bar " + label + " is " + share + "; it must be from 0 to 1");
            }
        }
    }

    /** What a bar stands for, which its colour and a word say. */
    public enum Kind {
        RIGHT,
        WRONG,
        OTHER
    }
}
