package org.snn4j.analysis.report;

import java.io.IOException;
import java.util.Base64;
import org.snn4j.analysis.chart.PngImage;

/** Writes HTML, keeping what is markup apart from what is text. */
final class Html {
    private static final char REPLACEMENT = '\uFFFD';

    private final Appendable target;

    Html(Appendable target) {
        this.target = target;
    }

    /** Appends markup as it stands. */
    Html markup(String html) throws IOException {
        target.append(html);
        return this;
    }

    /** Appends text, inside an element or a quoted attribute. */
    Html text(String text) throws IOException {
        target.append(escaped(text));
        return this;
    }

    /** Appends the attributes of an image that hold the whole picture. */
    Html picture(PngImage picture, String alternative) throws IOException {
        return markup(" width=\"" + picture.width() + "\" height=\"" + picture.height() + "\" alt=\"")
                .text(alternative)
                .markup("\" src=\"data:image/png;base64,")
                .markup(Base64.getEncoder().encodeToString(picture.bytes()))
                .markup("\"");
    }

    Html element(String name, String text) throws IOException {
        return markup("<" + name + ">").text(text).markup("</" + name + ">\n");
    }

    /** The text with what HTML would read as markup escaped, and what HTML forbids replaced. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> appendEscaped(escaped, character));
        return escaped.toString();
    }

    private static void appendEscaped(StringBuilder target, int character) {
        switch (character) {
            case '&' -> target.append("&amp;");
            case '<' -> target.append("&lt;");
            case '>' -> target.append("&gt;");
            case '"' -> target.append("&quot;");
            case '\'' -> target.append("&#39;");
            default -> target.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
        }
    }

    private static boolean isAllowed(int character) {
        boolean isSpace = character == '\t' || character == '\n' || character == '\r';
        boolean isSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean isNoncharacter = (character & 0xFFFE) == 0xFFFE;
        return isSpace || !(Character.isISOControl(character) || isSurrogate || isNoncharacter);
    }
}
