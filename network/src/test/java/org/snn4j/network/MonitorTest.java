package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.file.Npz;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/** Oracle: recordings that were asked for one by one, and what a file gives back. */
class MonitorTest {
    @TempDir
    private Path folder;

    @Test
    void everyVariableOfEveryLayerAndConnectionIsRecorded() {
        try (Simulation simulation = network().simulate(Engine.event(), 1)) {
            Monitor monitor = simulation.monitor(Retention.LAST_RUN);
            assertThat(monitor.recordings().keySet())
                    .containsExactly(
                            "X.s",
                            "X.x",
                            "Ae.s",
                            "Ae.refractory",
                            "Ae.theta",
                            "Ae.v",
                            "Ai.s",
                            "Ai.refractory",
                            "Ai.v",
                            "X-Ae.e",
                            "X-Ae.w",
                            "X-Ae#2.w");
            Recording single = simulation.record("Ae", Variable.VOLTAGE);
            Recording weights = simulation.record(3, Variable.WEIGHTS, Retention.LAST_RUN);
            run(simulation);
            assertThat(monitor.recording("Ae.v").values()).isEqualTo(single.values());
            assertThat(monitor.arrays().get("X-Ae#2.w")).isEqualTo(weights.values());
        }
    }

    @Test
    void namedVariablesAreRecordedWhereTheyAre() {
        try (Simulation simulation = network().simulate(Engine.event(), 1)) {
            Set<Variable> variables = Set.of(Variable.SPIKES, Variable.WEIGHTS, Variable.THETA);
            assertThat(simulation
                            .monitor(variables, Retention.LAST_RUN)
                            .recordings()
                            .keySet())
                    .containsExactly("X.s", "Ae.s", "Ae.theta", "Ai.s", "X-Ae.w", "X-Ae#2.w");
        }
    }

    @Test
    void savedRecordingsComeBack() throws IOException {
        Path file = folder.resolve("recordings.npz");
        try (Simulation simulation = network().simulate(Engine.event(), 1)) {
            Monitor monitor = simulation.monitor(Retention.LAST_RUN);
            run(simulation);
            monitor.save(file);
            assertThat(monitor.recording("X.s").train(0).count()).isPositive();
            assertThat(Npz.read(file)).isEqualTo(monitor.arrays());
        }
    }

    @Test
    void whatIsNotThereIsNamed() {
        try (Simulation simulation = network().simulate(Engine.event(), 1)) {
            Set<Variable> variables = Set.of(Variable.RECOVERY);
            assertThatThrownBy(() -> simulation.monitor(variables, Retention.LAST_RUN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no layer or connection of this network has a variable u; there are"
                            + " [e, refractory, s, theta, v, w, x]");
            Monitor monitor = simulation.monitor(Set.of(Variable.THETA), Retention.LAST_RUN);
            assertThatThrownBy(() -> monitor.recording("Ai.theta"))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("there is no recording Ai.theta; there are [Ae.theta]");
        }
    }

    private static void run(Simulation simulation) {
        simulation.run(Run.of("X", Trains.random(3, 20, 0.5, new Random(2)), 20).rewarded(Reward.of(1)));
    }

    private static Network network() {
        return Network.builder()
                .layer(Layer.of("X", new Input(), 3).withTrace(Trace.replacing(20)))
                .layer("Ae", DiehlAndCook.defaults(), 2)
                .layer("Ai", LIF.defaults(), 2)
                .connect("X", "Ae", Dense.uniform(2, 8).learning(MSTDPET.defaults()))
                .connect("Ae", "Ai", OneToOne.of(20))
                .connect("Ai", "Ae", AllButSelf.of(-10))
                .connect("X", "Ae", Dense.uniform(0, 1))
                .build();
    }
}
