package org.snn4j.benchmarks;

import org.snn4j.encoding.Encoder;
import org.snn4j.encoding.PoissonIntervals;
import org.snn4j.encoding.Window;
import org.snn4j.network.Engine;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.spikes.SpikeTrain;

/** A network of the layers X and Ae that is shown digits, one after another, each from the same resting state. */
final class DigitNetwork implements AutoCloseable {
    static final int STEPS = 250;
    private static final long SEED = 1;

    private final Simulation simulation;
    private final Recording spikes;
    private final Encoder encoder;
    private long shown;

    DigitNetwork(Network network) {
        simulation = network.simulate(Engine.event(), SEED);
        spikes = simulation.record("Ae", Variable.SPIKES);
        encoder = new PoissonIntervals(128).encoder(new Window(STEPS, network.dt()), SEED);
    }

    /** The next digit's spikes. */
    SpikeTrain encode() {
        shown++;
        return encoder.encode(Digits.FIRST.intensities((int) (shown % Digits.FIRST.size())), shown);
    }

    int[] learn(SpikeTrain digit) {
        return show(run(digit));
    }

    int[] answer(SpikeTrain digit) {
        return show(run(digit).frozen());
    }

    /** Learns from that many digits. */
    void learn(int samples) {
        for (int sample = 0; sample < samples; sample++) {
            learn(encode());
        }
    }

    LearnedState learned() {
        return simulation.learned();
    }

    /** Puts back what was learned, and shows one digit so that what is put back is settled: normalised and clipped. */
    void restore(LearnedState learned) {
        simulation.restore(learned);
        learn(1);
    }

    @Override
    public void close() {
        simulation.close();
    }

    private Run run(SpikeTrain digit) {
        return Run.of("X", digit, STEPS).ofSample(shown);
    }

    private int[] show(Run run) {
        simulation.run(run);
        simulation.reset();
        return spikes.counts(0);
    }
}
