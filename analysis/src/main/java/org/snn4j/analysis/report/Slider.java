package org.snn4j.analysis.report;

import java.util.List;
import java.util.Objects;
import org.snn4j.analysis.chart.PngImage;

/**
 * Pictures of the same thing at several moments, one shown at a time; where scripts do not run, and on paper, the last.
 *
 * @param frames from the first moment to the last, at least one, equally large
 * @param alternative what they show, for those who cannot see them
 */
public record Slider(List<Frame> frames, String alternative, String caption) implements Block {
    public Slider {
        frames = List.copyOf(frames);
        Objects.requireNonNull(caption, "caption");
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a slider without pictures; at least one would be right");
        }
        if (alternative.isBlank()) {
            throw new IllegalArgumentException(
                    "the alternative text of the slider \"" + caption + "\" is blank; say what the pictures show");
        }
    }

    /** @param moment when: "after 3,000 images" */
    public record Frame(PngImage picture, String moment) {
        public Frame {
            Objects.requireNonNull(picture, "picture");
            Objects.requireNonNull(moment, "moment");
        }
    }
}
