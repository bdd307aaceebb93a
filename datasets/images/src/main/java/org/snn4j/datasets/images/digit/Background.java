package org.snn4j.datasets.images.digit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.snn4j.datasets.images.AreaMean;

/**
 * What a photograph would show if there were no ink: paper under uneven light, as a {@link Surface}. From several
 * beginnings (the typical level along the border, a surface along it, the lighter and the darker pixels) it is fitted
 * again and again by least squares to all pixels that are not far from the last one; that one is taken which has most pixels close to
 * it. Ink may be darker or lighter, and cover up to about a third of the image. Light that changes abruptly, such as the
 * edge of a shadow, stays.
 */
final class Background {
    private static final int FITTING_SIDE = 64;
    private static final int MOST_ROUNDS = 30;
    /** Grey levels; pixels closer than this are never taken for ink, nor weighted more for being closer. */
    private static final double CLOSE = 2;
    /** Grey levels; how far paper may be from its surface to speak for it. */
    private static final double AGREES = 6;
    /** What lies farther from the surface than this times the typical distance is taken for ink. */
    private static final double FAR = 3;
    /** Grey levels; a surface that moves by less than this has settled. */
    private static final double SETTLED = 1e-3;

    private Background() {}

    private record Point(double[] terms, double level) {
        double distance(Surface surface) {
            return Math.abs(level - surface.at(terms));
        }
    }

    static Surface of(double[][] image) {
        double[][] small = shrunk(image);
        List<Point> all = new ArrayList<>();
        List<Point> border = new ArrayList<>();
        for (int row = 0; row < small.length; row++) {
            for (int column = 0; column < small[0].length; column++) {
                Point point = new Point(Surface.terms(row, column, small), small[row][column]);
                all.add(point);
                if (row == 0 || column == 0 || row == small.length - 1 || column == small[0].length - 1) {
                    border.add(point);
                }
            }
        }
        double[] levels = sortedLevels(all);
        return Stream.of(
                        Surface.constant(Noise.median(sortedLevels(border))),
                        along(border),
                        Surface.constant(levels[9 * levels.length / 10]),
                        Surface.constant(levels[levels.length / 10]))
                .map(start -> throughPaper(all, start))
                .max(Comparator.comparing(surface -> close(all, surface)))
                .orElseThrow();
    }

    private static double[] sortedLevels(List<Point> points) {
        return points.stream().mapToDouble(Point::level).sorted().toArray();
    }

    private static long close(List<Point> points, Surface surface) {
        return points.stream()
                .filter(point -> point.distance(surface) <= AGREES)
                .count();
    }

    private static double[][] shrunk(double[][] image) {
        double scale = Math.min(1, (double) FITTING_SIDE / Math.max(image.length, image[0].length));
        return AreaMean.scaled(image, (int) Math.max(1, Math.round(scale * image.length)), (int)
                Math.max(1, Math.round(scale * image[0].length)));
    }

    /** The surface of least absolute distances, by weighting each point with the inverse of its distance. */
    private static Surface along(List<Point> border) {
        Surface surface = Surface.constant(Noise.median(sortedLevels(border)));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            SurfaceFit fit = new SurfaceFit();
            for (Point point : border) {
                fit.add(point.terms, point.level, 1 / Math.max(CLOSE, point.distance(surface)));
            }
            Surface next = fit.solve();
            if (next.isWithin(SETTLED, surface)) {
                return next;
            }
            surface = next;
        }
        return surface;
    }

    private static Surface throughPaper(List<Point> points, Surface start) {
        Surface surface = start;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Surface last = surface;
            double typical = Noise.deviation(
                    points.stream().mapToDouble(point -> point.distance(last)).toArray());
            SurfaceFit fit = new SurfaceFit();
            points.stream()
                    .filter(point -> point.distance(last) <= Math.max(CLOSE, FAR * typical))
                    .forEach(point -> fit.add(point.terms, point.level, 1));
            surface = fit.solve();
            if (surface.isWithin(SETTLED, last)) {
                return surface;
            }
        }
        return surface;
    }
}
