package org.snn4j.encoding;

import org.snn4j.network.spikes.Stimulus;

/** Turns samples into what drives a layer: spikes, see {@link Encoder}, or a current. Immutable: threads may share one. */
public interface StimulusEncoder {
    /**
     * The stimulus of one sample; the same values, seed and number give the same stimulus anywhere, in any order.
     *
     * @param values one for each input, not modified; 1 for white, 0 for black
     * @param sample the number of the sample
     * @return a stimulus for a layer of shape [values.length]
     * @throws IllegalArgumentException if a value cannot be encoded, naming the input and the value
     */
    Stimulus encode(float[] values, long sample);
}
