package org.snn4j.examples;

import java.io.IOException;
import java.util.List;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Bernoulli;
import org.snn4j.encoding.Encoding;
import org.snn4j.encoding.Latency;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.PoissonIntervals;
import org.snn4j.encoding.RankOrder;
import org.snn4j.encoding.Repeat;
import org.snn4j.encoding.Single;
import org.snn4j.encoding.Window;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeTrain;

/** Encodes the first digit of MNIST in every way that there is. */
public final class EncodeDigit {
    private EncodeDigit() {}

    public static void main(String... arguments) throws IOException {
        float[] digit = Mnist.split().train().intensities(0);
        Window window = new Window(250, 1);
        List<Encoding> encodings = List.of(
                new Poisson(128),
                new PoissonIntervals(128),
                new Bernoulli(0.128),
                new Single(0.1),
                new RankOrder(),
                new Latency());
        for (Encoding encoding : encodings) {
            SpikeTrain spikes = encoding.encoder(window, 42).encode(digit, 0);
            System.out.printf(
                    "%s: %d spikes, %d of them in the first step%n", encoding.name(), spikes.count(), spikes.count(0));
        }
        Current current = new Repeat().encoder(window, 42).encode(digit, 0);
        System.out.println("repeat: no spikes but a current, " + current.values());
    }
}
