package org.snn4j.training;

import java.util.Optional;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.network.Engine;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;

/** Label neurons learn what the neurons of a network that has learned say. */
final class Teaching {
    private final TrainingPlan plan;
    private final LabelTeacher teacher;
    private final LabelLayer labels;
    private final Progress.Listener listener;

    Teaching(TrainingPlan plan, LabelTeacher teacher, LabelLayer labels, Progress.Listener listener) {
        this.plan = plan;
        this.teacher = teacher;
        this.labels = labels;
        this.listener = listener;
    }

    /**
     * Shows all images, in order, to the frozen network, whose spikes teach the label neurons.
     *
     * @return what network and label neurons together have learned
     */
    LearnedState teach(Network network, LearnedState learned, LabelledImages images) {
        long total = (long) teacher.epochs() * images.size();
        LabelLesson lesson = LabelLesson.of(teacher, labels, plan);
        try (FrozenNetwork frozen = new FrozenNetwork(
                        network,
                        learned,
                        plan.model().inputLayer(),
                        labels.source().name(),
                        plan.presentation(),
                        plan.seed(),
                        Phase.TEACH);
                Simulation simulation =
                        labels.alone(lesson.synapses()).simulate(Engine.event(), Phase.TEACH.seed(plan.seed()));
                EncodingAhead spikes = new EncodingAhead(
                        shown -> frozen.spikes(images.intensities((int) (shown % images.size())), shown),
                        0,
                        total,
                        plan.threads())) {
            Recording answer = simulation.record(LabelLayer.NAME, Variable.SPIKES);
            for (long shown = 0; shown < total; shown++) {
                lesson.give(simulation, answer, spikes.next(), shown, images.label((int) (shown % images.size())));
                simulation.reset();
                listener.onProgress(new Progress(Phase.TEACH, shown + 1, total, 0, Optional.empty()));
            }
            FloatArray weights = simulation.weights(labels.source().name(), LabelLayer.NAME);
            return labels.joinedTo(learned, lesson.answering(weights));
        }
    }
}
