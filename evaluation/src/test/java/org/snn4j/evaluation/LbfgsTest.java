package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Oracle: functions whose minimum is known. */
class LbfgsTest {
    private interface Function {
        double at(double[] point, double[] gradient);
    }

    /** Without a hint at the curvatures. */
    private static double[] minimum(Function function, double[] start, double tolerance) {
        Lbfgs.Objective objective = new Lbfgs.Objective() {
            @Override
            public double at(double[] point, double[] gradient) {
                return function.at(point, gradient);
            }

            @Override
            public double[] curvatures() {
                double[] unknown = new double[start.length];
                Arrays.fill(unknown, 1);
                return unknown;
            }
        };
        return Lbfgs.minimum(objective, start, tolerance);
    }

    /** Σ c_i (x_i − i)², with curvatures from 1 to 10^6. */
    @Test
    void findsTheMinimumOfAStretchedParabola() {
        double[] minimum = minimum(
                (point, gradient) -> {
                    double value = 0;
                    for (int i = 0; i < point.length; i++) {
                        double curvature = Math.pow(10, i);
                        value += curvature * (point[i] - i) * (point[i] - i);
                        gradient[i] = 2 * curvature * (point[i] - i);
                    }
                    return value;
                },
                new double[7],
                1e-12);
        assertThat(minimum).containsExactly(new double[] {0, 1, 2, 3, 4, 5, 6}, within(1e-5));
    }

    /** log(e^x + e^(−2x)) is least where e^(3x) = 2. */
    @Test
    void findsTheMinimumOfAFunctionThatIsNoParabola() {
        double[] minimum = minimum(
                (point, gradient) -> {
                    double up = Math.exp(point[0]);
                    double down = Math.exp(-2 * point[0]);
                    gradient[0] = (up - 2 * down) / (up + down);
                    return Math.log(up + down);
                },
                new double[] {-30},
                1e-10);
        assertThat(minimum[0]).isCloseTo(Math.log(2) / 3, within(1e-8));
    }

    @Test
    void startThatIsTheMinimumStays() {
        double[] start = {3};
        double[] minimum = minimum((point, gradient) -> gradient[0] = 0, start, 1e-8);
        assertThat(minimum).containsExactly(3);
        assertThat(start).containsExactly(3);
    }

    @Test
    void functionWithoutMinimumIsReported() {
        assertThatThrownBy(() -> minimum(
                        (point, gradient) -> {
                            gradient[0] = -1;
                            return -point[0];
                        },
                        new double[1],
                        1e-8))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no minimum after 20000 iterations");
        assertThatThrownBy(() -> minimum(
                        (point, gradient) -> {
                            gradient[0] = 1;
                            return -point[0];
                        },
                        new double[1],
                        1e-8))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not fall");
    }
}
