package org.snn4j.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Encoder;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
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
 * state or after a rest, and again where the {@link Presentation} says so. Where the plan has the network change by something
 * else than its rules, it goes on as another network. The samples of a batch are shown, and learned from, at once.
 */
public final class LearningPass {
    private final TrainingPlan plan;
    private final Engine engine;
    private final int batch;

    /**
     * A pass by the plan.
     *
     * @throws IllegalArgumentException if the plan has a batch of several samples, and a teacher that acts on the network, or rests or
     *     repetitions
     */
    public LearningPass(TrainingPlan plan, Engine engine) {
        int batch = plan.batch();
        if (batch > 1 && plan.teacher() instanceof DirectTeacher) {
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

        /**
         * Samples have been learned from: one, or those of a batch. Called after {@link #onAnswer}.
         *
         * @param shown how many in all
         * @param learned what the network has learned by now, a copy made when it is asked for and only valid during the call
         */
        default void onLearned(long shown, Supplier<LearnedState> learned) {}

        /**
         * The pass stands between two batches. Called after {@link #onLearned}.
         *
         * @param state what it takes to go on from here, a copy made when it is asked for and only valid during the call
         */
        default void onState(long shown, Supplier<PassState> state) {}
    }

    /**
     * Shows the images, again from the first after the last, until {@code total} have been shown.
     *
     * @return what the network has learned
     * @throws IllegalArgumentException if the plan narrows the spread of a theta that neurons do not have; nothing was shown then
     */
    public LearnedState run(LabelledImages images, long total, Listener listener) {
        return run(images, total, Optional.empty(), listener);
    }

    /**
     * Goes on from where another pass by the same plan, over the same images, stood; what is left of it has the same bits.
     *
     * @throws IllegalArgumentException if the state belongs to another network
     */
    public LearnedState resume(LabelledImages images, long total, PassState from, Listener listener) {
        return run(images, total, Optional.of(from), listener);
    }

    private LearnedState run(LabelledImages images, long total, Optional<PassState> from, Listener listener) {
        long begin = from.map(PassState::shown).orElse(0L);
        Network network = plan.model().network();
        Shape shape = network.layer(plan.model().inputLayer()).shape();
        Encoder encoder = plan.presentation().encoder(network.dt(), plan.seed(), Phase.TRAIN);
        Stages stages = new Stages(plan, total);
        try (Showing showing = new Showing(stages, images, from, listener);
                EncodingAhead trains = new EncodingAhead(
                        sample -> encoder.encode(images.intensities((int) (sample % images.size())), sample)
                                .reshaped(shape),
                        begin,
                        total,
                        plan.threads())) {
            List<SpikeTrain> next = spikes(trains, begin, total);
            for (long first = begin; first < total; first += batch) {
                List<SpikeTrain> now = next;
                next = spikes(trains, first + batch, total);
                if (stages.beginsWithin(first - batch, first)) {
                    showing.goOnAs(stages.network(first));
                }
                showing.announce(next);
                showing.show(first, now);
            }
            return showing.learned();
        }
    }

    /** Samples shown to one network after another, of which each goes on with what was learned; mostly there is only one. */
    private final class Showing implements AutoCloseable {
        private final LabelledImages images;
        private final Listener listener;
        private final Optional<DirectLesson> lesson;
        private final LouderEncoders louder;
        private Simulation simulation;
        private Recording answers;
        private Pause pause;

        Showing(Stages stages, LabelledImages images, Optional<PassState> from, Listener listener) {
            Network network = stages.network(
                    from.map(state -> Math.max(0, state.shown() - batch)).orElse(0L));
            this.images = images;
            this.listener = listener;
            this.lesson = lesson(network, images.classes());
            this.louder = new LouderEncoders(plan.presentation(), network.dt(), plan.seed(), Phase.TRAIN);
            open(network.simulate(engine, plan.seed()));
            try {
                requireTheta();
                from.ifPresentOrElse(state -> simulation.restore(state.simulation()), pause::beforeLearning);
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }

        private void requireTheta() {
            if (plan.thetaSpread() != 1 && !ThetaSpread.hasTheta(simulation.learned(), readout())) {
                throw new IllegalArgumentException("plan.thetaSpread is " + plan.thetaSpread()
                        + ", but the neurons of layer " + readout().name()
                        + " (" + readout().neurons().type() + ") have no theta; 1 would be right");
            }
        }

        private Layer readout() {
            return simulation.network().layer(plan.model().readoutLayer());
        }

        private void open(Simulation next) {
            simulation = next;
            answers = next.record(plan.model().readoutLayer(), Variable.SPIKES);
            pause = new Pause(next, plan.presentation().rest());
        }

        /** Goes on with what was learned, from the initial state, and with the fixed weights of the other network. */
        void goOnAs(Network network) {
            if (!network.equals(simulation.network())) {
                LearnedState learned = simulation.learned();
                simulation.close();
                open(network.simulate(engine, plan.seed()));
                simulation.restore(Stages.withFixedWeights(network, learned, simulation.learned()));
            }
        }

        /** What was learned, as the model's network after training holds it. */
        LearnedState learned() {
            goOnAs(plan.model().network());
            double spread = plan.teacher().thetaSpread() * plan.thetaSpread();
            return ThetaSpread.narrowed(simulation.learned(), readout(), spread);
        }

        @Override
        public void close() {
            simulation.close();
        }

        /** Lets the engine know what comes after the samples that are about to be shown. */
        void announce(List<SpikeTrain> next) {
            if (!next.isEmpty()) {
                simulation.announce(run(next));
            }
        }

        private Run run(List<SpikeTrain> trains) {
            Spikes spikes = trains.size() == 1 ? trains.get(0) : new SpikeBatch(trains);
            return Run.of(plan.model().inputLayer(), spikes, plan.presentation().time());
        }

        /** Shows a batch of samples, of which {@code first} is the first, as often as it takes. */
        void show(long first, List<SpikeTrain> trains) {
            List<int[]> counts = answers(first, trains);
            for (int again = 1; louder.isNeeded(again, counts.get(0)); again++) {
                listener.onRepetition(first);
                counts = answers(
                        first,
                        List.of(louder.of(again)
                                .encode(images.intensities(image(first)), first)
                                .reshaped(trains.get(0).shape())));
            }
            for (int k = 0; k < counts.size(); k++) {
                listener.onAnswer(first + k, counts.get(k));
            }
            long shown = first + counts.size();
            listener.onLearned(shown, simulation::learned);
            listener.onState(shown, () -> new PassState(shown, simulation.state()));
        }

        private List<int[]> answers(long first, List<SpikeTrain> trains) {
            Run run = run(trains).ofSample(first);
            int label = images.label(image(first));
            simulation.run(lesson.isPresent() ? lesson.get().taught(run, first, label) : run);
            List<int[]> counts =
                    IntStream.range(0, trains.size()).mapToObj(answers::counts).toList();
            pause.afterLearning(first);
            return counts;
        }

        private int image(long sample) {
            return (int) (sample % images.size());
        }
    }

    private Optional<DirectLesson> lesson(Network network, int classes) {
        return plan.teacher() instanceof DirectTeacher teacher
                ? Optional.of(DirectLesson.of(
                        teacher, network.layer(plan.model().readoutLayer()), classes, network.dt(), plan.seed()))
                : Optional.empty();
    }

    /** The trains of a batch, of which {@code first} is the first sample; none after the last. */
    private List<SpikeTrain> spikes(EncodingAhead trains, long first, long total) {
        return Stream.generate(trains::next)
                .limit(Math.max(0, Math.min(batch, total - first)))
                .toList();
    }
}
