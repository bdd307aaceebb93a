package org.snn4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Connection;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Receptor;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Delays;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.learning.Triplet;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.ConductanceLIF.WhileRefractory;
import org.snn4j.network.neuron.Input;

/** Oracle: the table of the program that Diehl and Cook published. */
class DiehlAndCook2015OriginalTest {
    private static final Network NETWORK =
            DiehlAndCook2015Original.ofNeurons(400).network();

    @Test
    void layersAreThoseOfThePublishedProgram() {
        Optional<Trace> trace = Optional.of(new Trace(20, 1, Trace.OnSpike.REPLACE));
        assertThat(NETWORK.dt()).isEqualTo(0.5);
        assertThat(NETWORK.layers())
                .containsExactly(
                        new Layer("X", Shape.of(784), new Input(), trace),
                        new Layer(
                                "Ae",
                                Shape.of(400),
                                new ConductanceLIF(
                                        -52,
                                        -65,
                                        -65,
                                        5,
                                        100,
                                        -105,
                                        0,
                                        -100,
                                        1,
                                        2,
                                        20,
                                        0.05,
                                        1e7,
                                        WhileRefractory.INTEGRATES),
                                trace),
                        new Layer(
                                "Ai",
                                Shape.of(400),
                                new ConductanceLIF(
                                        -40, -60, -45, 2, 10, -100, 0, -85, 1, 2, 0, 0, 1e7, WhileRefractory.HELD),
                                Optional.empty()));
    }

    @Test
    void connectionsAreThoseOfThePublishedProgram() {
        Triplet rule = new Triplet(new Rates(1e-4, 0), new Rates(0, 1e-2), 40, 40, Reduction.SUM);
        Plasticity learning = new Plasticity(
                Optional.of(rule),
                new Bounds(0, 1),
                Optional.of(Norm.ofSum(78)),
                0,
                Plasticity.Signs.FREE,
                Plasticity.Timing.ARRIVAL);
        Dense input = new Dense(new Weights.Uniform(0.003, 0.303), learning, Optional.empty())
                .delayed(new Delays.Uniform(0, 10));
        assertThat(NETWORK.connections())
                .containsExactly(
                        new Connection("X", "Ae", input),
                        new Connection("Ae", "Ai", OneToOne.of(10.4)),
                        new Connection("Ai", "Ae", AllButSelf.of(17)).onto(Receptor.INHIBITORY));
    }

    @Test
    void builderChangesWhatItIsTold() {
        DiehlAndCook2015Original model = DiehlAndCook2015Original.builder(9)
                .inputs(4)
                .dt(1)
                .excitatory(DiehlAndCook2015Original.Excitatory.published().withTheta(0.1, 1e6))
                .inhibitory(DiehlAndCook2015Original.Inhibitory.published())
                .tauExcitatory(3)
                .tauInhibitory(4)
                .tauTrace(5)
                .tauVolley(6)
                .initialWeight(0.7)
                .bounds(new Bounds(-1, 2))
                .nu(new Rates(8, 9))
                .norm(10)
                .longestDelay(11)
                .excitation(12)
                .inhibition(13)
                .build();
        DiehlAndCook2015Original.Excitatory excitatory =
                new DiehlAndCook2015Original.Excitatory(-52, -65, -65, 5, 100, -105, -100, 20, 0.1, 1e6);
        DiehlAndCook2015Original.Inhibitory inhibitory =
                new DiehlAndCook2015Original.Inhibitory(-40, -60, -45, 2, 10, -100);
        assertThat(model)
                .isEqualTo(new DiehlAndCook2015Original(
                        4,
                        9,
                        1,
                        excitatory,
                        inhibitory,
                        3,
                        4,
                        5,
                        6,
                        0.7,
                        new Bounds(-1, 2),
                        new Rates(8, 9),
                        10,
                        11,
                        12,
                        13));
        ConductanceLIF cells = (ConductanceLIF) model.network().layer("Ae").neurons();
        assertThat(cells.tauExcitatory()).isEqualTo(3);
        assertThat(cells.tauTheta()).isEqualTo(1e6);
    }

    /** After a rest all neurons of Ai fire at once: explicit Euler throws v of Ae below -1,000 mV and up again. */
    @Test
    void inhibitionByAllAtOnceIsStable() {
        int neurons = 400;
        byte[] all = new byte[200 * neurons];
        Arrays.fill(all, 100 * neurons, 101 * neurons, (byte) 1);
        try (Simulation simulation = NETWORK.simulate(Engine.event(), 1)) {
            Recording v = simulation.record("Ae", Variable.VOLTAGE);
            Recording spikes = simulation.record("Ae", Variable.SPIKES);
            simulation.run(Run.of(Map.of(), 100).clamp("Ai", ByteArray.of(Shape.of(200, neurons), all)));
            assertThat(spikes.train(0).count()).isZero();
            for (float potential : v.floats().values()) {
                assertThat(potential).isBetween(-105f, -65f);
            }
        }
    }

    @Test
    void neuronOfAeMakesItsPartnerInhibitAllOthers() {
        byte[] one = new byte[40 * 3];
        one[1] = 1;
        try (Simulation simulation = DiehlAndCook2015Original.builder(3)
                .inhibitory(rested())
                .build()
                .network()
                .simulate(Engine.event(), 1)) {
            Recording partners = simulation.record("Ai", Variable.SPIKES);
            Recording gi = simulation.record("Ae", Variable.INHIBITION);
            simulation.run(Run.of(Map.of(), 20).clamp("Ae", ByteArray.of(Shape.of(40, 3), one)));
            assertThat(partners.counts(0)).containsExactly(0, 1, 0);
            float[] inhibition = gi.floats().values();
            assertThat(inhibition[3 * 39 + 1]).isZero();
            assertThat(inhibition[3 * 39]).isPositive().isEqualTo(inhibition[3 * 39 + 2]);
        }
    }

    /** Not on the way up from the published start. */
    private static DiehlAndCook2015Original.Inhibitory rested() {
        return new DiehlAndCook2015Original.Inhibitory(-40, -60, -45, 2, 10, -60);
    }

    @Test
    void wrongParametersAreNamed() {
        assertThatThrownBy(() -> DiehlAndCook2015Original.ofNeurons(0))
                .hasMessageContaining("diehl-cook-original.neurons is 0");
        assertThatThrownBy(() -> DiehlAndCook2015Original.builder(1).norm(-1).build())
                .hasMessageContaining("diehl-cook-original.norm is -1.0");
        assertThatThrownBy(() ->
                        DiehlAndCook2015Original.builder(1).excitatory(null).build())
                .hasMessageContaining("diehl-cook-original.excitatory is missing");
        assertThatThrownBy(() -> DiehlAndCook2015Original.Excitatory.published().withTheta(0.05, 0))
                .hasMessageContaining("diehl-cook-original.excitatory.tauTheta is 0.0");
    }
}
