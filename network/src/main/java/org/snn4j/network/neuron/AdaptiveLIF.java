package org.snn4j.network.neuron;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Objects;
import org.snn4j.network.Parameters;
import org.snn4j.network.event.EventNeuron;
import org.snn4j.network.event.NeuronDynamics;
import org.snn4j.network.event.PopulationSpec;

/**
 * Leaky integrate-and-fire neurons whose threshold grows with every spike: the arithmetic of {@link DiehlAndCook} without
 * its one-spike rule.
 *
 * @param membrane threshold, to which theta is added, rest, reset, refractory period, tauMembrane and lowerBound
 * @param thetaPlus what a spike adds to theta, mV
 * @param tauTheta time constant of theta's decay, ms
 */
public record AdaptiveLIF(@JsonUnwrapped LIF membrane, double thetaPlus, double tauTheta) implements EventNeuron {
    public AdaptiveLIF {
        Objects.requireNonNull(membrane, "AdaptiveLIF.membrane is missing");
        Parameters.finite("AdaptiveLIF", "thetaPlus", thetaPlus);
        Parameters.positive("AdaptiveLIF", "tauTheta", tauTheta);
    }

    public static AdaptiveLIF defaults() {
        return new AdaptiveLIF(LIF.defaults(), 0.05, 1e7);
    }

    @Override
    public AdaptiveLIF withTauThetaScaled(double factor) {
        return new AdaptiveLIF(membrane, thetaPlus, tauTheta * factor);
    }

    /** The same neurons as ones of {@link DiehlAndCook}, of which any number may spike in a step. */
    public DiehlAndCook asDiehlAndCook() {
        return DiehlAndCook.builder()
                .threshold(membrane.threshold())
                .rest(membrane.rest())
                .reset(membrane.reset())
                .refractory(membrane.refractory())
                .tauMembrane(membrane.tauMembrane())
                .thetaPlus(thetaPlus)
                .tauTheta(tauTheta)
                .oneSpike(false)
                .lowerBound(membrane.lowerBound())
                .build();
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return asDiehlAndCook().dynamics(population);
    }
}
