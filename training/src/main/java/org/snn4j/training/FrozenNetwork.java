package org.snn4j.training;

import java.util.Map;
import org.snn4j.encoding.Encoder;
import org.snn4j.network.Engine;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.Shape;

/** A network that answers samples without learning from them, each from the same resting state. For one thread. */
final class FrozenNetwork implements AutoCloseable {
    private final Simulation simulation;
    private final Recording spikes;
    private final Encoder encoder;
    private final String inputLayer;
    private final Shape inputShape;
    private final double time;

    FrozenNetwork(TrainedModel model, Phase phase) {
        this(
                model.network(),
                model.learned(),
                model.inputLayer(),
                model.readoutLayer(),
                model.presentation(),
                model.provenance().seed(),
                phase);
    }

    FrozenNetwork(
            Network network,
            LearnedState learned,
            String inputLayer,
            String readoutLayer,
            Presentation presentation,
            long seed,
            Phase phase) {
        this.simulation = network.simulate(Engine.event(), phase.seed(seed));
        this.simulation.restore(learned);
        settleWeights(network.dt());
        this.spikes = simulation.record(readoutLayer, Variable.SPIKES);
        this.encoder = presentation.encoder(network.dt(), seed, phase);
        this.inputLayer = inputLayer;
        this.inputShape = network.layer(inputLayer).shape();
        this.time = presentation.time();
    }

    /**
     * Normalises the weights as the end of every run does, so that the first sample meets the same bits as all others and
     * no answer depends on which samples a thread has shown before.
     */
    private void settleWeights(double dt) {
        simulation.run(Run.of(Map.of(), dt).frozen());
        simulation.reset();
    }

    /**
     * How often each readout neuron fires.
     *
     * @param values one for each input
     * @param sample the number of the sample in its phase
     */
    int[] counts(float[] values, long sample) {
        simulation.run(Run.of(inputLayer, encoder.encode(values, sample).reshaped(inputShape), time)
                .frozen()
                .ofSample(sample));
        simulation.reset();
        return spikes.counts(0);
    }

    @Override
    public void close() {
        simulation.close();
    }
}
