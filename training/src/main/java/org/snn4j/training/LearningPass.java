package org.snn4j.training;

import java.util.List;
import java.util.Optional;
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
 * The loop of training: samples are encoded and shown, in order, to a network that learns, each from the same resting
 * state. The samples of a batch are shown, and learned from, at once.
 */
public final class LearningPass {
    private final TrainingPlan plan;
    private final Engine engine;
    private final int batch;

    /** @throws IllegalArgumentException if the batch is of no sample, or of several and the plan has a teacher */
    public LearningPass(TrainingPlan plan, Engine engine, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch of " + batch + " samples; at least 1 would be right");
        }
        if (batch > 1 && !(plan.teacher() instanceof Teacher.None)) {
            throw new IllegalArgumentException("a batch of " + batch + " samples with the teacher "
                    + plan.teacher().name() + ", which teaches one at a time");
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
    }

    /**
     * Shows the images, again from the first after the last, until {@code total} have been shown.
     *
     * @return what the network has learned
     */
    public LearnedState run(LabelledImages images, long total, Listener listener) {
        Network network = plan.model().network();
        Encoder encoder = plan.presentation().encoder(network.dt(), plan.seed(), Phase.TRAIN);
        Optional<Clamping> clamping = clamping(network, images.classes());
        Shape inputShape = network.layer(plan.model().inputLayer()).shape();
        try (Simulation simulation = network.simulate(engine, plan.seed());
                EncodingAhead trains = new EncodingAhead(
                        sample -> encoder.encode(images.intensities((int) (sample % images.size())), sample)
                                .reshaped(inputShape),
                        total,
                        plan.threads())) {
            Recording spikes = simulation.record(plan.model().readoutLayer(), Variable.SPIKES);
            for (long first = 0; first < total; first += batch) {
                int count = (int) Math.min(batch, total - first);
                Run run = run(spikes(trains, count)).ofSample(first);
                int label = images.label((int) (first % images.size()));
                simulation.run(clamping.isPresent() ? clamping.get().taught(run, first, label) : run);
                simulation.reset();
                for (int k = 0; k < count; k++) {
                    listener.onAnswer(first + k, spikes.counts(k));
                }
            }
            return simulation.learned();
        }
    }

    private Optional<Clamping> clamping(Network network, int classes) {
        return plan.teacher() instanceof Clamp clamp
                ? Optional.of(new Clamping(
                        clamp, network.layer(plan.model().readoutLayer()), classes, network.dt(), plan.seed()))
                : Optional.empty();
    }

    private Run run(Spikes spikes) {
        return Run.of(plan.model().inputLayer(), spikes, plan.presentation().time());
    }

    private static Spikes spikes(EncodingAhead trains, int count) {
        if (count == 1) {
            return trains.next();
        }
        List<SpikeTrain> together = Stream.generate(trains::next).limit(count).toList();
        return new SpikeBatch(together);
    }
}
