package org.snn4j.network.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Stepper;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.MaxPool;
import org.snn4j.network.connection.MeanField;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;

/** A network in the event engine: its layers' and connections' state, and the order of a step. */
final class EventStepper implements Stepper {
    private final Network network;
    private final StepClock clock = new StepClock();
    private final List<Population> populations = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();
    /** For each layer, the connections that reach it. */
    private final List<List<Projection>> incoming = new ArrayList<>();

    EventStepper(Network network, long seed, int batch) {
        this.network = network;
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            populations.add(new Population(layer, new PopulationSpec(i, layer.size(), batch, network.dt(), seed)));
            incoming.add(new ArrayList<>());
        }
        for (int i = 0; i < network.connections().size(); i++) {
            Connection connection = network.connections().get(i);
            projections.add(projection(i, connection, seed));
            incoming.get(network.layerIndex(connection.target())).add(projections.get(i));
        }
    }

    private Projection projection(int index, Connection connection, long seed) {
        Population source = populations.get(network.layerIndex(connection.source()));
        Population target = populations.get(network.layerIndex(connection.target()));
        Topology topology = connection.topology();
        if (topology instanceof Dense dense) {
            return opened(connection, new DenseProjection(dense, source, target, rows(index, dense, seed)));
        }
        if (topology instanceof Sparse sparse) {
            return table(
                    index,
                    SynapseTable.of(
                            sparse, source.layer().shape(), target.layer().shape()),
                    sparse.weights(),
                    seed);
        }
        if (topology instanceof Convolution convolution) {
            return table(
                    index,
                    SynapseTable.of(
                            convolution, source.layer().shape(), target.layer().shape()),
                    convolution.weights(),
                    seed);
        }
        if (topology instanceof Local local) {
            return table(
                    index,
                    SynapseTable.of(
                            local, source.layer().shape(), target.layer().shape()),
                    local.weights(),
                    seed);
        }
        if (topology instanceof OneToOne oneToOne) {
            return new OneToOneProjection(source, target, oneToOne.weight());
        }
        if (topology instanceof AllButSelf allButSelf) {
            return new AllButSelfProjection(source, target, allButSelf.weight());
        }
        if (topology instanceof MaxPool pool) {
            return new MaxPoolProjection(pool, source, target);
        }
        if (topology instanceof MeanField meanField) {
            return new MeanFieldProjection(source, target, meanField.weight());
        }
        throw new UnsupportedOperationException(
                "the event engine cannot run connection " + connection.name() + " of type " + topology.type());
    }

    private float[][] rows(int index, Dense dense, long seed) {
        Shape shape = shapeOfWeights(index);
        float[][] rows = new float[shape.length(0)][shape.length(1)];
        for (int source = 0; source < rows.length; source++) {
            dense.weights().fillRow(seed, index, source, rows[source]);
        }
        return rows;
    }

    private Projection table(int index, SynapseTable table, Weights weights, long seed) {
        Connection connection = network.connections().get(index);
        return opened(
                connection,
                new TableProjection(
                        table,
                        weights.values(seed, index, shapeOfWeights(index)),
                        populations.get(network.layerIndex(connection.source())),
                        populations.get(network.layerIndex(connection.target())),
                        connection.topology().plasticity()));
    }

    private static PlasticProjection opened(Connection connection, PlasticProjection projection) {
        try {
            projection.open();
            return projection;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("connection " + connection.name() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void begin(Run run) {
        clock.begin(run);
        for (Population population : populations) {
            population.beginRun(run);
        }
    }

    @Override
    public void step() {
        clock.tick();
        for (Population population : populations) {
            population.turn();
        }
        for (int layer = 0; layer < populations.size(); layer++) {
            for (Projection projection : incoming.get(layer)) {
                projection.deliver();
            }
            populations.get(layer).step(clock);
        }
        if (clock.learning()) {
            for (Projection projection : projections) {
                projection.learn(clock);
            }
        }
    }

    @Override
    public void end() {
        for (Projection projection : projections) {
            projection.normalize();
        }
    }

    @Override
    public void reset() {
        populations.forEach(Population::reset);
        projections.forEach(Projection::reset);
    }

    @Override
    public int spikes(int layer, int sample, int[] target) {
        SpikeList spikes = populations.get(layer).spikes(sample);
        System.arraycopy(spikes.array(), 0, target, 0, spikes.count());
        return spikes.count();
    }

    @Override
    public boolean has(int layer, Variable variable) {
        return populations.get(layer).has(variable);
    }

    @Override
    public void copyState(int layer, Variable variable, int sample, float[] target, int offset) {
        populations.get(layer).copyState(variable, sample, target, offset);
    }

    @Override
    public LearnedState learned() {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < projections.size(); i++) {
            if (projections.get(i) instanceof PlasticProjection plastic) {
                arrays.put(weightsName(i), plastic.weights().toArray(shapeOfWeights(i)));
            }
        }
        for (Population population : populations) {
            population
                    .learned()
                    .forEach((variable, values) -> arrays.put(
                            stateName(population, variable),
                            FloatArray.of(population.layer().shape(), values)));
        }
        return new LearnedState(arrays);
    }

    @Override
    public void restore(LearnedState learned) {
        requireSameArrays(learned);
        for (int i = 0; i < projections.size(); i++) {
            if (projections.get(i) instanceof PlasticProjection plastic) {
                plastic.weights().copyFrom(learned.require(weightsName(i)));
                plastic.weightsReplaced();
            }
        }
        for (Population population : populations) {
            population.learned().forEach((variable, values) -> {
                float[] saved = learned.require(stateName(population, variable)).values();
                System.arraycopy(saved, 0, values, 0, values.length);
            });
        }
    }

    @Override
    public void close() {
        // The engine holds nothing but memory.
    }

    private void requireSameArrays(LearnedState learned) {
        Map<String, Shape> needed = shapes(learned());
        Map<String, Shape> given = shapes(learned);
        if (!needed.equals(given)) {
            throw new IllegalArgumentException(
                    "the learned state holds " + given + ", but this network needs " + needed);
        }
    }

    private static Map<String, Shape> shapes(LearnedState state) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        state.arrays().forEach((name, array) -> shapes.put(name, array.shape()));
        return shapes;
    }

    private Shape shapeOfWeights(int index) {
        Connection connection = network.connections().get(index);
        return connection
                .topology()
                .weightShape(
                        network.layer(connection.source()).shape(),
                        network.layer(connection.target()).shape())
                .orElseThrow();
    }

    private String weightsName(int connection) {
        return network.connectionName(connection) + ".w";
    }

    private static String stateName(Population population, Variable variable) {
        return population.layer().name() + "." + variable;
    }
}
