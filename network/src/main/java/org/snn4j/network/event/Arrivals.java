package org.snn4j.network.event;

import java.util.Optional;

/** The spikes of a layer as they arrive at synapses of one delay, and their traces there: what a rule that learns at arrival sees. */
final class Arrivals {
    private final Population source;
    private final int delay;
    /** None where the source's own serve, or it keeps none. */
    private final Traces[] traces;

    /** @param delay how long after it was fired a spike counts, in steps; 0 for when it is fired */
    Arrivals(Population source, int delay) {
        this.source = source;
        this.delay = delay;
        this.traces = source.layer()
                .trace()
                .filter(kept -> delay > 0)
                .map(kept -> Traces.perSample(kept, source.spec()))
                .orElse(new Traces[0]);
    }

    Population source() {
        return source;
    }

    /** The neurons whose spikes count in this step. */
    SpikeList spikes(int sample) {
        return source.fired(sample, delay);
    }

    /** The traces of those spikes, this step's among them. */
    Traces traces(int sample) {
        return delay == 0 ? source.traces(sample) : traces[sample];
    }

    /** Called at the beginning of each run. */
    void begin() {
        for (Traces trace : traces) {
            trace.beginRun(Optional.empty());
        }
    }

    /** Called in each step, learning or not. */
    void advance() {
        for (int sample = 0; sample < traces.length; sample++) {
            traces[sample].advance(spikes(sample));
        }
    }

    void carry(StateTransfer state) {
        for (Traces trace : traces) {
            trace.carry(state);
        }
    }

    void reset() {
        for (Traces trace : traces) {
            trace.reset();
        }
    }
}
