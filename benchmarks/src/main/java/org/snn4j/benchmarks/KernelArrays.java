package org.snn4j.benchmarks;

import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;

/**
 * What kernels work on, of the sizes that a sample has: of the inputs a dozen spikes in a step, of the neurons a handful
 * that have fired. What a case does again and again must not run off to subnormal numbers; so factors are 1.
 */
@State(Scope.Thread)
public class KernelArrays {
    static final int INPUTS = 784;
    static final float THRESHOLD = -52;
    static final float REST = -65;
    static final float DECAY = 0.99f;
    static final int FIRED = 4;
    static final int SPIKES = 12;

    @Param({"100", "400", "1600", "6400"})
    int neurons;

    float one = 1;
    float[] v;
    float[] theta;
    float[] input;
    float[][] rows;
    float[] perInput;
    double[] sums = new double[FIRED];
    float[] factors = {1, 1, 1, 1};
    float[] changes;
    /** Inputs that fire in a step. */
    int[] spiking;
    /** Inputs that have fired for a sample. */
    int[] active;
    /** Neurons that have fired for a sample. */
    int[] fired;

    SpikeList crossed;
    /** Room for neurons that cross. */
    int[] found;

    @Setup
    public void fill() {
        v = uniform(0, neurons, REST, REST + 10);
        theta = uniform(1, neurons, 0, 5);
        input = uniform(2, neurons, 0, 2);
        perInput = uniform(3, INPUTS, 0, 1e-6f);
        changes = new float[neurons];
        rows = new float[INPUTS][];
        for (int i = 0; i < INPUTS; i++) {
            rows[i] = uniform(4 + i, neurons, 0.05f, 0.3f);
        }
        spiking = inputsOfAStep();
        active = IntStream.range(0, INPUTS).filter(i -> i % 5 < 2).toArray();
        fired = IntStream.range(0, FIRED).map(k -> k * neurons / FIRED).toArray();
        crossed = new SpikeList(neurons);
        found = new int[neurons];
    }

    /** Inputs that fire in a step, spread over all. */
    static int[] inputsOfAStep() {
        return IntStream.range(0, SPIKES).map(k -> 61 * k).toArray();
    }

    private static float[] uniform(int array, int size, float low, float high) {
        AddressedRandom random = new AddressedRandom(1, Purpose.WEIGHTS);
        int[] lanes = new int[AddressedRandom.LANES];
        float[] values = new float[size];
        for (int j = 0; j < size; j++) {
            random.block(array, j, 0, lanes);
            values[j] = low + (high - low) * AddressedRandom.unitFloat(lanes[0]);
        }
        return values;
    }
}
