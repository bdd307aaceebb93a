package org.snn4j.training;

import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;

/** The steps in which a teacher makes a neuron fire: a Poisson process at a rate, one 32-bit number for each step. */
final class PoissonTimes {
    /** Among the addresses of a sample; 0 is the neuron's. */
    private static final int INDEX = 1;

    /** In each step. */
    private final double probability;

    private final AddressedRandom random;

    /** @param rate Hz; infinity for every step */
    PoissonTimes(double rate, double dt, long seed) {
        this.probability = -StrictMath.expm1(-rate * dt / 1000);
        this.random = new AddressedRandom(seed, Purpose.TEACHER);
    }

    boolean inEveryStep() {
        return probability == 1;
    }

    /** Whether it fires, for each step of a sample. */
    boolean[] of(long sample, int steps) {
        boolean[] fires = new boolean[steps];
        int[] lanes = new int[AddressedRandom.LANES];
        for (int step = 0; step < steps; step++) {
            int lane = step % AddressedRandom.LANES;
            if (lane == 0) {
                random.block(sample, INDEX, step / AddressedRandom.LANES, lanes);
            }
            fires[step] = AddressedRandom.unitFloat(lanes[lane]) < probability;
        }
        return fires;
    }
}
