package org.snn4j.network.neuron;

import java.util.stream.IntStream;
import org.snn4j.network.Currents;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeTrain;

/** A layer Y of neurons of one model that an external current drives, and what they do. */
record Driven(NeuronModel model, double dt, Current current) {
    static Driven constant(NeuronModel model, int steps, double current) {
        return new Driven(model, 1, Currents.constant(1, steps, current));
    }

    /** The values of a variable, [steps, neurons]. */
    float[] values(Variable variable) {
        return recorded(variable).floats().values();
    }

    SpikeTrain spikes() {
        return recorded(Variable.SPIKES).train(0);
    }

    /** The steps in which the first neuron fires. */
    int[] firing() {
        SpikeTrain spikes = spikes();
        return IntStream.range(0, spikes.steps())
                .filter(step -> spikes.count(step) > 0 && spikes.neuron(step, 0) == 0)
                .toArray();
    }

    /** The number of steps from each spike of the first neuron to its next. */
    int[] intervals() {
        int[] firing = firing();
        return IntStream.range(1, firing.length)
                .map(k -> firing[k] - firing[k - 1])
                .toArray();
    }

    private Recording recorded(Variable variable) {
        Network network = Network.builder()
                .dt(dt)
                .layer("Y", model, current.shape().size())
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording recording = simulation.record("Y", variable);
            simulation.run(Run.of("Y", current, current.steps() * dt));
            return recording;
        }
    }
}
