package org.snn4j.network.learning;

import java.util.stream.IntStream;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * Synapses from X to Y whose spikes on both sides are given: Y never fires by itself and is clamped. Traces are replaced at
 * a spike.
 */
final class GivenSpikes {
    static final double TAU_PRE = 20;
    static final double TAU_POST = 35;

    private GivenSpikes() {}

    static Network network(double dt, Dense synapses, int sources, int targets) {
        return Network.builder()
                .dt(dt)
                .layer(Layer.of("X", new Input(), sources).withTrace(Trace.replacing(TAU_PRE)))
                .layer(Layer.of("Y", new McCullochPitts(1e30), targets).withTrace(Trace.replacing(TAU_POST)))
                .connect("X", "Y", synapses)
                .build();
    }

    static Dense synapse(double weight, LearningRule rule) {
        return Dense.of(FloatArray.of(Shape.of(1, 1), (float) weight)).learning(rule);
    }

    /** A run of as many steps of the given length as the trains have. */
    static Run run(double dt, SpikeTrain pre, SpikeTrain post) {
        return Run.of("X", pre, dt * pre.steps()).clamp("Y", post.toDense());
    }

    /** What one synapse's weight has become after 100 steps of 1 ms. */
    static float learned(Dense synapse, int[] pre, int[] post, Reward reward) {
        try (Simulation simulation = network(1, synapse, 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(
                    run(1, Trains.single(100, pre), Trains.single(100, post)).rewarded(reward));
            return simulation.weights("X", "Y").get(0);
        }
    }

    static float learned(Dense synapse, int[] pre, int[] post) {
        return learned(synapse, pre, post, Reward.NONE);
    }

    static int[] at(int... steps) {
        return steps;
    }

    /** Spikes in every step of a range. */
    static int[] every(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}
