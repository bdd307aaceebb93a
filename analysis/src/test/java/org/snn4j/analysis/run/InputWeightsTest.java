package org.snn4j.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.training.Presentation;
import org.snn4j.training.Provenance;
import org.snn4j.training.TrainedModel;

/** Oracle: images of 2 by 3 pixels drawn by hand. */
class InputWeightsTest {
    private static final Windows TWO_BY_TWO = Windows.of(2, 2);

    /** Neurons see columns 0 and 1, or 1 and 2. */
    @Test
    void localWeightsStandWhereTheNeuronSeesThem() {
        Local local = new Local(new Weights.Uniform(0, 1), TWO_BY_TWO, Plasticity.FIXED);
        InputWeights weights =
                InputWeights.of(model(local, Shape.of(1, 1, 2, 1, 2, 2), 1)).orElseThrow();
        assertThat(weights.layer()).isEqualTo("Y");
        assertThat(weights.images().image()).isEqualTo(Shape.of(2, 3));
        assertThat(columns(weights.images().fields())[0]).containsExactly(1, 2, 0, 3, 4, 0);
        assertThat(columns(weights.images().fields())[1]).containsExactly(0, 5, 6, 0, 7, 8);
    }

    @Test
    void sharedWeightsAreImagesOfTheKernel() {
        Convolution shared = new Convolution(new Weights.Uniform(0, 1), TWO_BY_TWO, Plasticity.FIXED);
        InputWeights weights =
                InputWeights.of(model(shared, Shape.of(2, 1, 2, 2), 2)).orElseThrow();
        assertThat(weights.images().image()).isEqualTo(Shape.of(2, 2));
        assertThat(columns(weights.images().fields())[0]).containsExactly(1, 2, 3, 4);
        assertThat(columns(weights.images().fields())[1]).containsExactly(5, 6, 7, 8);
    }

    @Test
    void connectionWithoutWeightsOfItsOwnHasNoImages() {
        Network network = Network.builder()
                .layer("X", new Input(), 1, 2, 3)
                .layer("Y", LIF.defaults(), 6)
                .connect("X", "Y", OneToOne.of(3))
                .build();
        assertThat(InputWeights.of(model(network, Map.of()))).isEmpty();
    }

    /** The last network has as many label neurons as fields. */
    @Test
    void areReadOutWhereEachImageIsOfANeuronThatAnswers() {
        Convolution shared = new Convolution(new Weights.Uniform(0, 1), TWO_BY_TWO, Plasticity.FIXED);
        Network labelled = Network.builder()
                .layer("X", new Input(), 1, 2, 3)
                .layer("hidden", LIF.defaults(), 2)
                .layer("Y", LIF.defaults(), 2)
                .connect("X", "hidden", Dense.uniform(0, 1))
                .connect("hidden", "Y", Dense.uniform(0, 1))
                .build();
        // In the order of the connections.
        Map<String, FloatArray> learned = new LinkedHashMap<>();
        learned.put("X-hidden.w", FloatArray.of(Shape.of(6, 2), new float[12]));
        learned.put("hidden-Y.w", FloatArray.of(Shape.of(2, 2), new float[4]));
        TrainedModel ofLabels = model(labelled, learned);

        assertThat(areReadOut(model(Dense.uniform(0, 1), Shape.of(6, 2), 1))).isTrue();
        assertThat(areReadOut(model(shared, Shape.of(2, 1, 2, 2), 2))).isFalse();
        assertThat(areReadOut(ofLabels)).isFalse();
    }

    private static boolean areReadOut(TrainedModel model) {
        return InputWeights.of(model).orElseThrow().areReadOutOf(model);
    }

    /** Whose weights are 1, 2, 3, ... */
    private static TrainedModel model(Topology topology, Shape weights, int out) {
        Network network = Network.builder()
                .layer("X", new Input(), 1, 2, 3)
                .layer("Y", LIF.defaults(), out, 1, 2)
                .connect("X", "Y", topology)
                .build();
        float[] values = new float[weights.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = i + 1);
        return model(network, new LinkedHashMap<>(Map.of("X-Y.w", FloatArray.of(weights, values))));
    }

    private static TrainedModel model(Network network, Map<String, FloatArray> learned) {
        return new TrainedModel(
                network,
                "X",
                "Y",
                new Presentation(new Poisson(128), 50),
                Shape.of(2, 3),
                new LearnedState(learned),
                LabelAssignment.none(network.layer("Y").size(), 2),
                new Provenance("by hand", "nothing", "00", 2, 1, 2, 1));
    }

    private static float[][] columns(FloatArray matrix) {
        float[][] columns = new float[matrix.shape().length(1)][matrix.shape().length(0)];
        for (int i = 0; i < matrix.shape().size(); i++) {
            columns[i % columns.length][i / columns.length] = matrix.get(i);
        }
        return columns;
    }
}
