package org.snn4j.training;

import java.util.Objects;
import java.util.Optional;
import org.snn4j.encoding.Encoder;
import org.snn4j.encoding.Encoding;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.Upright;
import org.snn4j.encoding.Window;
import org.snn4j.models.DiehlAndCook2015Original;
import org.snn4j.models.IncreasingInhibition;
import org.snn4j.models.PrebuiltModel;
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;

/**
 * How a sample is shown to a network.
 *
 * @param encoding how its values become spikes
 * @param time for how long, ms
 * @param rest for how long nothing is shown between two samples, ms, by which the network comes to rest by itself; with 0
 *     it is reset to its initial state instead
 * @param repetition whether and how a sample is shown again that the network hardly answers
 * @param slant whether images are shown as they are
 */
public record Presentation(Encoding encoding, double time, double rest, Optional<Repetition> repetition, Slant slant) {
    /** What is done about slanted writing before it becomes spikes. */
    public enum Slant {
        /** Nothing. */
        KEPT,
        /** Images, which must be square, are sheared upright: {@link Upright}. */
        UPRIGHT
    }

    public Presentation {
        Objects.requireNonNull(encoding, "presentation.encoding is missing");
        if (!(time > 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "presentation.time is " + time + " ms; it must be a finite time above 0");
        }
        if (!(rest >= 0 && rest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "presentation.rest is " + rest + " ms; it must be a finite time of at least 0");
        }
        Objects.requireNonNull(repetition, "presentation.repetition is missing; Optional.empty() means none");
        repetition.ifPresent(again -> encoding.louder(1 + again.louder()));
        Objects.requireNonNull(slant, "presentation.slant is missing; Slant.KEPT means as it is");
    }

    /** Samples as they are. */
    public Presentation(Encoding encoding, double time, double rest, Optional<Repetition> repetition) {
        this(encoding, time, rest, repetition, Slant.KEPT);
    }

    /** Each sample once, from the initial state. */
    public Presentation(Encoding encoding, double time) {
        this(encoding, time, 0, Optional.empty());
    }

    /**
     * As Diehl and Cook 2015 (doi 10.3389/fncom.2015.00099) do it: 350 ms at up to 63.75 Hz, then 150 ms of rest; with fewer
     * than 5 spikes again at half as much more, up to 30 times, where the original knows no limit.
     */
    public static Presentation diehlAndCook2015() {
        return new Presentation(new Poisson(63.75), 350, 150, Optional.of(new Repetition(5, 0.5, 30)));
    }

    /** How {@code train} shows samples to a model unless it is told otherwise. */
    public static Presentation recommended(PrebuiltModel model) {
        if (model instanceof DiehlAndCook2015Original) {
            return diehlAndCook2015();
        }
        Presentation once = new Presentation(new Poisson(128), 250);
        return model instanceof IncreasingInhibition ? once.withRepetition(Optional.of(Repetition.usual())) : once;
    }

    /** The same with another encoding. */
    public Presentation withEncoding(Encoding other) {
        return new Presentation(other, time, rest, repetition, slant);
    }

    /** The same for another time, ms. */
    public Presentation withTime(double other) {
        return new Presentation(encoding, other, rest, repetition, slant);
    }

    /** The same with samples shown again in another way, or not. */
    public Presentation withRepetition(Optional<Repetition> other) {
        return new Presentation(encoding, time, rest, other, slant);
    }

    /** The same with images sheared upright, or not. */
    public Presentation withSlant(Slant other) {
        return new Presentation(encoding, time, rest, repetition, other);
    }

    /** The encoder of one phase of an experiment, whose spikes are independent of every other phase's. */
    Encoder encoder(double dt, long seed, Phase phase) {
        return shearing(encoding.encoder(window(dt), phase.seed(seed)));
    }

    /**
     * The encoder of samples that are shown again, whose spikes are independent of those of every other showing.
     *
     * @param showing the number of the showing, 1 for the first repetition
     */
    Encoder encoderAgain(int showing, double dt, long seed, Phase phase) {
        Encoding louder = encoding.louder(1 + showing * repetition.orElseThrow().louder());
        return shearing(louder.encoder(window(dt), AddressedRandom.derive(phase.seed(seed), Purpose.REPEAT, showing)));
    }

    private Encoder shearing(Encoder encoder) {
        return slant == Slant.KEPT ? encoder : (values, sample) -> encoder.encode(Upright.of(values), sample);
    }

    /** In which steps a sample is shown. @throws IllegalArgumentException if it is none, or more than can be counted */
    Window window(double dt) {
        return new Window(time, dt);
    }
}
