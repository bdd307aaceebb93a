package org.snn4j.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Stepper;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.tensor.array.ArrayStore;
import org.snn4j.tensor.array.Transfer;
import org.snn4j.tensor.connection.ConnectionTranslations;
import org.snn4j.tensor.connection.PlasticProjection;
import org.snn4j.tensor.connection.TensorProjection;
import org.snn4j.tensor.connection.Wiring;
import org.snn4j.tensor.layer.Axons;
import org.snn4j.tensor.layer.TensorLayer;
import org.snn4j.tensor.translation.Step;

/** A network in the tensor engine: its layers' and connections' state, and the order of a step. */
final class TensorStepper implements Stepper {
    private final Network network;
    private final ArrayStore store = new ArrayStore();
    private final List<TensorLayer> layers = new ArrayList<>();
    private final List<Axons> axons = new ArrayList<>();
    private final List<TensorProjection> projections = new ArrayList<>();
    /** Spikes of one sample, for copying out. */
    private float[] fired = new float[0];

    private Run run;
    private int index;

    TensorStepper(Network network, long seed, int batch) {
        this.network = network;
        try {
            build(seed, batch);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void build(long seed, int batch) {
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            PopulationSpec spec = new PopulationSpec(i, layer.size(), batch, network.dt(), seed);
            layers.add(new TensorLayer(layer, spec, store));
        }
        for (int i = 0; i < network.connections().size(); i++) {
            Connection connection = network.connections().get(i);
            int delay = Math.toIntExact(Math.round(connection.delay() / network.dt()));
            axons.add(new Axons(source(connection), target(connection), delay, store));
            projections.add(projection(connection, new Wiring(axons.get(i), connection.receptor(), i, seed, store)));
        }
    }

    private static TensorProjection projection(Connection connection, Wiring wiring) {
        try {
            return ConnectionTranslations.projection(connection.topology(), wiring);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("connection " + connection.name() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void begin(Run begun) {
        run = begun;
        index = 0;
        layers.forEach(layer -> layer.begin(begun));
        axons.forEach(axon -> axon.begin(begun.delivery()));
    }

    @Override
    public void step() {
        Step now = new Step(run, index++);
        axons.forEach(Axons::turn);
        layers.forEach(TensorLayer::clearInput);
        for (int i = 0; i < projections.size(); i++) {
            if (!axons.get(i).deliversAtOnce()) {
                deliver(i);
            }
        }
        for (TensorLayer layer : layers) {
            deliverAtOnce(layer);
            layer.step(now);
        }
        if (now.learning()) {
            projections.forEach(projection -> projection.learn(now));
        }
    }

    /** Delivers to a layer the spikes that arrive in the step in which they were fired, if this run has any. */
    private void deliverAtOnce(TensorLayer layer) {
        for (int i = 0; i < projections.size(); i++) {
            if (axons.get(i).deliversAtOnce() && axons.get(i).target() == layer) {
                deliver(i);
            }
        }
    }

    private void deliver(int projection) {
        axons.get(projection).fetch();
        projections.get(projection).deliver();
        axons.get(projection).release();
    }

    @Override
    public void end() {
        projections.forEach(TensorProjection::normalize);
    }

    @Override
    public void reset() {
        layers.forEach(TensorLayer::reset);
        axons.forEach(Axons::reset);
        projections.forEach(TensorProjection::reset);
    }

    @Override
    public int spikes(int layer, int sample, int[] target) {
        int neurons = layers.get(layer).spec().neurons();
        fired = fired.length < neurons ? new float[neurons] : fired;
        Transfer.read(layers.get(layer).spikes(), sample * neurons, fired, 0, neurons);
        int count = 0;
        for (int j = 0; j < neurons; j++) {
            if (fired[j] != 0) {
                target[count++] = j;
            }
        }
        return count;
    }

    @Override
    public Set<Variable> variables(int layer) {
        return layers.get(layer).variables();
    }

    @Override
    public void copyState(int layer, Variable variable, int sample, float[] target, int offset) {
        INDArray state = layers.get(layer).state(variable).orElseThrow();
        int neurons = layers.get(layer).spec().neurons();
        Transfer.read(state, state.rank() == 1 ? 0 : sample * neurons, target, offset, neurons);
    }

    @Override
    public Set<Variable> synapticVariables(int connection) {
        return projections.get(connection) instanceof PlasticProjection plastic ? plastic.variables() : Set.of();
    }

    @Override
    public void copySynapses(int connection, Variable variable, float[] target, int offset) {
        ((PlasticProjection) projections.get(connection)).copy(variable, target, offset);
    }

    @Override
    public LearnedState learned() {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < projections.size(); i++) {
            if (projections.get(i) instanceof PlasticProjection plastic) {
                arrays.put(weightsName(i), plastic.weights(shapeOfWeights(i)));
            }
        }
        for (TensorLayer layer : layers) {
            layer.learned()
                    .forEach((variable, values) -> arrays.put(
                            stateName(layer, variable),
                            FloatArray.of(layer.layer().shape(), values.data().asFloat())));
        }
        return new LearnedState(arrays);
    }

    @Override
    public void restore(LearnedState learned) {
        learned.requireSameArrays(learned());
        for (int i = 0; i < projections.size(); i++) {
            if (projections.get(i) instanceof PlasticProjection plastic) {
                plastic.restore(learned.require(weightsName(i)));
            }
        }
        for (TensorLayer layer : layers) {
            layer.learned().forEach((variable, values) -> values.data()
                    .setData(learned.require(stateName(layer, variable)).values()));
        }
    }

    @Override
    public void close() {
        store.close();
    }

    private TensorLayer source(Connection connection) {
        return layers.get(network.layerIndex(connection.source()));
    }

    private TensorLayer target(Connection connection) {
        return layers.get(network.layerIndex(connection.target()));
    }

    private Shape shapeOfWeights(int projection) {
        Connection connection = network.connections().get(projection);
        return connection
                .topology()
                .weightShape(
                        source(connection).layer().shape(),
                        target(connection).layer().shape())
                .orElseThrow();
    }

    private String weightsName(int connection) {
        return network.connectionName(connection) + ".w";
    }

    private static String stateName(TensorLayer layer, Variable variable) {
        return layer.layer().name() + "." + variable;
    }
}
