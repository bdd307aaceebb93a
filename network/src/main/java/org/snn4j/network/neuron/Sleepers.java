package org.snn4j.network.neuron;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.Traces;

/**
 * Which neurons of one sample of a {@link LIF} layer need no work until input reaches them: those whose potential a step of
 * the leak leaves as it is, to the bit, and those that have had no input since they fired, whose way back to rest is always
 * the same and stands in a table. After a reset all lie at rest.
 */
final class Sleepers {
    /** A membrane that needs longer than this to come to rest is stepped. */
    private static final int LONGEST_RECOVERY = 2048;

    private static final int NOT_RECOVERING = Integer.MIN_VALUE;

    private final float rest;
    private final float decay;
    private final float threshold;
    private final float lowerBound;
    /** Whether a neuron at rest stays there without firing, and one that has fired does not fire again by itself. */
    private final boolean canSleep;
    /** The potential at the step of a spike and after it, up to rest; empty if that takes too long. */
    private final float[] recovery;

    private final SpikeList awake;
    private final boolean[] isAwake;
    /** For neurons that are recovering, when they fired; their potential is not up to date. */
    private final int[] firedAt;

    private int now;
    private boolean nobody;

    private Sleepers(LIF model, PopulationSpec population) {
        rest = (float) model.rest();
        decay = population.decay(model.tauMembrane());
        threshold = (float) model.threshold();
        lowerBound = (float) model.lowerBound();
        float reset = (float) model.reset();
        canSleep = Math.max(rest, reset) < threshold && lowerBound <= Math.min(rest, reset);
        recovery = canSleep ? recovery(reset) : new float[0];
        awake = new SpikeList(population.neurons());
        isAwake = new boolean[population.neurons()];
        firedAt = new int[population.neurons()];
        sleepAll();
    }

    static Sleepers[] perSample(LIF model, PopulationSpec population) {
        return IntStream.range(0, population.batch())
                .mapToObj(sample -> new Sleepers(model, population))
                .toArray(Sleepers[]::new);
    }

    private float[] recovery(float reset) {
        float[] potentials = new float[LONGEST_RECOVERY];
        potentials[0] = reset;
        for (int age = 1; age < LONGEST_RECOVERY; age++) {
            potentials[age] = leakAndAdd(potentials[age - 1], 0);
            if (potentials[age] == potentials[age - 1]) {
                return Arrays.copyOf(potentials, age);
            }
        }
        return new float[0];
    }

    /** Whether every neuron needs a step. */
    boolean isNobody() {
        return nobody;
    }

    /** Whether none does. */
    boolean isEverybody() {
        return !nobody && awake.count() == 0;
    }

    /** So many steps without input, while {@link #isEverybody} sleeps. */
    void sleep(int steps) {
        now += steps;
    }

    /** Called when all potentials are about to change; brings them up to date. */
    void wakeAll(float[] v) {
        if (!nobody) {
            bringUpToDate(v);
            nobody = true;
        }
    }

    /** Called when potentials are about to be read, or overwritten: each neuron is stepped until it sleeps again. */
    void wakeEach(float[] v) {
        for (int neuron = 0; neuron < v.length && !nobody; neuron++) {
            if (!isAwake[neuron]) {
                wake(v, neuron, now);
            }
        }
    }

    /** Called when all neurons are at rest. */
    void sleepAll() {
        for (int k = 0; k < awake.count(); k++) {
            isAwake[awake.get(k)] = false;
        }
        awake.clear();
        Arrays.fill(firedAt, NOT_RECOVERING);
        now = 0;
        nobody = !canSleep;
    }

    /** Writes the potentials of the neurons that are recovering; from now on they are stepped. Modifies v. */
    void bringUpToDate(float[] v) {
        for (int neuron = 0; neuron < v.length; neuron++) {
            if (firedAt[neuron] != NOT_RECOVERING) {
                wake(v, neuron, now);
            }
        }
    }

    private void wake(float[] v, int neuron, int time) {
        isAwake[neuron] = true;
        awake.add(neuron);
        if (firedAt[neuron] != NOT_RECOVERING) {
            v[neuron] = recovered(neuron, time);
            firedAt[neuron] = NOT_RECOVERING;
        }
    }

    private float recovered(int neuron, int time) {
        return recovery[Math.min(time - firedAt[neuron], recovery.length - 1)];
    }

    /**
     * Leaks, adds the input and finds the crossings of the neurons that are awake.
     *
     * @param v modified
     * @param touched the neurons that wake up now
     * @param spikes modified: receives the crossings, ascending
     */
    void step(float[] v, float[] input, SpikeList touched, SpikeList spikes) {
        now++;
        wake(v, input, touched);
        for (int k = 0; k < awake.count(); k++) {
            int neuron = awake.get(k);
            float moved = leakAndAdd(v[neuron], input[neuron]);
            if (moved >= threshold) {
                spikes.add(neuron);
            }
            isAwake[neuron] = moved != v[neuron] || input[neuron] != 0;
            v[neuron] = Math.max(moved, lowerBound);
        }
        spikes.sort();
        recover(spikes);
        forgetSleepers();
    }

    private void wake(float[] v, float[] input, SpikeList touched) {
        for (int k = 0; k < touched.count(); k++) {
            int neuron = touched.get(k);
            if (!isAwake[neuron] && input[neuron] != 0) {
                wake(v, neuron, now - 1);
            }
        }
    }

    private void recover(SpikeList spikes) {
        for (int k = 0; k < spikes.count() && recovery.length > 0; k++) {
            firedAt[spikes.get(k)] = now;
            isAwake[spikes.get(k)] = false;
        }
    }

    private float leakAndAdd(float v, float input) {
        float moved = (v - rest) * decay + rest + input;
        return rest == 0 && Math.abs(moved) < Traces.FLOOR ? 0 : moved;
    }

    private void forgetSleepers() {
        int kept = 0;
        for (int k = 0; k < awake.count(); k++) {
            int neuron = awake.get(k);
            if (isAwake[neuron]) {
                awake.set(kept++, neuron);
            }
        }
        awake.truncate(kept);
    }
}
