package org.snn4j.training;

import java.util.Arrays;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;

/** Which neurons fire, block by block of training samples. */
final class BlockActivity {
    private final boolean[] active;
    private int silent;

    BlockActivity(int neurons) {
        this.active = new boolean[neurons];
    }

    /** Goes on from what another one gave. */
    BlockActivity(ByteArray active, int silent) {
        this(active.shape().size());
        for (int neuron = 0; neuron < this.active.length; neuron++) {
            this.active[neuron] = active.get(neuron) != 0;
        }
        this.silent = silent;
    }

    void add(int... counts) {
        for (int neuron = 0; neuron < counts.length; neuron++) {
            active[neuron] |= counts[neuron] > 0;
        }
    }

    void endBlock() {
        silent = 0;
        for (boolean fires : active) {
            silent += fires ? 0 : 1;
        }
        Arrays.fill(active, false);
    }

    /** How many neurons did not fire in the last complete block. */
    int silentNeurons() {
        return silent;
    }

    /** 1 for each neuron that has fired in the block that is not complete. */
    ByteArray active() {
        byte[] bytes = new byte[active.length];
        for (int neuron = 0; neuron < bytes.length; neuron++) {
            bytes[neuron] = (byte) (active[neuron] ? 1 : 0);
        }
        return ByteArray.of(Shape.of(bytes.length), bytes);
    }
}
