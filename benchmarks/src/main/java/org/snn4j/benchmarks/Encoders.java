package org.snn4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.snn4j.encoding.Bernoulli;
import org.snn4j.encoding.Encoder;
import org.snn4j.encoding.Encoding;
import org.snn4j.encoding.Window;
import org.snn4j.network.spikes.SpikeTrain;

/** One digit to spikes in 250 steps, white at 128 Hz. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Encoders {
    private static final double RATE = 128;
    private static final double PER_STEP = 0.128;

    @Param({"poisson", "poisson-intervals", "bernoulli"})
    private String encoding;

    private Encoder encoder;
    private long sample;

    @Setup
    public void open() {
        encoder = Encoding.named(encoding, name -> name.equals(Bernoulli.MAX_PROBABILITY) ? PER_STEP : RATE)
                .encoder(new Window(250, 1), 1);
    }

    @Benchmark
    public SpikeTrain encode() {
        sample++;
        return encoder.encode(Digits.FIRST.intensities((int) (sample % Digits.FIRST.size())), sample);
    }
}
