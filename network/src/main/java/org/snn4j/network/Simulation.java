package org.snn4j.network;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.Stimulus;

/**
 * A network being simulated: the one thing here that has state. What goes in and what comes out is immutable. Not for use
 * by several threads at once; open one simulation in each.
 */
public final class Simulation implements AutoCloseable {
    private final Network network;
    private final Engine engine;
    private final long seed;
    private final Recorder recorder;
    private Stepper stepper;
    private int batch = 1;
    private boolean carriesState;

    Simulation(Network network, Engine engine, long seed) {
        this.network = network;
        this.engine = engine;
        this.seed = seed;
        this.recorder = new Recorder(network);
        this.stepper = engine.open(network, seed, batch);
    }

    public Network network() {
        return network;
    }

    /** Records a variable of a layer in every run from now on; what it holds is the last run. */
    public Recording record(String layer, Variable variable) {
        return record(layer, variable, Retention.LAST_RUN);
    }

    /**
     * Records a variable of a layer in every run from now on.
     *
     * @param retention which steps the recording holds
     * @throws IllegalArgumentException if the layer has no such variable
     * @throws NoSuchElementException if there is no such layer
     */
    public Recording record(String layer, Variable variable, Retention retention) {
        return recorder.layer(network.layerIndex(layer), variable, retention, stepper);
    }

    /** Records a variable of the (first) connection between two layers, as {@link #record(int, Variable, Retention)}. */
    public Recording record(String source, String target, Variable variable, Retention retention) {
        return record(network.connectionIndex(source, target), variable, retention);
    }

    /**
     * Records a variable of a connection in every step of every run from now on: its weights, as they are before they are
     * normalised at the end of a run, or what its learning rule keeps for each of them. A step takes as much memory as the
     * weights do.
     *
     * @param connection its place in {@link Network#connections}
     * @param retention which steps the recording holds
     * @throws IllegalArgumentException if the connection has no such variable
     */
    public Recording record(int connection, Variable variable, Retention retention) {
        return recorder.connection(connection, variable, retention, stepper);
    }

    /** Records every variable of every layer and connection in every run from now on, weights too. */
    public Monitor monitor(Retention retention) {
        return recorder.monitor(recorder.variables(stepper), retention, stepper);
    }

    /**
     * Records some variables, in every layer and connection that has them, in every run from now on.
     *
     * @throws IllegalArgumentException if nothing in the network has one of them
     */
    public Monitor monitor(Set<Variable> variables, Retention retention) {
        return recorder.monitor(variables, retention, stepper);
    }

    /** Runs with learning, as sample 0. */
    public void run(Map<String, ? extends Stimulus> inputs, double time) {
        run(Run.of(inputs, time));
    }

    /**
     * Simulates; state carries over from run to run unless {@link #reset} comes between.
     *
     * @throws IllegalArgumentException if an input does not fit its layer or the time; nothing has changed then
     * @throws IllegalStateException if the batch has another size than the state that is carried over, or than the runs to which
     *     a recording would append it
     */
    public void run(Run run) {
        requireFit(run);
        int steps = run.steps(network.dt());
        recorder.requireRoom(steps, run.batch());
        openBatch(run.batch());
        carriesState = true;
        recorder.begin(steps, batch);
        stepper.begin(run);
        boolean stepByStep = recorder.followsEveryStep();
        for (int taken = 0; taken < steps; ) {
            int more = stepper.steps(stepByStep ? 1 : steps - taken);
            recorder.capture(stepper, more);
            taken += more;
        }
        stepper.end();
    }

    /**
     * Says, before a run, which run will come after it, so that an engine with threads to spare can prepare it meanwhile. The
     * input is recognised by being the same object. Saying nothing, or something that does not come, costs time and nothing else.
     */
    public void announce(Run next) {
        stepper.announce(next);
    }

    /**
     * Checks that a run fits this simulation's network, without running it.
     *
     * @throws IllegalArgumentException if an array does not fit its layer or the time, or if voltage is injected where
     *     there is none
     * @throws NoSuchElementException if there is no layer of a given name
     */
    public void requireFit(Run run) {
        requireFit(network, run);
        run.interventions().injectVoltage().keySet().forEach(this::requireVoltage);
    }

    /**
     * Checks that a run fits a network, as far as that does not take an engine.
     *
     * @throws IllegalArgumentException if an array does not fit its layer or the time
     * @throws NoSuchElementException if there is no layer of a given name
     */
    public static void requireFit(Network network, Run run) {
        requireSteps(network, run);
        run.inputs().forEach((layer, stimulus) -> requireFit(network, run, layer, stimulus));
        run.interventions().requireFit(network, run.steps(network.dt()));
    }

