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
            projections.add(Projections.of(network, i, axons(connection), seed));
            incoming.get(network.layerIndex(connection.target())).add(projections.get(i));
        }
    }

    private Axons axons(Connection connection) {
        return new Axons(
                populations.get(network.layerIndex(connection.source())),
                populations.get(network.layerIndex(connection.target())),
                Math.toIntExact(Math.round(connection.delay() / network.dt())));
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
                arrays.put(weightsName(i), plastic.weights().toArray(Projections.weightShape(network, i)));
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

    private String weightsName(int connection) {
        return network.connectionName(connection) + ".w";
    }

    private static String stateName(Population population, Variable variable) {
        return population.layer().name() + "." + variable;
    }
}
