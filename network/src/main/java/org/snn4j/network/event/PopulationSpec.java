package org.snn4j.network.event;

/**
 * What the state of a layer is made for.
 *
 * @param layer the place of the layer in the network, from 0; part of the address of its random numbers
 * @param neurons how many neurons it has
 * @param batch how many samples are simulated at once
 * @param dt the length of a step, ms
 * @param seed the simulation's seed
 */
public record PopulationSpec(int layer, int neurons, int batch, double dt, long seed) {
    /** What remains of an exponentially decaying quantity after one step: exp(−dt/tau). */
    public float decay(double tau) {
        return (float) StrictMath.exp(-dt / tau);
    }
}
