package org.snn4j.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.encoding.PoissonIntervals;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Trace;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/** Models of images of 2 x 2 pixels and two classes, made by hand, whose files are small enough to damage everywhere. */
final class Tiny {
    /** Three neurons with theta, a partner each, drawn weights that learn. */
    static final TrainedModel MODEL = model();

    private Tiny() {}

    private static TrainedModel model() {
        Network network = Network.builder()
                .dt(0.5)
                .layer(Layer.of("X", new Input(), 4).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Ae", DiehlAndCook.defaults(), 3).withTrace(Trace.adding(10)))
                .layer("Ai", LIF.defaults(), 3)
                .connect(
                        "X", "Ae", Dense.uniform(0, 0.3).bounds(0, 1).norm(78.4).learning(PostPre.defaults()))
                .connect("Ae", "Ai", OneToOne.of(22.5))
                .connect("Ai", "Ae", AllButSelf.of(-120))
                .build();
        Map<String, FloatArray> learned = new LinkedHashMap<>();
        learned.put("X-Ae.w", FloatArray.of(Shape.of(4, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0.1f));
        learned.put("Ae.theta", FloatArray.of(Shape.of(3), 0, 0.05f, Float.MIN_VALUE));
        return new TrainedModel(
                network,
                "X",
                "Ae",
                new Presentation(new PoissonIntervals(128), 20),
                Shape.of(2, 2),
                new LearnedState(learned),
                LabelAssignment.ofRates(new float[] {1, 0, 0.5f, 2, 0, 0}, 3, 2),
                new Provenance(
                        "by hand", "größte", "00", 2, 1, 2, Long.MIN_VALUE, "none", List.of("größer", "kleiner")));
    }

    /** A model that only knows LIF neurons, with weights and a bias that were given, and two connections between layers. */
    static TrainedModel withGivenWeights() {
        FloatArray weights = FloatArray.of(Shape.of(4, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -12);
        Network network = Network.builder()
                .layer("in", new Input(), 4)
                .layer("out", LIF.defaults(), 3)
                .connect("in", "out", Dense.of(weights).biased(FloatArray.of(Shape.of(3), 0.1f, 0.2f, 0.3f)))
                .connect("in", "out", Dense.uniform(0, 1).weightDecay(0.25))
                .build();
        Map<String, FloatArray> learned = new LinkedHashMap<>();
        learned.put("in-out.w", FloatArray.of(Shape.of(4, 3), new float[12]));
        learned.put("in-out#2.w", weights);
        return new TrainedModel(
                network,
                "in",
                "out",
                MODEL.presentation(),
                Shape.of(1, 4),
                new LearnedState(learned),
                LabelAssignment.none(3, 2),
                MODEL.provenance());
    }
}
