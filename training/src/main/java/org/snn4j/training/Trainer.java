package org.snn4j.training;

import java.util.List;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.ClassResponses;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.network.Engine;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.array.Shape;

/**
 * The protocol: the network learns from the training samples, without seeing a label unless there is a {@link Teacher};
 * then, with everything frozen and no teacher, its answers to training samples give each neuron its class. Test samples
 * have no part in either.
 */
public final class Trainer {
    private final TrainingPlan plan;
    private final Network network;
    private final Engine engine;
    private final Progress.Listener listener;

    /** On the event engine. */
    public Trainer(TrainingPlan plan, Progress.Listener listener) {
        this(plan, Engine.event(plan.threads()), listener);
    }

    /**
     * On an engine of choice.
     *
     * @param engine what the network learns on; classes are assigned, and label neurons taught, on the event engine
     */
    public Trainer(TrainingPlan plan, Engine engine, Progress.Listener listener) {
        this.plan = plan;
        this.network = plan.model().network();
        this.engine = engine;
        this.listener = listener;
    }

    /**
     * What learning left behind.
     *
     * @param state weights and adapted thresholds, those of label neurons too if a teacher taught any
     * @param curve accuracy while training, a point for each block of samples
     * @param repetitions how often a sample was shown again
     */
    public record Learning(LearnedState state, List<OnlinePoint> curve, long repetitions) {
        public Learning {
            curve = List.copyOf(curve);
        }
    }

    /** Learns and assigns classes. */
    public static TrainedModel train(TrainingPlan plan, LabelledImages images) {
        Trainer trainer = new Trainer(plan, Progress.Listener.NONE);
        return trainer.assign(trainer.learn(images), images);
    }

    /**
     * Shows every image in each epoch, in order, as the plan's presentation says. Without a teacher labels serve only to
     * say how well it goes. Where a teacher makes the spikes they say nothing of that, and there is no curve.
     *
     * @throws IllegalArgumentException if the images do not have the size of the network's input, or the teacher needs
     *     more neurons
     */
    public Learning learn(LabelledImages images) {
        requireFit(images);
        LearningObserver observer = new LearningObserver(plan, images, listener);
        return learning(pass().run(images, observer.total(), observer), observer, images);
    }

    /**
     * Goes on from a checkpoint: what comes of it has the same bits as if learning had never stopped. A label teacher teaches
     * from the beginning.
     *
     * @throws IllegalArgumentException if the checkpoint is of another plan or other images
     */
    public Learning resume(LabelledImages images, Checkpoint from) {
        requireFit(images);
        from.requireFit(plan, images);
        LearningObserver observer = new LearningObserver(plan, images, listener);
        observer.resume(from);
        return learning(pass().resume(images, observer.total(), from.pass(), observer), observer, images);
    }

    private LearningPass pass() {
        return new LearningPass(plan, engine);
    }

    private Learning learning(LearnedState state, LearningObserver observer, LabelledImages images) {
        return new Learning(taught(state, images), observer.curve(), observer.repetitions());
    }

    private LearnedState taught(LearnedState learned, LabelledImages images) {
        return plan.teacher() instanceof LabelTeacher teacher
                ? new Teaching(plan, teacher, labels(teacher, images), listener).teach(network, learned, images)
                : learned;
    }

    /**
     * Gives each neuron the class that it answers most to among the plan's last training images; label neurons that a
     * teacher taught have theirs.
     *
     * @throws IllegalArgumentException if the images do not have the size of the network's input
     */
    public TrainedModel assign(Learning learning, LabelledImages images) {
        requireFit(images);
        if (plan.teacher() instanceof LabelTeacher teacher) {
            LabelLayer labels = labels(teacher, images);
            return model(labels.joinedTo(network), LabelLayer.NAME, learning, labels.assignment(), images, 0);
        }
        int count = Math.min(plan.assignSamples(), images.size());
        LabelledImages labelled = images.slice(images.size() - count, images.size());
        FrozenPass pass = new FrozenPass(labelled, Phase.ASSIGN, listener);
        List<Responses> gathered = pass.run(
                plan.threads(),
                () -> new FrozenNetwork(
                        network,
                        learning.state(),
                        plan.model().inputLayer(),
                        plan.model().readoutLayer(),
                        plan.presentation(),
                        plan.seed(),
                        Phase.ASSIGN),
                () -> new Responses(new ClassResponses(plan.model().neurons(), images.classes())));
        ClassResponses responses = new ClassResponses(plan.model().neurons(), images.classes());
        gathered.forEach(part -> responses.merge(part.responses()));
        LabelAssignment assignment =
                LabelAssignment.none(plan.model().neurons(), images.classes()).updated(responses, 1);
        return model(network, plan.model().readoutLayer(), learning, assignment, images, count);
    }

    private TrainedModel model(
            Network whole,
            String readoutLayer,
            Learning learning,
            LabelAssignment assignment,
            LabelledImages images,
            int assignSamples) {
        return new TrainedModel(
                whole,
                plan.model().inputLayer(),
                readoutLayer,
                plan.presentation(),
                Shape.of(images.height(), images.width()),
                learning.state(),
                assignment,
                Provenance.of(plan, images, assignSamples));
    }

    private LabelLayer labels(LabelTeacher teacher, LabelledImages images) {
        return new LabelLayer(
                network.layer(plan.model().readoutLayer()), images.classes(), network.dt(), teacher.competition());
    }

    private void requireFit(LabelledImages images) {
        if (images.pixels() != plan.model().inputs()) {
            throw new IllegalArgumentException(
                    images.name() + " has images of " + images.height() + " x " + images.width()
                            + " pixels, but the network has " + plan.model().inputs() + " inputs");
        }
        if (plan.presentation().slant() == Presentation.Slant.UPRIGHT && images.height() != images.width()) {
            throw new IllegalArgumentException(images.name() + " has images of " + images.height() + " x "
                    + images.width() + " pixels; only square ones can be sheared upright");
        }
    }

    private record Responses(ClassResponses responses) implements FrozenPass.Gatherer {
        @Override
        public void add(int sample, int[] counts, int label) {
            responses.add(counts, label);
        }
    }
}
