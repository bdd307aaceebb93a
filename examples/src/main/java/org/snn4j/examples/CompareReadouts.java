package org.snn4j.examples;

import java.io.IOException;
import java.util.List;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.LogisticReadout;
import org.snn4j.evaluation.McNemar;
import org.snn4j.evaluation.NGramReadout;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.spikes.SpikeTrain;
import org.snn4j.training.*;

/** Trains a network without labels, reads its spikes out in three ways, and asks whether one is better than another. */
public final class CompareReadouts {
    private CompareReadouts() {}

    /** @param arguments how many images to train on */
    public static void main(String... arguments) throws IOException {
        LabelledImages train = Mnist.train().first(Integer.parseInt(arguments[0]));
        LabelledImages test = Mnist.test().first(Math.min(train.size(), 10_000));
        Presentation presentation = new Presentation(new Poisson(128), 250);
        TrainedModel model = Trainer.train(TrainingPlan.of(DiehlAndCook2015.recommended(100), presentation, 42), train);

        List<SpikeTrain> known = model.spikes(train, Phase.ASSIGN);
        NGramReadout.Builder pairs = NGramReadout.builder(2, 100, 10);
        LogisticReadout.Builder counts = LogisticReadout.builder(100, 10);
        for (int i = 0; i < train.size(); i++) {
            pairs.add(known.get(i).order(), train.label(i));
            counts.add(known.get(i).counts(), train.label(i));
        }
        NGramReadout ngram = pairs.build();
        LogisticReadout logistic = counts.fit(1);

        List<SpikeTrain> unknown = model.spikes(test, Phase.TEST);
        int[] labels = new int[test.size()];
        int[] byVotes = new int[test.size()];
        int[] byPairs = new int[test.size()];
        int[] byRegression = new int[test.size()];
        for (int i = 0; i < test.size(); i++) {
            labels[i] = test.label(i);
            byVotes[i] = Vote.CONFIDENCE_WEIGHTING.predict(
                    model.assignment(), unknown.get(i).counts());
            byPairs[i] = ngram.predict(unknown.get(i).order());
            byRegression[i] = logistic.predict(unknown.get(i).counts());
        }
        compare("pairs of spikes", McNemar.of(labels, byVotes, byPairs));
        compare("logistic regression", McNemar.of(labels, byVotes, byRegression));
    }

    private static void compare(String readout, McNemar test) {
        System.out.printf("votes %.1f %%, ", 100.0 * (test.bothRight() + test.onlyFirst()) / test.samples());
        System.out.printf("%s %.1f %%, ", readout, 100.0 * (test.bothRight() + test.onlySecond()) / test.samples());
        System.out.printf("%+.1f points, p = %.1g%n", 100 * test.difference(), test.exactPValue());
    }
}
