package org.snn4j.encoding;

import java.util.List;
import java.util.Map;

/**
 * A way of turning values into what drives a layer from outside: a record of its parameters. Nearly all make spikes, see
 * {@link Encoding}; {@link Repeat} makes a current, which an Input layer and so the training protocol cannot take.
 */
public interface StimulusEncoding {
    /** The names of all encoders. */
    List<String> NAMES = List.of(
            Poisson.NAME,
            PoissonIntervals.NAME,
            Bernoulli.NAME,
            Single.NAME,
            RankOrder.NAME,
            Latency.NAME,
            Repeat.NAME);

    /** The name on the command line and in files: "poisson". */
    String name();

    /** Its parameters by name, as files hold them: the arguments with which {@link #named} makes it again. */
    Map<String, Double> parameters();

    /**
     * An encoder for samples shown in the given window.
     *
     * @param seed together with the number of a sample fixes what is drawn; encoders that draw nothing ignore it
     */
    StimulusEncoder encoder(Window window, long seed);

    /** Where the parameters of an encoding come from: a file, the command line. */
    @FunctionalInterface
    interface Values<E extends Exception> {
        double of(String parameter) throws E;
    }

    /**
     * The encoding of a name, of spikes or not.
     *
     * @param values asked for the parameters that this encoding has, by name
     * @throws IllegalArgumentException naming the encodings that there are, or a parameter that is wrong
     */
    static <E extends Exception> StimulusEncoding named(String name, Values<E> values) throws E {
        return switch (name) {
            case Poisson.NAME -> new Poisson(values.of(Rate.INTENSITY));
            case PoissonIntervals.NAME -> new PoissonIntervals(values.of(Rate.INTENSITY));
            case Bernoulli.NAME -> new Bernoulli(values.of(Bernoulli.MAX_PROBABILITY));
            case Single.NAME -> new Single(values.of(Single.SPARSITY));
            case RankOrder.NAME -> new RankOrder();
            case Latency.NAME -> new Latency();
            case Repeat.NAME -> new Repeat();
            default ->
                throw new IllegalArgumentException("there is no encoder " + name + "; the encoders are " + NAMES);
        };
    }
}
