package org.snn4j.tensor.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The oracles are closed forms; the rest of the operations is held to plain arithmetic by the contract tests. */
class ProgramTest {
    private final ArrayStore store = new ArrayStore();

    @AfterEach
    void close() {
        store.close();
    }

    /** As in Java: equal counts, the next smaller float does not, and zero has no sign. */
    @ParameterizedTest
    @CsvSource({"1", "-52", "0", "1e-40", "-1e-40", "3e38"})
    void thresholdIsReachedExactlyFromTheThresholdOn(float threshold) {
        float[] values = {
            Math.nextDown(threshold),
            threshold,
            Math.nextUp(threshold),
            -0f,
            0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            -1e30f
        };
        INDArray a = store.of(values, 1, values.length);
        INDArray reached = store.zeros(1, values.length);
        new Program().reaches(a, threshold, reached).run();
        for (int i = 0; i < values.length; i++) {
            assertThat(reached.getFloat(i)).as("%s", values[i]).isEqualTo(values[i] >= threshold ? 1 : 0);
        }
    }

    @Test
    void whatIsNotReplacedKeepsItsBits() {
        INDArray a = store.of(new float[] {0.1f, -1e-30f, 3e38f, 7}, 2, 2);
        INDArray chosen = store.of(new float[] {0, 0, 0, 1}, 2, 2);
        new Program().replace(a, chosen, 0.3, store.zeros(2, 2)).run();
        assertThat(a.data().asFloat()).containsExactly(0.1f, -1e-30f, 3e38f, 0.3f);
    }

    @Test
    void whatIsSmallerThanTheFloorBecomesZero() {
        float[] values = {1e-29f, -1e-29f, 1e-30f, 0.9e-30f, -1e-40f, -3};
        INDArray a = store.of(values, 6);
        INDArray b = store.of(values, 6);
        new Program().snapToZero(a, Program.FLOOR, store.zeros(6)).snapToZero(b).run();
        for (INDArray snapped : List.of(a, b)) {
            assertThat(snapped.getFloat(0)).isEqualTo(1e-29f);
            assertThat(snapped.getFloat(1)).isEqualTo(-1e-29f);
            assertThat(snapped.getFloat(2)).isEqualTo(1e-30f);
            assertThat(snapped.getFloat(3)).isZero();
            assertThat(snapped.getFloat(4) == 0).isTrue();
            assertThat(snapped.getFloat(5)).isEqualTo(-3);
        }
    }

    /** ND4J's own reduction leaves its result untouched for a single row or column. */
    @ParameterizedTest
    @CsvSource({"1, 4", "4, 1", "2, 2", "1, 1"})
    void magnitudesAreSummedInEveryShape(int rows, int columns) {
        float[] values = new float[rows * columns];
        double[] byColumn = new double[columns];
        double[] byRow = new double[rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? -i - 1 : i + 1;
            byColumn[i % columns] += i + 1;
            byRow[i / columns] += i + 1;
        }
        INDArray matrix = store.of(values, rows, columns);
        INDArray overRows = store.zeros(DataType.DOUBLE, columns);
        INDArray overColumns = store.zeros(DataType.DOUBLE, rows);
        new Program()
                .magnitudes(matrix, 0, overRows)
                .magnitudes(matrix, 1, overColumns)
                .run();
        assertThat(overRows.data().asDouble()).containsExactly(byColumn);
        assertThat(overColumns.data().asDouble()).containsExactly(byRow);
    }

    /** 3² + 4² = 5², also of numbers whose squares are no floats, and for a single row or column. */
    @ParameterizedTest
    @CsvSource({"1", "1e-30", "1e30"})
    void lengthsAreTakenInTheResultsPrecision(float scale) {
        float[] values = {3 * scale, -4 * scale};
        INDArray column = store.of(values, 2, 1);
        INDArray row = store.of(values, 1, 2);
        INDArray length = store.zeros(DataType.DOUBLE, 1);
        INDArray lengthOfRow = store.zeros(DataType.DOUBLE, 1);
        INDArray each = store.zeros(DataType.DOUBLE, 2);
        new Program()
                .lengths(column, 0, length)
                .lengths(row, 1, lengthOfRow)
                .lengths(row, 0, each)
                .run();
        assertThat(length.getDouble(0)).isCloseTo(5.0 * scale, withinPercentage(1e-4));
        assertThat(lengthOfRow.getDouble(0)).isCloseTo(5.0 * scale, withinPercentage(1e-4));
        assertThat(each.data().asDouble()).containsExactly(3 * scale, 4 * scale);
    }

    @Test
    void closingTheStoreGivesBackItsArrays() {
        INDArray array = store.zeros(3);
        store.close();
        assertThat(array.wasClosed()).isTrue();
    }
}
