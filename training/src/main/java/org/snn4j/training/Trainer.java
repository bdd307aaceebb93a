package org.snn4j.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.ClassResponses;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.OnlineAccuracy;
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
    private final Progress.Listener listener;

    public Trainer(TrainingPlan plan, Progress.Listener listener) {
        this.plan = plan;
        this.network = plan.model().network();
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
        Observer observer = new Observer(images);
        LearnedState state =
                new LearningPass(plan, Engine.event(plan.threads()), 1).run(images, observer.total, observer);
        return new Learning(taught(state, images), observer.accuracy.curve(), observer.repetitions);
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
                new Provenance(
                        plan.model().name(),
                        images.name(),
                        images.sha256(),
                        images.size(),
                        plan.epochs(),
                        assignSamples,
                        plan.seed(),
                        plan.teacher().name(),
                        images.classNames()));
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
    }

    private record Responses(ClassResponses responses) implements FrozenPass.Gatherer {
        @Override
        public void add(int[] counts, int label) {
            responses.add(counts, label);
        }
    }

    /** Hears the answers while the network learns, and tells how it goes. */
    private final class Observer implements LearningPass.Listener {
        private final LabelledImages images;
        private final long total;
        private final OnlineAccuracy accuracy;
        private final BlockActivity activity = new BlockActivity();
        /** Whether the network's answers are its own. */
        private final boolean answersItself = !(plan.teacher() instanceof Clamp);

        private long repetitions;

        Observer(LabelledImages images) {
            this.images = images;
            this.total = (long) plan.epochs() * images.size();
            this.accuracy = new OnlineAccuracy(
                    LabelAssignment.none(plan.model().neurons(), images.classes()), plan.onlineBlock(), 1);
        }

        @Override
        public void onAnswer(long sample, int[] counts) {
            if (answersItself) {
                accuracy.add(counts, images.label((int) (sample % images.size())));
                activity.add(counts);
            }
            listener.onProgress(progress(sample + 1));
        }

        @Override
        public void onLearned(long shown, Supplier<LearnedState> learned) {
            listener.onLearned(progress(shown), learned);
        }

        private Progress progress(long shown) {
            return new Progress(Phase.TRAIN, shown, total, activity.silentNeurons(), accuracy.lastBlock());
        }

        @Override
        public void onRepetition(long sample) {
            repetitions++;
        }
    }

    /** Which neurons fire, block by block. */
    private final class BlockActivity {
        private final boolean[] active = new boolean[plan.model().neurons()];
        private int samples;
        private int silent;

        void add(int[] counts) {
            for (int neuron = 0; neuron < counts.length; neuron++) {
                active[neuron] |= counts[neuron] > 0;
            }
            samples++;
            if (samples % plan.onlineBlock() == 0) {
                silent = 0;
                for (boolean fires : active) {
                    silent += fires ? 0 : 1;
                }
                Arrays.fill(active, false);
            }
        }

        int silentNeurons() {
            return silent;
        }
    }
}
