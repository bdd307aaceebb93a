package org.snn4j.network.event;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.snn4j.network.Variable;

/**
 * Membrane potentials and refractory counters of one sample of a layer: what the integrate-and-fire models share. The
 * few refractory neurons are kept in a list, so that the others cost no test.
 */
public final class Membrane {
    private final float[] v;
    private final float[] refractory;
    private final SpikeList resting;
    private final float initial;
    private final float reset;
    private final float period;
    private final float dt;

    private Membrane(PopulationSpec population, float initial, float reset, float period) {
        this.v = new float[population.neurons()];
        this.refractory = new float[population.neurons()];
        this.resting = new SpikeList(population.neurons());
        this.initial = initial;
        this.reset = reset;
        this.period = period;
        this.dt = (float) population.dt();
        reset();
    }

    /**
     * One membrane for each sample of the batch.
     *
     * @param initial the potential at the start and after a reset of the simulation, mV
     * @param reset the potential after a spike, mV
     * @param period how long a neuron is refractory after a spike, ms
     */
    public static Membrane[] perSample(PopulationSpec population, double initial, double reset, double period) {
        return IntStream.range(0, population.batch())
                .mapToObj(sample -> new Membrane(population, (float) initial, (float) reset, (float) period))
                .toArray(Membrane[]::new);
    }

    /** The live potentials, mV. */
    public float[] v() {
        return v;
    }

    /** Clears the input of the refractory neurons, then takes one step off their counters. */
    public void ignoreInputWhileRefractory(float[] input) {
        clear(input);
        countRefractory();
    }

    /** Takes one step off the counters of the refractory neurons, then clears the input of those that still are. */
    public void ignoreInputAfterCounting(float[] input) {
        countRefractory();
        clear(input);
    }

    private void clear(float[] input) {
        clear(input, 0);
    }

    /** Clears the input of the refractory neurons, which begins at {@code offset}. */
    public void clear(float[] input, int offset) {
        for (int k = 0; k < resting.count(); k++) {
            input[offset + resting.get(k)] = 0;
        }
    }

    /** Takes one step off the counters of the refractory neurons. */
    public void countRefractory() {
        int stillResting = 0;
        for (int k = 0; k < resting.count(); k++) {
            int neuron = resting.get(k);
            refractory[neuron] -= dt;
            if (refractory[neuron] > 0) {
                resting.set(stillResting++, neuron);
            }
        }
        resting.truncate(stillResting);
    }

    /** Takes so many steps off the counters of the refractory neurons. */
    public void countRefractory(int steps) {
        for (int step = 0; step < steps && resting.count() > 0; step++) {
            countRefractory();
        }
    }

    /** Resets the neurons that fire and makes them refractory. */
    public void fire(SpikeList spikes) {
        for (int k = 0; k < spikes.count(); k++) {
            v[spikes.get(k)] = reset;
        }
        beginRefractory(spikes);
    }

    /** Puts the potential of the refractory neurons back to the one after a spike. */
    public void holdWhileRefractory() {
        for (int k = 0; k < resting.count(); k++) {
            v[resting.get(k)] = reset;
        }
    }

    /** Takes the refractory neurons out of those that are about to fire. */
    public void suppressWhileRefractory(SpikeList spikes) {
        int kept = 0;
        for (int k = 0; k < spikes.count(); k++) {
            int neuron = spikes.get(k);
            if (refractory[neuron] <= 0) {
                spikes.set(kept++, neuron);
            }
        }
        spikes.truncate(kept);
    }

    /** Makes the neurons that fire refractory, and leaves their potential as it is. */
    public void beginRefractory(SpikeList spikes) {
        for (int k = 0; k < spikes.count(); k++) {
            int neuron = spikes.get(k);
            if (refractory[neuron] <= 0 && period > 0) {
                resting.add(neuron);
            }
            refractory[neuron] = period;
        }
    }

    /** Returns every sample to its initial potential, none refractory. */
    public static void reset(Membrane[] membranes) {
        for (Membrane membrane : membranes) {
            membrane.reset();
        }
    }

    public Map<Variable, float[]> state() {
        return Map.of(Variable.VOLTAGE, v, Variable.REFRACTORY, refractory);
    }

    /** Hands over all of it, see {@link StateTransfer}. */
    public void carry(StateTransfer state) {
        state.floats(v);
        state.floats(refractory);
        state.list(resting);
    }

    private void reset() {
        Arrays.fill(v, initial);
        Arrays.fill(refractory, 0);
        resting.clear();
    }
}
