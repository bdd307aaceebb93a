package org.snn4j.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.encoding.Encoder;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/** A network that answers samples without learning from them, each from the same initial state, after a rest if samples are shown so. For one thread. */
final class FrozenNetwork implements AutoCloseable {
    private final Simulation simulation;
    private final Recording spikes;
    private final Encoder encoder;
    private final LouderEncoders louder;
    private final Pause pause;
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
        this.pause = new Pause(simulation, presentation.rest());
        pause.settleWeights();
        this.spikes = simulation.record(readoutLayer, Variable.SPIKES);
        this.encoder = presentation.encoder(network.dt(), seed, phase);
        this.louder = new LouderEncoders(presentation, network.dt(), seed, phase);
        this.inputLayer = inputLayer;
        this.inputShape = network.layer(inputLayer).shape();
        this.time = presentation.time();
    }

    /**
     * How often each readout neuron fires.
     *
     * @param values one for each input
     * @param sample the number of the sample in its phase
     */
    int[] counts(float[] values, long sample) {
        show(values, sample);
        return spikes.counts(0);
    }

    /** Begins to record what every layer fires. @return the recordings by layer, of the last sample that was shown */
    Map<String, Recording> recordLayers() {
        Map<String, Recording> recordings = new LinkedHashMap<>();
        for (Layer layer : simulation.network().layers()) {
            recordings.put(layer.name(), simulation.record(layer.name(), Variable.SPIKES));
        }
        return recordings;
    }

    /** When the readout neurons fire, in the shape of their layer; otherwise as {@link #counts}. */
    SpikeTrain spikes(float[] values, long sample) {
        show(values, sample);
        return spikes.train(0);
    }

    private void show(float[] values, long sample) {
        show(encoder.encode(values, sample), sample);
        for (int again = 1; louder.isNeeded(again, spikes.counts(0)); again++) {
            show(louder.of(again).encode(values, sample), sample);
        }
    }

    private void show(SpikeTrain train, long sample) {
        pause.beforeFrozen(sample);
        simulation.run(
                Run.of(inputLayer, train.reshaped(inputShape), time).frozen().ofSample(sample));
        simulation.reset();
    }

    @Override
    public void close() {
        simulation.close();
    }
}
