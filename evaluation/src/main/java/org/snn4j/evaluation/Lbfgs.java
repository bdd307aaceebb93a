package org.snn4j.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the minimum of a smooth convex function by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno (D.
 * C. Liu and J. Nocedal, On the limited memory BFGS method for large scale optimization, Mathematical Programming 45, 1989,
 * doi 10.1007/BF01589116). Nothing is drawn and all sums have a fixed order: the same function has the same minimum to the
 * last bit.
 *
 * <p>Steps are halved or interpolated until the value falls enough (Armijo). Near the minimum, where differences of values
 * drown in rounding, the slopes decide instead (W. W. Hager and H. Zhang, A new conjugate gradient method with guaranteed
 * descent and an efficient line search, SIAM Journal on Optimization 16, 2005, doi 10.1137/030601880).
 */
final class Lbfgs {
    /** Steps that are remembered. */
    private static final int MEMORY = 10;

    private static final int MOST_ITERATIONS = 20_000;
    private static final int MOST_TRIALS = 60;
    private static final double ENOUGH = 1e-4;
    /** Relative difference of values that may be rounding. */
    private static final double ROUNDING = 1e-10;
    /** A gradient as small as this may be rounding alone: a start that is the minimum has one. */
    private static final double NO_GRADIENT = 1e-13;

    private final Objective objective;
    private final double[] curvatures;
    private final Deque<Step> steps = new ArrayDeque<>();
    private double[] point;
    private double[] gradient;
    private double value;

    /** A function with its gradient. */
    interface Objective {
        /** @param gradient is overwritten */
        double at(double[] point, double[] gradient);

        /** About how strongly the function bends along each axis, above 0: where to begin, the better the faster. */
        double[] curvatures();
    }

    /** A step that was made, how the gradient changed, and 1 over their product. */
    private record Step(double[] move, double[] change, double rho) {}

    private Lbfgs(Objective objective, double... start) {
        this.objective = objective;
        this.curvatures = objective.curvatures();
        this.point = start.clone();
        this.gradient = new double[start.length];
        this.value = objective.at(point, gradient);
    }

    /**
     * The point where no component of the gradient is more than {@code tolerance} times its largest at the start, or all are
     * rounding.
     *
     * @throws IllegalStateException if it is not found in 20,000 iterations
     */
    static double[] minimum(Objective objective, double[] start, double tolerance) {
        Lbfgs search = new Lbfgs(objective, start);
        double limit = Math.max(NO_GRADIENT, tolerance * largest(search.gradient));
        for (int iteration = 0; largest(search.gradient) > limit; iteration++) {
            if (iteration == MOST_ITERATIONS) {
                throw new IllegalStateException("no minimum after " + iteration + " iterations: the gradient is still "
                        + largest(search.gradient) + ", which is more than " + limit);
            }
            search.advance();
        }
        return search.point;
    }

    private void advance() {
        double[] direction = direction();
        double slope = product(direction, gradient);
        double length = 1;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double[] next = sum(point, length, direction);
            double[] nextGradient = new double[next.length];
            double nextValue = objective.at(next, nextGradient);
            if (isEnough(nextValue - value, length * slope, length * product(direction, nextGradient))) {
                remember(next, nextGradient);
                point = next;
                gradient = nextGradient;
                value = nextValue;
                return;
            }
            length = shorter(length, slope, nextValue - value);
        }
        throw new IllegalStateException("the function does not fall along a direction of descent, slope " + slope);
    }

    /** @param predicted by the slope at the start, negative @param slope at the end, over the same length */
    private boolean isEnough(double change, double predicted, double slope) {
        boolean falls = change <= ENOUGH * predicted;
        boolean isFlat = change <= ROUNDING * Math.abs(value) && slope <= (2 * ENOUGH - 1) * predicted;
        return falls || isFlat;
    }

    /** Where a parabola through what is known would have its minimum, within bounds. */
    private static double shorter(double length, double slope, double change) {
        double least = -slope * length * length / (2 * (change - slope * length));
        return least >= 0.1 * length && least <= 0.5 * length ? least : 0.5 * length;
    }

    /** Minus the gradient over the curvature that the last steps have met: the two-loop recursion. */
    private double[] direction() {
        double[] direction = sum(new double[point.length], -1, gradient);
        Deque<Double> weights = new ArrayDeque<>();
        for (Step step : steps) {
            double weight = step.rho() * product(step.move(), direction);
            direction = sum(direction, -weight, step.change());
            weights.addLast(weight);
        }
        direction = overCurvatures(direction);
        for (var oldest = steps.descendingIterator(); oldest.hasNext(); ) {
            Step step = oldest.next();
            double weight = weights.removeLast() - step.rho() * product(step.change(), direction);
            direction = sum(direction, weight, step.move());
        }
        return direction;
    }

    /** Over the curvatures along the axes, all of them corrected by one factor as the last step says. */
    private double[] overCurvatures(double... vector) {
        double factor = 1;
        if (!steps.isEmpty()) {
            Step last = steps.getFirst();
            factor = 1 / (last.rho() * product(last.change(), divided(last.change())));
        }
        return sum(new double[vector.length], factor, divided(vector));
    }

    private double[] divided(double... vector) {
        double[] divided = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            divided[i] = vector[i] / curvatures[i];
        }
        return divided;
    }

    private void remember(double[] next, double... nextGradient) {
        double[] move = sum(next, -1, point);
        double[] change = sum(nextGradient, -1, gradient);
        double curvature = product(move, change);
        if (curvature > 0) {
            steps.addFirst(new Step(move, change, 1 / curvature));
            if (steps.size() > MEMORY) {
                steps.removeLast();
            }
        }
    }

    private static double largest(double... vector) {
        double largest = 0;
        for (double component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** a + factor b */
    private static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + factor * b[i];
        }
        return sum;
    }
}
