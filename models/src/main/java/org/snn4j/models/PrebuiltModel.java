package org.snn4j.models;

import org.snn4j.network.Network;

/**
 * A network from the literature that classifies by the spikes of one layer: a record of its parameters, whose numbers the
 * command line makes options by their names. {@link Catalogue} lists them.
 */
public interface PrebuiltModel {
    /** The name on the command line and in files: "diehl-cook". */
    String name();

    Network network();

    /** The length of a step, ms. */
    double dt();

    /** The layer that the spikes of a sample go into. */
    String inputLayer();

    /** The layer whose spikes are counted and turned into a label. */
    String readoutLayer();

    /** The number of inputs. */
    int inputs();

    /** The number of neurons whose spikes are counted. */
    int neurons();
}
