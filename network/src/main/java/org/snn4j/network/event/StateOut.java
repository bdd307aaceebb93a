package org.snn4j.network.event;

import java.util.Arrays;
import org.snn4j.network.CarriedState;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.Shape;

/** Copies state out of a simulation. */
final class StateOut implements StateTransfer {
    private float[] reals = new float[1024];
    private long[] wholes = new long[1024];
    private int realCount;
    private int wholeCount;

    @Override
    public void floats(float... live) {
        if (reals.length - realCount < live.length) {
            reals = Arrays.copyOf(reals, Math.max(2 * reals.length, Math.addExact(realCount, live.length)));
        }
        System.arraycopy(live, 0, reals, realCount, live.length);
        realCount += live.length;
    }

    @Override
    public void wholes(int... live) {
        for (int value : live) {
            whole(value);
        }
    }

    @Override
    public void list(SpikeList live) {
        whole(live.count());
        for (int k = 0; k < live.count(); k++) {
            whole(live.get(k));
        }
    }

    @Override
    public int whole(int live) {
        if (wholeCount == wholes.length) {
            wholes = Arrays.copyOf(wholes, 2 * wholes.length);
        }
        wholes[wholeCount++] = live;
        return live;
    }

    CarriedState complete(int batch) {
        return new CarriedState(
                batch,
                FloatArray.of(Shape.of(realCount), Arrays.copyOf(reals, realCount)),
                LongArray.of(Shape.of(wholeCount), Arrays.copyOf(wholes, wholeCount)));
    }
}