    /** Returns everything but weights and theta to its initial value. */
    public void reset() {
        stepper.reset();
        carriesState = false;
    }

    /**
     * The weights of the (first) connection between two layers: [source, target], of a sparse one too; [out, channels,
     * ...kernel] of a convolution and so on.
     *
     * @throws NoSuchElementException if there is none, or it has no array of weights
     */
    public FloatArray weights(String source, String target) {
        return weights(network.connectionIndex(source, target));
    }

    /**
     * The weights of a connection.
     *
     * @param connection its place in {@link Network#connections}
     * @throws NoSuchElementException if it has no array of weights
     */
    public FloatArray weights(int connection) {
        FloatArray weights = learned().require(network.connectionName(connection) + ".w");
        Connection joined = network.connections().get(connection);
        if (joined.topology() instanceof Sparse sparse) {
            int sources = network.layer(joined.source()).size();
            return sparse.toDense(
                    weights, sources, network.layer(joined.target()).size());
        }
        return weights;
    }

    /** A copy of all weights and adapted thresholds. */
    public LearnedState learned() {
        return stepper.learned();
    }

    /** Puts back what was learned. @throws IllegalArgumentException if it belongs to another network */
    public void restore(LearnedState learned) {
        stepper.restore(learned);
    }

    /**
     * All state as it is now, between two runs.
     *
     * @throws UnsupportedOperationException if the engine has no way to put it down; after a reset every engine has
     */
    public SimulationState state() {
        return new SimulationState(learned(), carriesState ? Optional.of(stepper.carried()) : Optional.empty());
    }

    /**
     * Goes on from a state as the simulation that it is from would have, to the bit, given the same network and seed.
     *
     * @throws IllegalArgumentException if it belongs to another network
     */
    public void restore(SimulationState state) {
        reset();
        state.carried().ifPresent(carried -> openBatch(carried.batch()));
        restore(state.learned());
        state.carried().ifPresent(carried -> {
            stepper.restore(carried);
            carriesState = true;
        });
    }

    @Override
    public void close() {
        stepper.close();
    }

    private static void requireFit(Network network, Run run, String layer, Stimulus stimulus) {
        Layer target = network.layer(layer);
        if (!stimulus.shape().equals(target.shape())) {
            throw new IllegalArgumentException("the input of layer " + layer + " has shape " + stimulus.shape()
                    + ", but the layer has " + target.shape());
        }
        if (target.neurons() instanceof Input && stimulus instanceof Current) {
            throw new IllegalArgumentException(
                    "layer " + layer + " is an Input layer, which takes spikes, but was given a current");
        }
        if (stimulus.steps() != run.steps(network.dt())) {
            throw new IllegalArgumentException("the input of layer " + layer + " has " + stimulus.steps()
                    + " steps, but " + run.time() + " ms are " + run.steps(network.dt()) + " steps of " + network.dt()
                    + " ms");
        }
        if (stimulus.batch() == 0) {
            throw new IllegalArgumentException("the input of layer " + layer + " has no samples; one would be right");
        }
        if (stimulus.batch() != run.batch()) {
            throw new IllegalArgumentException("the input of layer " + layer + " has " + stimulus.batch()
                    + " samples, but another layer's has " + run.batch());
        }
    }

    private static void requireSteps(Network network, Run run) {
        double steps = run.time() / network.dt();
        if (!(steps >= 0.5 && steps < Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("the run takes " + run.time() + " ms, which are " + steps + " steps of "
                    + network.dt() + " ms; from 1 to " + Integer.MAX_VALUE + " steps would be right");
        }
    }

    private void requireVoltage(String layer) {
        if (!stepper.variables(network.layerIndex(layer)).contains(Variable.VOLTAGE)) {
            throw new IllegalArgumentException("voltage cannot be injected into layer " + layer + ": its neurons ("
                    + network.layer(layer).neurons().type() + ") have none");
        }
    }

    private void openBatch(int size) {
        if (size == batch) {
            return;
        }
        if (carriesState) {
            throw new IllegalStateException("a run of " + size + " samples cannot go on from the state of " + batch
                    + "; reset the simulation first");
        }
        LearnedState learned = stepper.learned();
        stepper.close();
        stepper = engine.open(network, seed, size);
        stepper.restore(learned);
        batch = size;
    }
}
