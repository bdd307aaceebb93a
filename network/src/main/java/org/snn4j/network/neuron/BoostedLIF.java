package org.snn4j.network.neuron;

import org.snn4j.network.event.EventNeuron;
import org.snn4j.network.event.NeuronDynamics;
import org.snn4j.network.event.PopulationSpec;

/**
 * {@link LIF} neurons that rest and reset at 0 mV, as networks use them that do without biological voltages.
 *
 * @param threshold mV
 * @param refractory how long input is ignored after a spike, ms; the leak goes on
 * @param tauMembrane time constant of the leak, ms
 * @param lowerBound the least v, mV; negative infinity for none
 */
public record BoostedLIF(double threshold, double refractory, double tauMembrane, double lowerBound)
        implements EventNeuron {
    public BoostedLIF {
        around0(threshold, refractory, tauMembrane, lowerBound);
    }

    public static BoostedLIF defaults() {
        return new BoostedLIF(13, 5, 100, Double.NEGATIVE_INFINITY);
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return around0(threshold, refractory, tauMembrane, lowerBound).dynamics(population);
    }

    private static LIF around0(double threshold, double refractory, double tauMembrane, double lowerBound) {
        return new LIF(threshold, 0, 0, refractory, tauMembrane, lowerBound);
    }
}
