package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the steps in which relays fire, counted by hand. Every relay fires when one spike reaches it. */
class SameStepTest {
    private static final McCullochPitts RELAY = new McCullochPitts(1);

    @Test
    void spikeRunsThroughAllLayersThatAreDeclaredInItsOrder() {
        Network network = Network.builder()
                .layer("X", new Input(), 1)
                .layer("A", RELAY, 1)
                .layer("B", RELAY, 1)
                .connect("A", "B", OneToOne.of(1))
                .connect("X", "A", OneToOne.of(1))
                .build();
        Run run = Run.of("X", Trains.single(6, 2), 6);
        assertThat(firing(network, "A", run.oneStep())).containsExactly(2);
        assertThat(firing(network, "B", run.oneStep())).containsExactly(2);
        assertThat(firing(network, "A", run)).containsExactly(3);
        assertThat(firing(network, "B", run)).containsExactly(4);
    }

    @Test
    void spikeToALayerThatWasDeclaredBeforeTakesAStep() {
        Network network = Network.builder()
                .layer("B", RELAY, 1)
                .layer("A", RELAY, 1)
                .layer("X", new Input(), 1)
                .connect("X", "A", OneToOne.of(1))
                .connect("A", "B", OneToOne.of(1))
                .build();
        Run run = Run.of("X", Trains.single(6, 2), 6).oneStep();
        assertThat(firing(network, "A", run)).containsExactly(3);
        assertThat(firing(network, "B", run)).containsExactly(4);
    }

    /** A and B hand a spike to and fro: there in the same step, back in the next. */
    @Test
    void loopTakesOneStepForTheWayBack() {
        Network network = Network.builder()
                .layer("X", new Input(), 1)
                .layer("A", RELAY, 1)
                .layer("B", RELAY, 1)
                .connect("X", "A", OneToOne.of(1))
                .connect("A", "B", OneToOne.of(1))
                .connect("B", "A", OneToOne.of(1))
                .build();
        Run run = Run.of("X", Trains.single(6, 1), 6);
        assertThat(firing(network, "A", run.oneStep())).containsExactly(1, 2, 3, 4, 5);
        assertThat(firing(network, "B", run.oneStep())).containsExactly(1, 2, 3, 4, 5);
        assertThat(firing(network, "A", run)).containsExactly(2, 4);
    }

    @Test
    void layerReachesItselfInTheNextStep() {
        Network network = Network.builder()
                .layer("X", new Input(), 2)
                .layer("A", RELAY, 2)
                .connect("X", "A", OneToOne.of(1))
                .connect("A", "A", AllButSelf.of(1))
                .build();
        int[] none = {};
        Run run = Run.of("X", Trains.of(5, new int[] {1}, none), 5).oneStep();
        assertThat(firing(network, "A", run)).containsExactly(1, 3);
    }

    @Test
    void externalInputOfALayerReachesTheNextInTheSameStep() {
        Network network = Network.builder()
                .layer("A", RELAY, 1)
                .layer("B", RELAY, 1)
                .connect("A", "B", OneToOne.of(1))
                .build();
        Run run = Run.of("A", Currents.of(0, 5, 0), 3).oneStep();
        assertThat(firing(network, "B", run)).containsExactly(1);
        Run clamped =
                Run.of(Map.of(), 3).clamp("A", Trains.single(3, 1).toDense()).oneStep();
        assertThat(firing(network, "B", clamped)).containsExactly(1);
    }

    /** The steps in which the first neuron of a layer fires. */
    private static int[] firing(Network network, String layer, Run run) {
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording spikes = simulation.record(layer, Variable.SPIKES);
            simulation.run(run);
            SpikeTrain train = spikes.train(0);
            return IntStream.range(0, train.steps())
                    .filter(step -> train.count(step) > 0 && train.neuron(step, 0) == 0)
                    .toArray();
        }
    }
}
