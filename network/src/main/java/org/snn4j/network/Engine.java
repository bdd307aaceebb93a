package org.snn4j.network;

import org.snn4j.network.event.EventEngine;

/** Something that can run networks. Engines differ in how, not in what: the same network gives the same spikes. */
public interface Engine {
    /** The name of the engine on the command line: "event". */
    String name();

    /**
     * Opens a network with its initial state.
     *
     * @param seed fixes everything that is drawn
     * @param batch how many samples are simulated at once
     * @throws UnsupportedOperationException if a model, connection or rule cannot run here, naming it and the way out
     */
    Stepper open(Network network, long seed, int batch);

    /** The engine for CPUs, whose work is in proportion to the spikes. */
    static Engine event() {
        return event(1);
    }

    /**
     * The engine for CPUs on several threads: where the next run is announced ({@link Simulation#announce}), a second thread
     * prepares it. The results are the same to the bit.
     */
    static Engine event(int threads) {
        return new EventEngine(threads);
    }
}
