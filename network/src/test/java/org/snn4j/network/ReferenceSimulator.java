package org.snn4j.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.spikes.Spikes;
import org.snn4j.network.spikes.Stimulus;

/**
 * What a simulation means, written down as plainly as can be: in every step every neuron and every synapse of every
 * sample, formula by formula, in single precision. Slow, and shares no arithmetic with the engines: it is the oracle of
 * their tests. It draws nothing in a step, so it cannot run {@code oneSpike}.
 */
public final class ReferenceSimulator implements Engine {
    private final List<Cells> opened = new ArrayList<>();

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Stepper open(Network network, long seed, int batch) {
        List<Cells> layers = network.layers().stream()
                .map(layer -> new Cells(layer, network.dt(), batch))
                .toList();
        opened.addAll(layers);
        List<Synapses> connections = new ArrayList<>();
        for (Connection connection : network.connections()) {
            Cells source = layers.get(network.layerIndex(connection.source()));
            Cells target = layers.get(network.layerIndex(connection.target()));
            connections.add(new Synapses(connection.topology(), connections.size(), seed, source, target));
        }
        return new ReferenceStepper(network, layers, connections);
    }

    /**
     * The least distance, mV, between a potential and the threshold that it was compared with. Where this is larger than
     * the rounding errors of an engine, the engine must fire the very same spikes.
     */
    public double closestCall() {
        return opened.stream().mapToDouble(cells -> cells.closestCall).min().orElseThrow();
    }

    /** LIF neurons are DiehlAndCook neurons whose theta does not grow; those of an Input layer are never asked. */
    private static DiehlAndCook adaptive(NeuronModel model) {
        if (model instanceof DiehlAndCook cell && !cell.oneSpike()) {
            return cell;
        }
        if (model instanceof LIF lif) {
            return DiehlAndCook.builder()
                    .threshold(lif.threshold())
                    .rest(lif.rest())
                    .reset(lif.reset())
                    .refractory(lif.refractory())
                    .tauMembrane(lif.tauMembrane())
                    .thetaPlus(0)
                    .lowerBound(lif.lowerBound())
                    .build();
        }
        if (model instanceof Input) {
            return DiehlAndCook.defaults();
        }
        throw new UnsupportedOperationException("the reference simulator cannot run " + model);
    }

    private static float decay(double dt, double tau) {
        return (float) StrictMath.exp(-dt / tau);
    }

    /** Visits two indices. */
    interface Visit {
        void at(int first, int second);
    }

    static void forEach(int firsts, int seconds, Visit visit) {
        for (int first = 0; first < firsts; first++) {
            for (int second = 0; second < seconds; second++) {
                visit.at(first, second);
            }
        }
    }

    /** A layer. Arrays are [batch][neurons], theta [neurons]. */
    static final class Cells {
        final Layer layer;
        final DiehlAndCook cell;
        final double dt;
        final int batch;
        final int size;
        final float[] theta;
        float[][] input;
        float[][] v;
        float[][] refractory;
        float[][] x;
        boolean[][] s;
        boolean[][] previous;
        double closestCall = Double.POSITIVE_INFINITY;
        private List<ByteArray> external;

        Cells(Layer layer, double dt, int batch) {
            this.layer = layer;
            this.cell = adaptive(layer.neurons());
            this.dt = dt;
            this.batch = batch;
            this.size = layer.size();
            this.theta = new float[size];
            reset();
        }

        void reset() {
            s = new boolean[batch][size];
            x = new float[batch][size];
            v = new float[batch][size];
            refractory = new float[batch][size];
            forEach(batch, size, (b, j) -> v[b][j] = (float) cell.rest());
        }

        void begin(Stimulus stimulus) {
            external = IntStream.range(0, stimulus == null ? 0 : batch)
                    .mapToObj(b -> ((Spikes) stimulus).train(b).toDense())
                    .toList();
        }

        void turn() {
            previous = s;
            s = new boolean[batch][size];
            input = new float[batch][size];
        }

        void step(int step, boolean learning) {
            forEach(
                    external.size(),
                    size,
                    (b, j) -> input[b][j] += external.get(b).get(step * size + j));
            if (layer.neurons() instanceof Input) {
                forEach(batch, size, (b, j) -> s[b][j] = input[b][j] > 0);
            } else {
                fire(learning);
            }
            layer.trace().ifPresent(this::trace);
        }

