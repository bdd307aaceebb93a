package org.snn4j.encoding;

/** A way of turning values into spikes: a record of its parameters. */
public interface Encoding extends StimulusEncoding {
    @Override
    Encoder encoder(Window window, long seed);

    /**
     * The same with a multiple of its rates.
     *
     * @throws IllegalArgumentException if it has none
     */
    default Encoding louder(double factor) {
        throw new IllegalArgumentException("the encoder " + name() + " has no rates that could be multiplied; "
                + Poisson.NAME + ", " + PoissonIntervals.NAME + " or " + Bernoulli.NAME + " would be right");
    }

    /**
     * The encoding of a name.
     *
     * @param values asked for the parameters that this encoding has, by name
     * @throws IllegalArgumentException naming the encodings that there are, or a parameter that is wrong, or if what the
     *     encoder of that name makes is no spikes
     */
    static <E extends Exception> Encoding named(String name, Values<E> values) throws E {
        StimulusEncoding encoding = StimulusEncoding.named(name, values);
        if (encoding instanceof Encoding spikes) {
            return spikes;
        }
        throw new IllegalArgumentException(
                "the encoder " + name + " makes a current; where spikes are needed any other of "
                        + StimulusEncoding.NAMES + " would be right");
    }
}
