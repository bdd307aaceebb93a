package org.snn4j.datasets.images;

/** Light ink on a dark background: by how much each pixel of an image is lighter than the background. */
record Ink(GreyImage image, int background, int strongest) {
    /**
     * What is fainter than this part of the strongest ink does not widen the box around the ink. Of the 10,000 test
     * digits of MNIST, 8 move by a pixel at 0.04 and 35 at 0.1; noise and compression ask for more rather than less.
     */
    private static final double FAINT = 0.05;

    /**
     * @throws IllegalArgumentException if the image holds nothing but its background
     */
    static Ink of(GreyImage image, int background) {
        int lightest = 0;
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                lightest = Math.max(lightest, image.pixel(row, column));
            }
        }
        if (lightest <= background) {
            throw new IllegalArgumentException("the image is empty: nothing stands out from its background");
        }
        return new Ink(image, background, lightest - background);
    }

    private int at(int row, int column) {
        return Math.max(0, image.pixel(row, column) - background);
    }

    /** Cut to its box and scaled so that the longer side is {@code side} pixels, each the mean over what it covers. */
    double[][] scaled(int side) {
        Box box = box();
        double scale = (double) side / Math.max(box.height, box.width);
        int height = Math.max(1, (int) Math.round(scale * box.height));
        int width = Math.max(1, (int) Math.round(scale * box.width));
        double[][] means = new double[height][width];
        for (int row = 0; row < height; row++) {
            Span rows = new Span(box.top, (double) box.height / height, row);
            for (int column = 0; column < width; column++) {
                means[row][column] = mean(rows, new Span(box.left, (double) box.width / width, column));
            }
        }
        return means;
    }

    private record Box(int top, int left, int height, int width) {}

    private Box box() {
        int top = image.height();
        int left = image.width();
        int bottom = 0;
        int right = 0;
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                if (at(row, column) > FAINT * strongest) {
                    top = Math.min(top, row);
                    left = Math.min(left, column);
                    bottom = Math.max(bottom, row + 1);
                    right = Math.max(right, column + 1);
                }
            }
        }
        return new Box(top, left, bottom - top, right - left);
    }

    private double mean(Span rows, Span columns) {
        double sum = 0;
        double area = 0;
        for (int row = rows.first(); row < rows.end(); row++) {
            for (int column = columns.first(); column < columns.end(); column++) {
                double coverage = rows.coverage(row) * columns.coverage(column);
                sum += coverage * at(row, column);
                area += coverage;
            }
        }
        return sum / area;
    }

    /** What a scaled pixel covers of the image along one side. */
    private record Span(double from, double to) {
        Span(int start, double step, int index) {
            this(start + step * index, start + step * (index + 1));
        }

        int first() {
            return (int) from;
        }

        /** One past the last pixel covered; the subtrahend keeps rounding errors from adding one. */
        int end() {
            return (int) Math.ceil(to - 1e-9);
        }

        double coverage(int pixel) {
            return Math.min(to, pixel + 1) - Math.max(from, pixel);
        }
    }
}