        private void fire(boolean learning) {
            float rest = (float) cell.rest();
            float kept = decay(dt, cell.tauMembrane());
            float thetaKept = learning ? decay(dt, cell.tauTheta()) : 1;
            float thetaPlus = learning ? (float) cell.thetaPlus() : 0;
            forEach(1, size, (one, j) -> theta[j] *= thetaKept);
            forEach(batch, size, (b, j) -> {
                v[b][j] = kept * (v[b][j] - rest) + rest;
                v[b][j] += refractory[b][j] > 0 ? 0 : input[b][j];
                refractory[b][j] -= (float) dt;
                float threshold = (float) cell.threshold() + theta[j];
                closestCall = Math.min(closestCall, Math.abs(v[b][j] - threshold));
                if (v[b][j] >= threshold) {
                    s[b][j] = true;
                    refractory[b][j] = (float) cell.refractory();
                    v[b][j] = (float) cell.reset();
                }
                v[b][j] = Math.max(v[b][j], (float) cell.lowerBound());
            });
            forEach(batch, size, (b, j) -> theta[j] += s[b][j] ? thetaPlus : 0);
        }

        private void trace(Trace trace) {
            float kept = decay(dt, trace.tau());
            float scale = (float) trace.scale();
            boolean adds = trace.onSpike() == Trace.OnSpike.ADD;
            forEach(batch, size, (b, j) -> {
                x[b][j] *= kept;
                x[b][j] = !s[b][j] ? x[b][j] : adds ? x[b][j] + scale : scale;
            });
        }
    }

    /** A connection of any kind as a matrix, [source][target]. */
    static final class Synapses {
        final Cells source;
        final Cells target;
        final float[][] w;
        Plasticity plasticity = Plasticity.FIXED;
        private Optional<FloatArray> bias = Optional.empty();

        Synapses(Topology topology, int index, long seed, Cells source, Cells target) {
            this.source = source;
            this.target = target;
            this.w = new float[source.size][target.size];
            if (topology instanceof Dense dense) {
                plasticity = dense.plasticity();
                bias = dense.bias();
                for (int i = 0; i < source.size; i++) {
                    dense.weights().fillRow(seed, index, i, w[i]);
                }
            } else if (topology instanceof OneToOne same) {
                forEachSynapse((i, j) -> w[i][j] = i == j ? (float) same.weight() : 0);
            } else if (topology instanceof AllButSelf others) {
                forEachSynapse((i, j) -> w[i][j] = i == j ? 0 : (float) others.weight());
            }
        }

        void deliver() {
            for (int sample = 0; sample < source.batch; sample++) {
                int b = sample;
                forEachSynapse((i, j) -> target.input[b][j] += source.previous[b][i] ? w[i][j] : 0);
                bias.ifPresent(values -> forEach(1, target.size, (one, j) -> target.input[b][j] += values.get(j)));
            }
        }

        void learn() {
            plasticity.rule().ifPresent(rule -> learn((PostPre) rule));
            forEachSynapse((i, j) -> {
                w[i][j] *= (float) (1 - plasticity.weightDecay());
                w[i][j] = Math.max(w[i][j], (float) plasticity.bounds().low());
                w[i][j] = Math.min(w[i][j], (float) plasticity.bounds().high());
            });
        }

        private void learn(PostPre rule) {
            double factor = rule.reduction().factor(source.batch);
            forEachSynapse((i, j) -> {
                double depression = 0;
                double potentiation = 0;
                for (int b = 0; b < source.batch; b++) {
                    depression += source.s[b][i] ? target.x[b][j] : 0;
                    potentiation += target.s[b][j] ? source.x[b][i] : 0;
                }
                w[i][j] -= (float) (rule.nu().pre() * factor * depression);
                w[i][j] += (float) (rule.nu().post() * factor * potentiation);
            });
        }

        void normalize(Norm norm) {
            double exponent = norm.measure() == Norm.Measure.SUM ? 1 : 2;
            double[] sums = new double[target.size];
            forEachSynapse((i, j) -> sums[j] += Math.pow(Math.abs(w[i][j]), exponent));
            Arrays.setAll(sums, j -> Math.pow(sums[j], 1 / exponent));
            forEachSynapse((i, j) -> w[i][j] *= sums[j] == 0 ? 1 : (float) (norm.value() / sums[j]));
        }

        private void forEachSynapse(Visit visit) {
            forEach(source.size, target.size, visit);
        }
    }
}
