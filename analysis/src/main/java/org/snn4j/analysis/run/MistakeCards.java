package org.snn4j.analysis.run;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.analysis.chart.PngImage;
import org.snn4j.analysis.report.Cards;
import org.snn4j.training.Mistake;
import org.snn4j.training.TrainedModel;

/** Mistakes as pictures with the votes of the classes that got most. */
record MistakeCards(TrainedModel model) {
    private static final double LEAST_SHARE = 0.01;

    Cards of(List<Mistake> mistakes) {
        return new Cards(mistakes.stream().map(this::card).toList());
    }

    private Cards.Card card(Mistake mistake) {
        String right = model.className(mistake.label());
        String wrong = model.className(mistake.prediction().label(RunReport.MAIN));
        return new Cards.Card(
                PngImage.grey(mistake.image()),
                "Test image " + mistake.sample() + ", a " + right + ".",
                right + " taken for " + wrong,
                "test image " + mistake.sample() + ", " + mistake.prediction().spikes() + " spikes",
                bars(mistake));
    }

    /** Of those with a hundredth of the votes or more, and of the true class, in the order of their votes. */
    private List<Cards.Bar> bars(Mistake mistake) {
        List<Double> scores = mistake.prediction().scores().get(RunReport.MAIN);
        double total = scores.stream().mapToDouble(Double::doubleValue).sum();
        return IntStream.range(0, scores.size())
                .boxed()
                .filter(label -> scores.get(label) >= LEAST_SHARE * total || label == mistake.label())
                .sorted(Comparator.comparing(scores::get, Comparator.reverseOrder()))
                .map(label -> new Cards.Bar(model.className(label), scores.get(label) / total, kind(label, mistake)))
                .toList();
    }

    private static Cards.Kind kind(int label, Mistake mistake) {
        if (label == mistake.label()) {
            return Cards.Kind.RIGHT;
        }
        return label == mistake.prediction().label(RunReport.MAIN) ? Cards.Kind.WRONG : Cards.Kind.OTHER;
    }
}
