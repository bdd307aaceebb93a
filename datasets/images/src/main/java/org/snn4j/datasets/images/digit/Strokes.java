package org.snn4j.datasets.images.digit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * Tells what is written from dust and from what light has left: inked pixels that touch, also at corners, are a piece. The piece
 * with most ink is written, and so are pieces near it that are not much smaller.
 */
final class Strokes {
    /** A piece with less ink than this part of the heaviest is dust. */
    private static final double SPECK = 0.02;
    /** A piece that is farther from the heaviest than this part of that one's longer side does not belong to it. */
    private static final double NEAR = 0.5;

    private final double[][] strength;
    private final double faint;
    private final boolean[][] seen;

    private Strokes(double[][] strength, double faint) {
        this.strength = strength;
        this.faint = faint;
        this.seen = new boolean[strength.length][strength[0].length];
    }

    /**
     * The strengths without those of specks.
     *
     * @param strength at least one is above {@code faint}; not modified
     * @param faint what is not above it belongs to no piece
     */
    static double[][] withoutSpecks(double[][] strength, double faint) {
        List<Piece> pieces = new Strokes(strength, faint).pieces();
        Piece heaviest = pieces.stream().max(Comparator.comparing(Piece::mass)).orElseThrow();
        double[][] kept = Arrays.stream(strength).map(double[]::clone).toArray(double[][]::new);
        pieces.stream()
                .filter(piece -> piece.mass < SPECK * heaviest.mass || !heaviest.isNear(piece))
                .flatMap(piece -> piece.pixels.stream())
                .forEach(pixel -> kept[pixel.row][pixel.column] = 0);
        return kept;
    }

    private record Pixel(int row, int column) {}

    private record Piece(List<Pixel> pixels, double mass) {
        private IntSummaryStatistics rows() {
            return pixels.stream().mapToInt(Pixel::row).summaryStatistics();
        }

        private IntSummaryStatistics columns() {
            return pixels.stream().mapToInt(Pixel::column).summaryStatistics();
        }

        /** Whether another piece reaches into the box around this one, widened on all sides. */
        boolean isNear(Piece other) {
            double margin = NEAR * (1 + Math.max(length(rows()), length(columns())));
            return gap(rows(), other.rows()) <= margin && gap(columns(), other.columns()) <= margin;
        }

        private static int length(IntSummaryStatistics span) {
            return span.getMax() - span.getMin();
        }

        private static int gap(IntSummaryStatistics one, IntSummaryStatistics other) {
            return Math.max(one.getMin() - other.getMax(), other.getMin() - one.getMax());
        }
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int row = 0; row < strength.length; row++) {
            for (int column = 0; column < strength[0].length; column++) {
                if (enter(row, column)) {
                    pieces.add(pieceFrom(new Pixel(row, column)));
                }
            }
        }
        return pieces;
    }

    private Piece pieceFrom(Pixel first) {
        List<Pixel> pixels = new ArrayList<>();
        Deque<Pixel> open = new ArrayDeque<>(List.of(first));
        double mass = 0;
        while (!open.isEmpty()) {
            Pixel pixel = open.pop();
            pixels.add(pixel);
            mass += strength[pixel.row][pixel.column];
            for (int row = pixel.row - 1; row <= pixel.row + 1; row++) {
                for (int column = pixel.column - 1; column <= pixel.column + 1; column++) {
                    if (enter(row, column)) {
                        open.push(new Pixel(row, column));
                    }
                }
            }
        }
        return new Piece(pixels, mass);
    }

    /** Whether there is an inked pixel that has not been entered before. */
    private boolean enter(int row, int column) {
        boolean inked = row >= 0
                && column >= 0
                && row < strength.length
                && column < strength[0].length
                && strength[row][column] > faint;
        if (!inked || seen[row][column]) {
            return false;
        }
        seen[row][column] = true;
        return true;
    }
}
