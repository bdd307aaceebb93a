package org.snn4j.network.neuron;

import java.util.stream.IntStream;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.Traces;

/**
 * Which neurons of one sample of a {@link LIF} layer need no work until input reaches them: those whose potential a step of
 * the leak leaves as it is, to the bit. After a reset that is all of them, which lie at rest.
 */
final class Sleepers {
    private final float rest;
    private final float decay;
    private final float threshold;
    private final float lowerBound;
    /** Whether a neuron at rest stays there without firing, and one that has fired does not fire again by itself. */
    private final boolean canSleep;

    private final SpikeList awake;
    private final boolean[] isAwake;
    private boolean nobody;

    private Sleepers(LIF model, PopulationSpec population) {
        rest = (float) model.rest();
        decay = population.decay(model.tauMembrane());
        threshold = (float) model.threshold();
        lowerBound = (float) model.lowerBound();
        canSleep = rest < threshold && model.reset() < model.threshold() && lowerBound <= rest;
        awake = new SpikeList(population.neurons());
        isAwake = new boolean[population.neurons()];
        nobody = !canSleep;
    }

    static Sleepers[] perSample(LIF model, PopulationSpec population) {
        return IntStream.range(0, population.batch())
                .mapToObj(sample -> new Sleepers(model, population))
                .toArray(Sleepers[]::new);
    }

    /** Whether every neuron needs a step. */
    boolean isNobody() {
        return nobody;
    }

    /** Called when all potentials are about to change. */
    void wakeAll() {
        nobody = true;
    }

    /** Called when all neurons are at rest. */
    void sleepAll() {
        for (int k = 0; k < awake.count(); k++) {
            isAwake[awake.get(k)] = false;
        }
        awake.clear();
        nobody = !canSleep;
    }

    /**
     * Leaks, adds the input and finds the crossings of the neurons that are awake.
     *
     * @param v modified
     * @param touched the neurons that wake up now
     * @param spikes modified: receives the crossings, ascending
     */
    void step(float[] v, float[] input, SpikeList touched, SpikeList spikes) {
        wake(touched);
        for (int k = 0; k < awake.count(); k++) {
            int neuron = awake.get(k);
            float moved = leakAndAdd(v[neuron], input[neuron]);
            if (moved >= threshold) {
                spikes.add(neuron);
            }
            isAwake[neuron] = moved != v[neuron] || input[neuron] != 0;
            v[neuron] = Math.max(moved, lowerBound);
        }
        forgetSleepers();
        spikes.sort();
    }

    private void wake(SpikeList touched) {
        for (int k = 0; k < touched.count(); k++) {
            int neuron = touched.get(k);
            if (!isAwake[neuron]) {
                isAwake[neuron] = true;
                awake.add(neuron);
            }
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
