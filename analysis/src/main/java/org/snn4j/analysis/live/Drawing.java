package org.snn4j.analysis.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.digit.DigitImage;
import org.snn4j.datasets.images.folder.Framing;
import org.snn4j.datasets.images.folder.ImageForm;
import org.snn4j.network.array.Shape;

/** A digit that somebody drew, as it was sent: its size in the query, a byte for each pixel in the body, rows from the top. */
final class Drawing {
    /** 256 x 256. */
    static final int MOST_PIXELS = 65_536;

    private static final Pattern SIZE = Pattern.compile("height=(\\d{1,4})&width=(\\d{1,4})");
    private static final Shape DIGIT = Shape.of(28, 28);

    private Drawing() {}

    /**
     * The drawing in the form that a network takes: prepared as {@code predict} prepares a photograph of a digit, if the
     * network takes images of 28 x 28 pixels, else scaled.
     *
     * @param query "height=H&amp;width=W"
     * @param form [height, width]
     * @throws IllegalArgumentException if size and pixels do not fit each other, or nothing was drawn
     */
    static GreyImage of(String query, byte[] pixels, Shape form) {
        Matcher size = SIZE.matcher(query == null ? "" : query);
        if (!size.matches()) {
            throw new IllegalArgumentException("the query is " + query + "; height=H&width=W would be right");
        }
        int height = Integer.parseInt(size.group(1));
        int width = Integer.parseInt(size.group(2));
        if (height < 1 || width < 1 || height * width != pixels.length) {
            throw new IllegalArgumentException(pixels.length + " pixels were sent for a drawing of " + height + " x "
                    + width + "; one byte for each would be right");
        }
        GreyImage drawn = GreyImage.of(height, width, pixels);
        return form.equals(DIGIT)
                ? DigitImage.framed(drawn)
                : new ImageForm(form.length(0), form.length(1), Framing.WHOLE).applied(drawn);
    }
}
