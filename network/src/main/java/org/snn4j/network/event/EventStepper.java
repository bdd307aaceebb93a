package org.snn4j.network.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snn4j.network.CarriedState;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.NonFiniteException;
import org.snn4j.network.Run;
import org.snn4j.network.Stepper;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** A network in the event engine: its layers' and connections' state, and the order of a step. */
final class EventStepper implements Stepper {
    private final Network network;
    private final int batch;
    private final StepClock clock = new StepClock();
    private final Population[] populations;
    private final Projection[] projections;
    /** For each layer, the connections that reach it. */
    private final Projection[][] incoming;
    /** Where the network has the form for it. */
    private final Optional<QuietStretch> quiet;

    EventStepper(Network network, long seed, int batch, int threads) {
        this.network = network;
        this.batch = batch;
        this.populations = new Population[network.layers().size()];
        for (int i = 0; i < populations.length; i++) {
            Layer layer = network.layers().get(i);
            populations[i] = new Population(layer, new PopulationSpec(i, layer.size(), batch, network.dt(), seed));
        }
        this.projections = new Projection[network.connections().size()];
        List<List<Projection>> reaching = Stream.generate(() -> (List<Projection>) new ArrayList<Projection>())
                .limit(populations.length)
                .toList();
        for (int i = 0; i < projections.length; i++) {
            Connection connection = network.connections().get(i);
            projections[i] = Projections.of(network, i, axons(connection), new Resources(seed, threads));
            reaching.get(network.layerIndex(connection.target())).add(projections[i]);
        }
        this.incoming =
                reaching.stream().map(list -> list.toArray(Projection[]::new)).toArray(Projection[][]::new);
        this.quiet = batch == 1 ? QuietStretch.of(network, populations, projections) : Optional.empty();
    }

    private Axons axons(Connection connection) {
        return new Axons(
                populations[network.layerIndex(connection.source())],
                populations[network.layerIndex(connection.target())],
                Math.toIntExact(Math.round(connection.delay() / network.dt())),
                connection.receptor());
    }

    @Override
    public void begin(Run run) {
        clock.begin(run);
        for (Population population : populations) {
            population.beginRun(run);
        }
        for (Projection projection : projections) {
            projection.begin();
        }
        quiet.ifPresent(QuietStretch::begin);
    }

    @Override
    public void step() {
        clock.tick();
        for (Population population : populations) {
            population.turn();
        }
        for (int layer = 0; layer < populations.length; layer++) {
            for (Projection projection : incoming[layer]) {
                projection.deliver();
            }
            populations[layer].step(clock);
        }
        if (clock.learning()) {
            for (Projection projection : projections) {
                projection.learn(clock);
            }
        }
    }

    @Override
    public int steps(int most) {
        int taken = quiet.isPresent() ? quiet.get().take(clock, most) : 0;
        if (taken < most) {
            step();
            taken++;
        }
        return taken;
    }

    @Override
    public void end() {
        for (Projection projection : projections) {
            projection.normalize();
        }
        if (clock.learning()) {
            requireFinite();
        }
    }

    private void requireFinite() {
        for (Population population : populations) {
            population.requireFinite(clock);
        }
        for (int i = 0; i < projections.length; i++) {
            if (projections[i] instanceof LearnedWeights learned && !learned.isFinite()) {
                Shape shape = Projections.weightShape(network, i);
                float[] weights = learned.weights(shape).values();
                int index = FiniteState.firstOther(weights);
                throw new NonFiniteException(
                        weightsName(i) + FiniteState.place(shape, index), weights[index], clock.sample(0));
            }
        }
    }

    @Override
    public void reset() {
        for (Population population : populations) {
            population.reset();
        }
        for (Projection projection : projections) {
            projection.reset();
        }
    }

    @Override
    public int spikes(int layer, int sample, int[] target) {
        SpikeList spikes = populations[layer].spikes(sample);
        System.arraycopy(spikes.array(), 0, target, 0, spikes.count());
        return spikes.count();
    }

    @Override
    public Set<Variable> variables(int layer) {
        return populations[layer].variables();
    }

    @Override
    public void copyState(int layer, Variable variable, int sample, float[] target, int offset) {
        populations[layer].copyState(variable, sample, target, offset);
    }

    @Override
    public Set<Variable> synapticVariables(int connection) {
        return projections[connection] instanceof LearnedWeights learned ? learned.variables() : Set.of();
    }

    @Override
    public void copySynapses(int connection, Variable variable, float[] target, int offset) {
        ((LearnedWeights) projections[connection]).copy(variable, target, offset);
    }

    @Override
    public LearnedState learned() {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < projections.length; i++) {
            if (projections[i] instanceof LearnedWeights learned) {
                arrays.put(weightsName(i), learned.weights(Projections.weightShape(network, i)));
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
        learned.requireSameArrays(learned());
        for (int i = 0; i < projections.length; i++) {
            if (projections[i] instanceof LearnedWeights weights) {
                weights.replaceWeights(learned.require(weightsName(i)));
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
    public CarriedState carried() {
        StateOut state = new StateOut();
        carry(state);
        return state.complete(batch);
    }

    @Override
    public void restore(CarriedState carried) {
        StateIn state = new StateIn(carried);
        carry(state);
        state.finish();
    }

    private void carry(StateTransfer state) {
        for (Population population : populations) {
            population.carry(state);
        }
        for (Projection projection : projections) {
            projection.carry(state);
        }
    }

    @Override
    public void close() {
        for (Projection projection : projections) {
            projection.close();
        }
    }

    @Override
    public void announce(Run next) {
        for (Projection projection : projections) {
            projection.announce(next);
        }
    }

    private String weightsName(int connection) {
        return network.connectionName(connection) + ".w";
    }

    private static String stateName(Population population, Variable variable) {
        return population.layer().name() + "." + variable;
    }
}
