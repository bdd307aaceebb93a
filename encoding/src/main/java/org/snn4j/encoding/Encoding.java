package org.snn4j.encoding;

import java.util.List;
import java.util.Map;

/** A way of turning values into spikes: a record of its parameters. */
public interface Encoding {
    /** The name on the command line and in files: "poisson". */
    String name();

    /** Its parameters by name, as files hold them: the arguments with which {@link #named} makes it again. */
    Map<String, Double> parameters();

    /**
     * An encoder for samples shown in the given window.
     *
     * @param seed together with the number of a sample fixes its spikes
     */
    Encoder encoder(Window window, long seed);

    /** Where the parameters of an encoding come from: a file, the command line. */
    @FunctionalInterface
    interface Values<E extends Exception> {
        double of(String parameter) throws E;
    }

    /**
     * The encoding of a name.
     *
     * @param values asked for the parameters that this encoding has, by name
     * @throws IllegalArgumentException naming the encodings that there are, or a parameter that is wrong
     */
    static <E extends Exception> Encoding named(String name, Values<E> values) throws E {
        return switch (name) {
            case Poisson.NAME -> new Poisson(values.of(Rate.INTENSITY));
            case PoissonIntervals.NAME -> new PoissonIntervals(values.of(Rate.INTENSITY));
            case Bernoulli.NAME -> new Bernoulli(values.of(Bernoulli.MAX_PROBABILITY));
            default ->
                throw new IllegalArgumentException("there is no encoder " + name + "; the encoders are "
                        + List.of(Poisson.NAME, PoissonIntervals.NAME, Bernoulli.NAME));
        };
    }
}
