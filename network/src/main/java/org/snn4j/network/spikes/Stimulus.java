package org.snn4j.network.spikes;

import org.snn4j.network.array.Shape;

/** What a layer is given from outside during a run: spikes, which drive an Input layer, or a current. */
public sealed interface Stimulus permits Spikes, Current {
    /** The number of steps it lasts. */
    int steps();

    /** The number of samples that are shown at once. */
    int batch();

    /** The shape of the layer that it is for. */
    Shape shape();
}
