package org.snn4j.encoding;

import org.snn4j.network.spikes.SpikeTrain;

/** Turns samples into spike trains. Immutable: several threads may share one. */
public interface Encoder extends StimulusEncoder {
    /**
     * The spikes of one sample; the same values, seed and number give the same spikes anywhere, in any order.
     *
     * @param values one for each input, not modified; 1 for white, 0 for black
     * @param sample the number of the sample
     * @return a train of shape [values.length]: a list of spikes, which {@link SpikeTrain#toDense} spreads out
     * @throws IllegalArgumentException if a value cannot be encoded, naming the input and the value
     */
    @Override
    SpikeTrain encode(float[] values, long sample);
}
