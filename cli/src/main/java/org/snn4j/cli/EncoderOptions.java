package org.snn4j.cli;

import org.snn4j.encoding.Single;
import org.snn4j.encoding.StimulusEncoding;
import org.snn4j.encoding.Window;
import picocli.CommandLine.Option;

/** The options that say how images are encoded, by any encoder. */
final class EncoderOptions {
    @Option(
            names = "--encoder",
            paramLabel = "NAME",
            defaultValue = "poisson",
            description = "How pixels become spikes: poisson, poisson-intervals, bernoulli, single, rank-order, latency"
                    + " or repeat [${DEFAULT-VALUE}]")
    private String encoder;

    @Option(
            names = "--intensity",
            paramLabel = "HZ",
            defaultValue = "128",
            converter = Values.Positive.class,
            description = "The rate of a white pixel, for the first three encoders [${DEFAULT-VALUE}]")
    private double intensity;

    @Option(
            names = "--sparsity",
            paramLabel = "X",
            defaultValue = "" + Single.USUAL_SPARSITY,
            converter = Values.Share.class,
            description = "The share of the pixels that may fire, for the encoder single [${DEFAULT-VALUE}]")
    private double sparsity;

    @Option(
            names = "--time",
            paramLabel = "MS",
            defaultValue = "250",
            converter = Values.Positive.class,
            description = "For how long an image is shown [${DEFAULT-VALUE}]")
    private double time;

    @Option(
            names = "--dt",
            paramLabel = "MS",
            defaultValue = "1",
            converter = Values.Positive.class,
            description = "Length of a step [${DEFAULT-VALUE}]")
    private double dt;

    StimulusEncoding encoding() {
        return new Encoders(dt, intensity).any(encoder, sparsity);
    }

    Window window() {
        return TrainingOptions.window(time, dt);
    }
}
