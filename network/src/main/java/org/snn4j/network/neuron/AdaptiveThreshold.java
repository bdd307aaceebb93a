package org.snn4j.network.neuron;

import java.util.Arrays;
import org.snn4j.network.event.Kernels;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StepClock;

/** The threshold of {@link ConductanceLIF}: theta, which the samples of a batch share, and what it is compared with. */
final class AdaptiveThreshold {
    /** The threshold less theta. */
    private final float base;

    private final double thetaPlus;
    private final double decay;
    private final float[] theta;
    /** Theta within a run. */
    private final double[] precise;
    /** The neurons that fired in this step, once for every sample in which they did. */
    private final SpikeList fired;

    AdaptiveThreshold(ConductanceLIF model, PopulationSpec population) {
        base = (float) (model.threshold() - model.theta0());
        thetaPlus = model.thetaPlus();
        decay = StrictMath.exp(-population.dt() / model.tauTheta());
        theta = new float[population.neurons()];
        Arrays.fill(theta, (float) model.theta0());
        precise = new double[population.neurons()];
        fired = new SpikeList(Math.multiplyExact(population.neurons(), population.batch()));
    }

    /** The live values, mV. */
    float[] theta() {
        return theta;
    }

    /** Lets theta decay, if learning. */
    void beginStep(StepClock clock) {
        fired.clear();
        for (int j = 0; clock.step() == 0 && j < theta.length; j++) {
            precise[j] = theta[j];
        }
        for (int j = 0; clock.learning() && j < theta.length; j++) {
            precise[j] *= decay;
            theta[j] = (float) precise[j];
        }
    }

    /** Adds the j with v[j] ≥ threshold to {@code crossed}, which is modified. */
    void crossings(float[] v, SpikeList crossed) {
        Kernels.crossings(v, base, theta, crossed);
    }

    /** Notes who fired in one sample. */
    void fired(SpikeList spikes) {
        fired.addAll(spikes);
    }

    /** Raises theta, if learning. */
    void endStep(StepClock clock) {
        for (int k = 0; clock.learning() && k < fired.count(); k++) {
            int neuron = fired.get(k);
            precise[neuron] += thetaPlus;
            theta[neuron] = (float) precise[neuron];
        }
    }
}
