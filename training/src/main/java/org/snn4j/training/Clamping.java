package org.snn4j.training;

import org.snn4j.network.Layer;
import org.snn4j.network.Run;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;

/** {@link Clamp} at work on one layer. */
final class Clamping {
    private final Layer layer;
    private final ClassBlocks blocks;
    private final double dt;
    /** In each step. */
    private final double probability;

    private final AddressedRandom random;

    Clamping(Clamp clamp, Layer layer, int classes, double dt, long seed) {
        this.layer = layer;
        this.blocks = new ClassBlocks(layer.size(), classes);
        this.dt = dt;
        this.probability = -StrictMath.expm1(-clamp.rate() * dt / 1000);
        this.random = new AddressedRandom(seed, Purpose.TEACHER);
    }

    /** The run of a training sample with a neuron of its class clamped. */
    Run taught(Run run, long shown, int label) {
        int[] lanes = new int[AddressedRandom.LANES];
        random.block(shown, 0, 0, lanes);
        int neuron = blocks.first(label) + AddressedRandom.below(blocks.size(label), lanes[0]);
        if (probability == 1) {
            byte[] always = new byte[layer.size()];
            always[neuron] = 1;
            return run.clamp(layer.name(), ByteArray.of(layer.shape(), always));
        }
        int steps = run.steps(dt);
        byte[] atTimes = new byte[Math.multiplyExact(steps, layer.size())];
        for (int step = 0; step < steps; step++) {
            int lane = step % AddressedRandom.LANES;
            if (lane == 0) {
                random.block(shown, 1, step / AddressedRandom.LANES, lanes);
            }
            atTimes[step * layer.size() + neuron] =
                    (byte) (AddressedRandom.unitFloat(lanes[lane]) < probability ? 1 : 0);
        }
        return run.clamp(layer.name(), ByteArray.of(layer.shape().within(steps), atTimes));
    }
}
