package org.snn4j.training;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Encoder;
import org.snn4j.network.Connection;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.neuron.AdaptiveLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * Whether the input alone, without inhibition, can drive neurons whose threshold adapts to that threshold.
 *
 * @param reachable the share of the pairs of a neuron and a sample in which it can
 * @param reachableAtFirst the same when nothing had adapted yet
 * @param meanTheta what adaptation has added to the threshold, on average over the neurons, mV
 */
record DriveProbe(double reachable, double reachableAtFirst, double meanTheta) {
    /** Above any potential. */
    private static final double NEVER = Float.MAX_VALUE;

    /**
     * @param connection a connection from the input, by its place in the network
     * @return nothing where the connection's target has no threshold that adapts
     */
    static Optional<DriveProbe> of(TrainedModel model, int connection, LabelledImages images) {
        Connection input = model.network().connections().get(connection);
        Layer layer = model.network().layer(input.target());
        return membrane(layer).map(membrane -> {
            float[] theta =
                    model.learned().require(layer.name() + "." + Variable.THETA).values();
            Reach now = new Reach(membrane.threshold(), theta);
            Reach atFirst = new Reach(membrane.threshold(), new float[theta.length]);
            showAll(model, connection, deaf(layer, membrane), images, peaks -> {
                now.add(peaks);
                atFirst.add(peaks);
            });
            return new DriveProbe(now.share(), atFirst.share(), mean(theta));
        });
    }

    /** What moves the potential of neurons whose threshold adapts. */
    private static Optional<LIF> membrane(Layer layer) {
        if (layer.neurons() instanceof DiehlAndCook neurons) {
            return Optional.of(new LIF(
                    neurons.threshold(),
                    neurons.rest(),
                    neurons.reset(),
                    neurons.refractory(),
                    neurons.tauMembrane(),
                    neurons.lowerBound()));
        }
        return layer.neurons() instanceof AdaptiveLIF neurons ? Optional.of(neurons.membrane()) : Optional.empty();
    }

    /** The layer with neurons that never fire. */
    private static Layer deaf(Layer layer, LIF membrane) {
        LIF silent = new LIF(
                NEVER,
                membrane.rest(),
                membrane.reset(),
                membrane.refractory(),
                membrane.tauMembrane(),
                membrane.lowerBound());
        return new Layer(layer.name(), layer.shape(), silent, layer.trace());
    }

    /** Passes on each sample's greatest potential of each neuron, mV. */
    private static void showAll(
            TrainedModel model, int connection, Layer layer, LabelledImages images, Consumer<float[]> peaks) {
        Network whole = model.network();
        Connection input = whole.connections().get(connection);
        Layer source = whole.layer(input.source());
        Network part = Network.builder()
                .dt(whole.dt())
                .layer(source)
                .layer(layer)
                .connect(input)
                .build();
        FloatArray weights = model.learned().require(whole.connectionName(connection) + ".w");
        long seed = model.provenance().seed();
        Encoder encoder = model.presentation().encoder(whole.dt(), seed, Phase.ASSIGN);
        try (Simulation simulation = part.simulate(Engine.event(), seed)) {
            simulation.restore(new LearnedState(Map.of(part.connectionName(0) + ".w", weights)));
            Recording voltage = simulation.record(layer.name(), Variable.VOLTAGE);
            for (int sample = 0; sample < images.size(); sample++) {
                SpikeTrain train = encoder.encode(images.intensities(sample), sample);
                simulation.run(Run.of(
                                source.name(),
                                train.reshaped(source.shape()),
                                model.presentation().time())
                        .frozen());
                simulation.reset();
                peaks.accept(greatest(layer.size(), voltage.floats().values()));
            }
        }
    }

    /** @param voltages [steps, neurons] */
    private static float[] greatest(int neurons, float... voltages) {
        float[] peaks = Arrays.copyOf(voltages, neurons);
        for (int i = neurons; i < voltages.length; i++) {
            peaks[i % neurons] = Math.max(peaks[i % neurons], voltages[i]);
        }
        return peaks;
    }

    private static double mean(float... values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Counts how often neurons reach their thresholds. */
    private static final class Reach {
        private final double threshold;
        private final float[] theta;
        private long reached;
        private long asked;

        Reach(double threshold, float... theta) {
            this.threshold = threshold;
            this.theta = theta;
        }

        void add(float... peaks) {
            for (int neuron = 0; neuron < theta.length; neuron++) {
                reached += peaks[neuron] >= threshold + theta[neuron] ? 1 : 0;
            }
            asked += theta.length;
        }

        double share() {
            return (double) reached / asked;
        }
    }
}
