package org.snn4j.models;

import org.snn4j.network.Network;

/** A model whose network changes while it trains by something else than its learning rules. */
public interface MaturingModel extends PrebuiltModel {
    /**
     * The network after part of its training. Layers and the shapes of connections are always the same, and so is every
     * connection that has a learning rule.
     *
     * @param trained the share of the training that is over, from 0 to 1
     */
    Network network(double trained);

    /** The network after its training. */
    @Override
    default Network network() {
        return network(1);
    }
}
