package org.snn4j.datasets.dl4j;

/**
 * How images stand in the lines of a table: one number is the class, the others are the pixels, row by row.
 *
 * @param headerLines how many lines to skip at the beginning of a file
 * @param labelColumn the column with the class, counted from 0
 * @param height of the images, in pixels
 * @param width of the images, in pixels
 * @param white the number that a white pixel has; a black one has 0
 */
public record CsvForm(int headerLines, int labelColumn, int height, int width, double white) {
    public CsvForm {
        if (headerLines < 0) {
            throw new IllegalArgumentException("the header has " + headerLines + " lines, but must have at least 0");
        }
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("the images have " + height + " x " + width
                    + " pixels; at least one in either direction would be right");
        }
        if (labelColumn < 0 || labelColumn > (long) height * width) {
            throw new IllegalArgumentException("the class stands in column " + labelColumn + ", but must stand in one"
                    + " from 0 to " + (long) height * width);
        }
        if (!(white > 0 && white < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a white pixel is " + white + ", but must be finite and above 0");
        }
    }

    /** No header, the class first, pixels from 0 to 255. */
    public static CsvForm of(int height, int width) {
        return new CsvForm(0, 0, height, width, 255);
    }

    public CsvForm withHeaderLines(int lines) {
        return new CsvForm(lines, labelColumn, height, width, white);
    }

    public CsvForm withLabelColumn(int column) {
        return new CsvForm(headerLines, column, height, width, white);
    }

    public CsvForm withWhite(double level) {
        return new CsvForm(headerLines, labelColumn, height, width, level);
    }

    int pixels() {
        return height * width;
    }
}
