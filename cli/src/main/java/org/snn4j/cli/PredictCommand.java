package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.digit.DigitImage;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.array.Shape;
import org.snn4j.training.Prediction;
import org.snn4j.training.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Labels image files. */
@Command(
        name = "predict",
        header = "Labels image files with a saved model, and shows the votes.",
        description = {"", "Each image holds one digit. It may have any size and be dark on light or light on dark."})
final class PredictCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model that train wrote.")
    private Path file;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", description = "PNG or other image files.")
    private List<Path> images;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        TrainedModel model = TrainedModel.load(file);
        List<Answer> answers = new ArrayList<>();
        for (Path image : images) {
            answers.add(new Answer(image, model.predict(digit(image, model.image()))));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode object = Json.object().put("model", file.toString());
            ArrayNode predictions = object.putArray("predictions");
            answers.forEach(answer -> predictions.add(answer.json()));
            out.println(Json.text(object));
        } else {
            answers.forEach(answer -> out.println(answer.text()));
        }
        return 0;
    }

    private static float[] digit(Path image, Shape needed) throws IOException {
        GreyImage digit = DigitImage.read(image);
        if (!Shape.of(digit.height(), digit.width()).equals(needed)) {
            throw new IOException(image + ": becomes " + digit.height() + " x " + digit.width()
                    + " pixels, but the model was made for images of " + needed);
        }
        return digit.intensities();
    }

    private record Answer(Path image, Prediction prediction) {
        private static final int BEST = 3;

        ObjectNode json() {
            ObjectNode json = Json.object()
                    .put("image", image.toString())
                    .put("label", label())
                    .put("spikes", prediction.spikes());
            ObjectNode labels = json.putObject("labels");
            ObjectNode votes = json.putObject("votes");
            for (Vote vote : Vote.values()) {
                labels.put(vote.fieldName(), prediction.label(vote));
                prediction.scores().get(vote).forEach(votes.putArray(vote.fieldName())::add);
            }
            return json;
        }

        String text() {
            if (label() == Vote.ABSTENTION) {
                return image + ": no answer; no neuron that stands for a class fired";
            }
            List<Double> scores = prediction.scores().get(Vote.CONFIDENCE_WEIGHTING);
            double total = scores.stream().mapToDouble(Double::doubleValue).sum();
            String shares = IntStream.range(0, scores.size())
                    .boxed()
                    .sorted(Comparator.comparing(scores::get, Comparator.reverseOrder()))
                    .limit(BEST)
                    .map(k -> String.format(Locale.ROOT, "%d: %.0f %%", k, 100 * scores.get(k) / total))
                    .collect(Collectors.joining(", "));
            return image + ": " + label() + "   (" + prediction.spikes() + " spikes; votes " + shares + ")";
        }

        private int label() {
            return prediction.label(Vote.CONFIDENCE_WEIGHTING);
        }
    }
}
