package org.snn4j.network.event;

import java.util.Arrays;
import org.snn4j.network.array.FloatArray;

/** One value for each weight of a connection: the weights themselves, or what a rule keeps for each of them. */
public final class WeightField {
    private static final int SNAP_INTERVAL = 64;

    private final float[][] rows;

    WeightField(float[][] rows) {
        this.rows = rows;
    }

    /** The live values; how they are laid out is the connection's own business. */
    float[][] rows() {
        return rows;
    }

    /**
     * Multiplies all values by a factor for one step and, every {@value #SNAP_INTERVAL} steps, makes zeros of those that are
     * about to become subnormal.
     *
     * @param step the step of the run
     */
    public void decay(float factor, int step) {
        for (float[] row : rows) {
            Kernels.scale(row, factor);
            if (step % SNAP_INTERVAL == 0) {
                Kernels.snapToZero(row);
            }
        }
    }

    public void clear() {
        for (float[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    /** Adds another field of the same layout. */
    void add(WeightField other) {
        for (int i = 0; i < rows.length; i++) {
            Kernels.add(rows[i], other.rows[i]);
        }
    }

    /** Hands over all values, see {@link StateTransfer}. */
    public void carry(StateTransfer state) {
        for (float[] row : rows) {
            state.floats(row);
        }
    }

    WeightField zeros() {
        return new WeightField(
                Arrays.stream(rows).map(row -> new float[row.length]).toArray(float[][]::new));
    }

    /** Copies the values, in the order of the rows, to {@code target} from {@code offset}. */
    void copyTo(float[] target, int offset) {
        int place = offset;
        for (float[] row : rows) {
            System.arraycopy(row, 0, target, place, row.length);
            place += row.length;
        }
    }

    /** Overwrites all values, which must be as many. */
    void copyFrom(FloatArray array) {
        int offset = 0;
        for (float[] row : rows) {
            array.copyTo(row, offset);
            offset += row.length;
        }
    }
}
