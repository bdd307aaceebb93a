package org.snn4j.network;

import java.util.Arrays;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** Values of any kind but spikes: one row for each step, in a ring where the number of steps is limited. */
final class ValueTape implements Tape {
    private final Quantity quantity;
    private final Retention retention;
    private float[] values = new float[0];
    /** The number of values in a step. */
    private int row;

    private int steps;
    /** Where the first step is; not 0 only once the oldest have been overwritten. */
    private int first;

    ValueTape(Quantity quantity, Retention retention) {
        this.quantity = quantity;
        this.retention = retention;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public void begin(int runSteps, int batch) {
        row = quantity.samples(batch) * quantity.shape().size();
        int needed = Math.toIntExact(retention.stepsAfter(steps, runSteps) * row);
        if (needed > values.length) {
            values = steps == 0 ? new float[needed] : Arrays.copyOf(values, Math.max(needed, grown()));
        }
    }

    /** Half as much again, so that many runs are not copied many times; no more than the most steps take. */
    private int grown() {
        long most = Math.min((long) retention.mostSteps() * row, Integer.MAX_VALUE);
        return (int) Math.min(values.length + values.length / 2L, most);
    }

    @Override
    public void capture(Stepper stepper) {
        int place = steps;
        if (steps < retention.mostSteps()) {
            steps++;
        } else {
            place = first;
            first = first + 1 == steps ? 0 : first + 1;
        }
        int perSample = quantity.shape().size();
        for (int offset = 0; offset < row; offset += perSample) {
            quantity.copy(stepper, offset / perSample, values, place * row + offset);
        }
    }

    @Override
    public void clear() {
        steps = 0;
        first = 0;
    }

    @Override
    public double size(long ofSteps, int batch) {
        return (double) ofSteps * quantity.samples(batch) * quantity.shape().size();
    }

    @Override
    public FloatArray values(Shape shape) {
        float[] inOrder = new float[shape.size()];
        int fromFirst = (steps - first) * row;
        System.arraycopy(values, first * row, inOrder, 0, fromFirst);
        System.arraycopy(values, 0, inOrder, fromFirst, first * row);
        return FloatArray.of(shape, inOrder);
    }
}
