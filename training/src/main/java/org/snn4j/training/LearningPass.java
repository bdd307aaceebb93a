package org.snn4j.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Encoder;
import org.snn4j.network.Engine;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;
import org.snn4j.network.spikes.Spikes;

/**
 * The loop of training: samples are encoded and shown, in order, to a network that learns, each from the same initial
 * state or after a rest, and again where the {@link Presentation} says so. The samples of a batch are shown, and learned
 * from, at once.
 */
public final class LearningPass {
    private final TrainingPlan plan;
    private final Engine engine;
    private final int batch;

    /**
     * A pass by the plan.
     *
     * @throws IllegalArgumentException if the batch is of no sample, or of several and the plan has a teacher that clamps, or
     *     rests or repetitions
     */
    public LearningPass(TrainingPlan plan, Engine engine, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch of " + batch + " samples; at least 1 would be right");
        }
        if (batch > 1 && plan.teacher() instanceof Clamp) {
            throw new IllegalArgumentException("a batch of " + batch + " samples with the teacher "
                    + plan.teacher().name() + ", which teaches one at a time");
        }
        Presentation presentation = plan.presentation();
        if (batch > 1 && (presentation.rest() > 0 || presentation.repetition().isPresent())) {
            throw new IllegalArgumentException("a batch of " + batch + " samples with the " + presentation
                    + ", whose rests and repetitions are for one at a time");
        }
        this.plan = plan;
        this.engine = engine;
        this.batch = batch;
    }

    /** Hears how the network answers, sample after sample; those of a batch when it is over. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A sample has been shown.
         *
         * @param sample its number, counted from 0
         * @param counts how often each readout neuron fired
         */
        void onAnswer(long sample, int[] counts);

        /** A sample is about to be shown again, since it was hardly answered; its answer is to the last showing. */
        default void onRepetition(long sample) {}
    }

    /**
     * Shows the images, again from the first after the last, until {@code total} have been shown.
     *
     * @return what the network has learned
     */
    public LearnedState run(LabelledImages images, long total, Listener listener) {
        Network network = plan.model().network();
        Encoder encoder = plan.presentation().encoder(network.dt(), plan.seed(), Phase.TRAIN);
        try (Simulation simulation = network.simulate(engine, plan.seed());
                EncodingAhead trains = new EncodingAhead(
                        sample -> encoder.encode(images.intensities((int) (sample % images.size())), sample),
                        total,
                        plan.threads())) {
            Showing showing = new Showing(simulation, images, listener);
            for (long first = 0; first < total; first += batch) {
                showing.show(first, spikes(trains, (int) Math.min(batch, total - first)));
            }
            return simulation.learned();
        }
    }

    /** Samples shown to one simulation. */
    private final class Showing {
        private final Simulation simulation;
        private final LabelledImages images;
        private final Listener listener;
        private final Recording answers;
        private final Optional<Clamping> clamping;
        private final Pause pause;
        private final LouderEncoders louder;

        Showing(Simulation simulation, LabelledImages images, Listener listener) {
            Network network = simulation.network();
            this.simulation = simulation;
            this.images = images;
            this.listener = listener;
            this.answers = simulation.record(plan.model().readoutLayer(), Variable.SPIKES);
            this.clamping = clamping(network, images.classes());
            this.pause = new Pause(simulation, plan.presentation().rest());
            this.louder = new LouderEncoders(plan.presentation(), network.dt(), plan.seed(), Phase.TRAIN);
            pause.beforeLearning();
        }

        /** Shows a batch of samples, of which {@code first} is the first, as often as it takes. */
        void show(long first, List<SpikeTrain> trains) {
            List<int[]> counts = answers(first, trains);
            for (int again = 1; louder.isNeeded(again, counts.get(0)); again++) {
                listener.onRepetition(first);
                counts = answers(first, List.of(louder.of(again).encode(images.intensities(image(first)), first)));
            }
            for (int k = 0; k < counts.size(); k++) {
                listener.onAnswer(first + k, counts.get(k));
            }
        }

        private List<int[]> answers(long first, List<SpikeTrain> trains) {
            Run run = Run.of(
                            plan.model().inputLayer(),
                            spikes(trains),
                            plan.presentation().time())
                    .ofSample(first);
            int label = images.label(image(first));
            simulation.run(clamping.isPresent() ? clamping.get().taught(run, first, label) : run);
            List<int[]> counts =
                    IntStream.range(0, trains.size()).mapToObj(answers::counts).toList();
            pause.afterLearning(first);
            return counts;
        }

        private int image(long sample) {
            return (int) (sample % images.size());
        }

        private Spikes spikes(List<SpikeTrain> trains) {
            Shape shape = simulation.network().layer(plan.model().inputLayer()).shape();
            List<SpikeTrain> shaped =
                    trains.stream().map(train -> train.reshaped(shape)).toList();
            return shaped.size() == 1 ? shaped.get(0) : new SpikeBatch(shaped);
        }
    }

    private Optional<Clamping> clamping(Network network, int classes) {
        return plan.teacher() instanceof Clamp clamp
                ? Optional.of(new Clamping(
                        clamp, network.layer(plan.model().readoutLayer()), classes, network.dt(), plan.seed()))
                : Optional.empty();
    }

    private static List<SpikeTrain> spikes(EncodingAhead trains, int count) {
        return Stream.generate(trains::next).limit(count).toList();
    }
}
