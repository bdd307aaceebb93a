package org.snn4j.training;

import org.snn4j.network.Layer;
import org.snn4j.network.Run;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;

/** {@link Clamp} at work on one layer. */
final class Clamping implements DirectLesson {
    private final Layer layer;
    private final ClassBlocks blocks;
    private final double dt;
    private final PoissonTimes times;
    private final AddressedRandom random;

    Clamping(Clamp clamp, Layer layer, int classes, double dt, long seed) {
        this.layer = layer;
        this.blocks = new ClassBlocks(layer.size(), classes);
        this.dt = dt;
        this.times = new PoissonTimes(clamp.rate(), dt, seed);
        this.random = new AddressedRandom(seed, Purpose.TEACHER);
    }

    /** With a neuron of its class clamped. */
    @Override
    public Run taught(Run run, long shown, int label) {
        int[] lanes = new int[AddressedRandom.LANES];
        random.block(shown, 0, 0, lanes);
        int neuron = blocks.first(label) + AddressedRandom.below(blocks.size(label), lanes[0]);
        if (times.inEveryStep()) {
            byte[] always = new byte[layer.size()];
            always[neuron] = 1;
            return run.clamp(layer.name(), ByteArray.of(layer.shape(), always));
        }
        boolean[] fires = times.of(shown, run.steps(dt));
        byte[] atTimes = new byte[Math.multiplyExact(fires.length, layer.size())];
        for (int step = 0; step < fires.length; step++) {
            atTimes[step * layer.size() + neuron] = (byte) (fires[step] ? 1 : 0);
        }
        return run.clamp(layer.name(), ByteArray.of(layer.shape().within(fires.length), atTimes));
    }
}
