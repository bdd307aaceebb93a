package org.snn4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.event.EventNeuron;
import org.snn4j.network.event.EventRule;
import org.snn4j.network.event.Learner;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.NeuronDynamics;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.learning.TensorLearner;
import org.snn4j.tensor.learning.TensorRule;
import org.snn4j.tensor.learning.TensorSite;
import org.snn4j.tensor.neuron.Cells;
import org.snn4j.tensor.neuron.TensorDynamics;
import org.snn4j.tensor.neuron.TensorNeuron;
import org.snn4j.tensor.translation.Step;

/** Neuron models and learning rules that a user has written, for one engine or the other. */
class OwnModelsTest {
    /** Written for the event engine only. */
    private record OnlyEvent() implements EventNeuron {
        @Override
        public NeuronDynamics dynamics(PopulationSpec population) {
            return LIF.defaults().dynamics(population);
        }
    }

    /** Written for the event engine only. */
    private record OnlyEventRule(Reduction reduction) implements EventRule {
        @Override
        public Learner learner(LearningSite site) {
            return clock -> {};
        }
    }

    /** v counts the input, and a spike takes {@code threshold} off it. */
    private record Counter(double threshold) implements TensorNeuron {
        @Override
        public TensorDynamics dynamics(Cells cells) {
            INDArray v = cells.zeros();
            Program step = new Program()
                    .add(v, cells.input())
                    .reaches(v, (float) threshold, cells.spikes())
                    .addScaled(v, cells.spikes(), -threshold);
            return new TensorDynamics() {
                @Override
                public void step(Step now) {
                    step.run();
                }

                @Override
                public void reset() {
                    v.assign(0);
                }

                @Override
                public Map<Variable, INDArray> state() {
                    return Map.of(Variable.VOLTAGE, v);
                }
            };
        }
    }

    /** w grows by {@code rate} whenever both neurons fire in one step. */
    private record Coincidence(double rate, Reduction reduction) implements TensorRule {
        @Override
        public boolean readsTraces() {
            return false;
        }

        @Override
        public TensorLearner learner(TensorSite site) {
            Program coincide = site.synapses()
                    .pairs(site.source().spikes(), site.target().spikes())
                    .addTo(site.synapses().weights(), rate * site.factor(reduction));
            return now -> coincide.run();
        }
    }

    @Test
    void neuronModelForTheEventEngineIsRefusedByName() {
        assertThatThrownBy(() -> network(new OnlyEvent(), Dense.uniform(0, 1)).simulate(new TensorEngine(), 0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the tensor engine cannot run the OnlyEvent neurons of layer Y: they have no translation to"
                        + " ND4J and do not implement TensorNeuron; use the event engine");
    }

    @Test
    void ruleForTheEventEngineIsRefusedByName() {
        assertThatThrownBy(() -> network(LIF.defaults(), dense(new OnlyEventRule(Reduction.SUM)))
                        .simulate(new TensorEngine(), 0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "the tensor engine cannot run learning rule OnlyEventRule: it has no translation to ND4J and"
                                + " does not implement TensorRule; use the event engine");
    }

    /** Closed form: with an input of 1 in each step and a threshold of 3, from the second step on, a spike every third. */
    @Test
    void neuronModelWithTheTensorFaceRuns() {
        try (Simulation simulation = network(new Counter(3), dense(new Coincidence(0, Reduction.SUM)))
                .simulate(new TensorEngine(), 0)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            Recording voltage = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", new Draw(0).spikes(Shape.of(1), 10, 1, 1), 10));
            assertThat(spikes.train(0).count()).isEqualTo(3);
            assertThat(voltage.floats().values()).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0);
        }
    }

    /** Closed form: the input fires in every step, the target in three of ten, both samples alike. */
    @Test
    void ruleWithTheTensorFaceRuns() {
        try (Simulation simulation = network(
                        new Counter(3),
                        dense(new Coincidence(0.25, Reduction.SUM)).bounds(1, 1))
                .simulate(new TensorEngine(), 0)) {
            simulation.run(Run.of("X", new Draw(0).spikes(Shape.of(1), 10, 2, 1), 10));
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(1);
        }
        try (Simulation simulation = network(new Counter(100), dense(new Coincidence(0.25, Reduction.MEAN)))
                .simulate(new TensorEngine(), 0)) {
            Run run = Run.of("X", new Draw(0).spikes(Shape.of(1), 10, 2, 1), 10)
                    .clamp("Y", new Draw(0).ones(Shape.of(1), 1));
            simulation.run(run);
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(1 + 10 * 0.25f);
        }
    }

    @Test
    void modelsWithTheTensorFaceOnlyAreRefusedByTheEventEngine() {
        assertThatThrownBy(() -> network(new Counter(3), Dense.uniform(0, 1)).simulate(Engine.event(), 0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Counter");
    }

    private static Dense dense(LearningRule rule) {
        return Dense.of(FloatArray.of(Shape.of(1, 1), 1)).learning(rule);
    }

    private static Network network(NeuronModel model, Dense dense) {
        return Network.builder()
                .layer(Layer.of("X", new Input(), 1).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Y", model, 1).withTrace(Trace.replacing(20)))
                .connect("X", "Y", dense)
                .build();
    }
}
