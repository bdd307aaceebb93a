package org.snn4j.tensor;

import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Stepper;

/**
 * Runs networks as ND4J operations on arrays of [batch, neurons], on the ND4J backend of the class path: for large batches,
 * for GPUs, and as a check on the event engine. What it can run is in the registers {@code NeuronTranslations},
 * {@code ConnectionTranslations} and {@code RuleTranslations}.
 */
public final class TensorEngine implements Engine {
    @Override
    public String name() {
        return "tensor";
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if there is no ND4J backend on the class path, or it cannot use this machine's GPU
     */
    @Override
    public Stepper open(Network network, long seed, int batch) {
        TensorBackend.requireUsable();
        return new TensorStepper(network, seed, batch);
    }
}
