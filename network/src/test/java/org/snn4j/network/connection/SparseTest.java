package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeBatch;

/** Oracle: the dense matrix with zeros where there is no synapse. Weights are dyadic, so that sums are exact. */
class SparseTest {
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void sparseIsDenseWithZeros(
            @ForAll @IntRange(min = 1, max = 17) int sources,
            @ForAll @IntRange(min = 1, max = 17) int targets,
            @ForAll long seed) {
        Random random = new Random(seed);
        FloatArray matrix = matrix(sources, targets, random);
        SpikeBatch noise = Received.noise(Shape.of(sources), 20, 0.3, random);
        assertThat(Received.by(Sparse.ofDense(matrix), Shape.of(targets), noise))
                .isEqualTo(Received.by(Dense.of(matrix), Shape.of(targets), noise));
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void weightsComeBackAsTheMatrix(
            @ForAll @IntRange(min = 1, max = 17) int sources,
            @ForAll @IntRange(min = 1, max = 17) int targets,
            @ForAll long seed) {
        FloatArray matrix = matrix(sources, targets, new Random(seed));
        try (Simulation simulation =
                network(Sparse.ofDense(matrix), sources, targets).simulate(Engine.event(), 0)) {
            assertThat(simulation.weights("X", "Y")).isEqualTo(matrix);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "-1, 0", "0, 2", "0, -1"})
    void synapseOfNoNeuronIsNamed(int source, int target) {
        Sparse sparse = sparse(new Sparse.Synapse(0, 0), new Sparse.Synapse(source, target));
        assertThatThrownBy(() -> network(sparse, 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connection 0 (X-Y)")
                .hasMessageContaining("no synapse from " + source + " to " + target);
    }

    /** Two would be one in the matrix. */
    @Test
    void synapseThatIsListedTwiceIsNamed() {
        assertThatThrownBy(() -> sparse(new Sparse.Synapse(1, 0), new Sparse.Synapse(0, 1), new Sparse.Synapse(1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 1 to 0 twice");
    }

    @Test
    void connectionWithoutSynapsesIsRefused() {
        assertThatThrownBy(SparseTest::sparse)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one synapse");
    }

    @Test
    void onlyAMatrixCanBeMadeSparse() {
        assertThatThrownBy(() -> Sparse.ofDense(FloatArray.of(Shape.of(2), 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shape [2]; [source, target] would be right");
    }

    @Test
    void weightsNeedOneValueForEachSynapse() {
        Weights two = new Weights.Given(FloatArray.of(Shape.of(2), 1, 2));
        Sparse sparse = new Sparse(List.of(new Sparse.Synapse(0, 0)), two, Plasticity.FIXED);
        assertThatThrownBy(() -> network(sparse, 3, 2))
                .hasMessageContaining("weights have shape [2]; [1] would be right");
    }

    private static Sparse sparse(Sparse.Synapse... synapses) {
        return new Sparse(List.of(synapses), new Weights.Uniform(0, 1), Plasticity.FIXED);
    }

    /** About a third are synapses, at least one. */
    private static FloatArray matrix(int sources, int targets, Random random) {
        float[] values = new float[sources * targets];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3) == 0 ? (1 + random.nextInt(32)) / 8f : 0;
        }
        values[random.nextInt(values.length)] = -0.5f;
        return FloatArray.of(Shape.of(sources, targets), values);
    }

    private static Network network(Sparse sparse, int sources, int targets) {
        return Network.builder()
                .layer("X", new Input(), sources)
                .layer("Y", LIF.defaults(), targets)
                .connect("X", "Y", sparse)
                .build();
    }
}
