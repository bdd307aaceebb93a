package org.snn4j.examples;

import java.io.IOException;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Encoder;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.Window;
import org.snn4j.evaluation.ClassResponses;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.Interval;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.LogisticReadout;
import org.snn4j.evaluation.McNemar;
import org.snn4j.evaluation.NGramReadout;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.Engine;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/** Trains a network without labels, then reads its spikes out in three ways and asks whether one is better than another. */
public final class CompareReadouts {
    private static final int NEURONS = 100;
    private static final int CLASSES = 10;

    private CompareReadouts() {}

    public static void main(String... arguments) throws IOException {
        int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        LabelledImages train = Mnist.split().train().first(samples);
        LabelledImages test = Mnist.split().test().first(Math.min(samples, 10_000));
        TrainedModel model = Trainer.train(
                TrainingPlan.of(DiehlAndCook2015.recommended(NEURONS), new Presentation(new Poisson(128), 250), 42),
                train);
        Answers known = Answers.of(model, train, 1);
        Answers unknown = Answers.of(model, test, 2);

        ClassResponses responses = new ClassResponses(NEURONS, CLASSES);
        NGramReadout.Builder pairs = NGramReadout.builder(2, NEURONS, CLASSES);
        LogisticReadout.Builder counts = LogisticReadout.builder(NEURONS, CLASSES);
        for (int i = 0; i < train.size(); i++) {
            responses.add(known.counts()[i], train.label(i));
            pairs.add(known.orders()[i], train.label(i));
            counts.add(known.counts()[i], train.label(i));
        }
        LabelAssignment assignment = LabelAssignment.none(NEURONS, CLASSES).updated(responses, 1);
        NGramReadout ngram = pairs.build();
        LogisticReadout logistic = counts.fit(1);

        int[] labels = each(test, test::label);
        int[] byVote = each(test, i -> Vote.CONFIDENCE_WEIGHTING.predict(assignment, unknown.counts()[i]));
        int[] byNgram = each(test, i -> ngram.predict(unknown.orders()[i]));
        int[] byLogistic = each(test, i -> logistic.predict(unknown.counts()[i]));
        print("confidence weighting", labels, byVote);
        print("pairs of spikes", labels, byNgram);
        print("logistic regression", labels, byLogistic);
        compare(McNemar.of(labels, byVote, byLogistic));
    }

    private static int[] each(LabelledImages images, IntUnaryOperator value) {
        return IntStream.range(0, images.size()).map(value).toArray();
    }

    private static void print(String readout, int[] labels, int... predictions) {
        ConfusionMatrix.Builder builder = ConfusionMatrix.builder(CLASSES);
        for (int i = 0; i < labels.length; i++) {
            builder.add(labels[i], predictions[i]);
        }
        ConfusionMatrix matrix = builder.build();
        Interval interval = matrix.accuracy().interval95();
        System.out.printf(
                "%s: %.1f %% right (95 %% interval %.1f to %.1f), %d abstentions%n",
                readout,
                100 * matrix.accuracy().value(),
                100 * interval.low(),
                100 * interval.high(),
                matrix.abstentions());
    }

    private static void compare(McNemar test) {
        Interval interval = test.differenceInterval95();
        System.out.printf(
                "regression is %.1f points better than votes (95 %% interval %.1f to %.1f), p = %.1g%n",
                100 * test.difference(), 100 * interval.low(), 100 * interval.high(), test.exactPValue());
    }

    /** What a frozen network answers to images: how often each neuron fires, and in which order they fire. */
    private record Answers(int[][] counts, int[][] orders) {
        static Answers of(TrainedModel model, LabelledImages images, long seed) {
            Answers answers = new Answers(new int[images.size()][], new int[images.size()][]);
            double time = model.presentation().time();
            Window window = new Window(time, model.network().dt());
            Encoder encoder = model.presentation().encoding().encoder(window, seed);
            Shape inputs = model.network().layer(model.inputLayer()).shape();
            try (Simulation simulation = model.network().simulate(Engine.event(), seed)) {
                simulation.restore(model.learned());
                Recording spikes = simulation.record(model.readoutLayer(), Variable.SPIKES);
                for (int i = 0; i < images.size(); i++) {
                    SpikeTrain train = encoder.encode(images.intensities(i), i).reshaped(inputs);
                    simulation.run(
                            Run.of(model.inputLayer(), train, time).frozen().ofSample(i));
                    simulation.reset();
                    answers.counts()[i] = spikes.counts(0);
                    answers.orders()[i] = spikes.train(0).order();
                }
            }
            return answers;
        }
    }
}
