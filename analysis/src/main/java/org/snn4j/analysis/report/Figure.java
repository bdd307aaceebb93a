package org.snn4j.analysis.report;

import java.util.Objects;
import org.snn4j.analysis.chart.PngImage;

/**
 * A picture with its caption.
 *
 * @param alternative what the picture shows, for those who cannot see it
 */
public record Figure(PngImage picture, String alternative, String caption) implements Block {
    public Figure {
        Objects.requireNonNull(picture, "picture");
        Objects.requireNonNull(caption, "caption");
        if (alternative.isBlank()) {
            throw new IllegalArgumentException(
                    "the alternative text of the figure \"" + caption + "\" is blank; say what the picture shows");
        }
    }
}
