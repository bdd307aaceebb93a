package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snn4j.datasets.images.DigitImage;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.evaluation.Vote;
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
        description = "Labels image files with a saved model, and shows the votes. Images may have any size and be dark"
                + " on light or light on dark.",
        mixinStandardHelpOptions = true)
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
        ArrayNode list = Json.object().putArray("predictions");
        PrintWriter out = spec.commandLine().getOut();
        for (Path image : images) {
            GreyImage digit = DigitImage.read(image);
            if (digit.height() * digit.width() != model.image().size()) {
                throw new IOException(image + " becomes " + digit.height() + " x " + digit.width()
                        + " pixels, but the model was made for images of " + model.image());
            }
            Prediction prediction = model.predict(digit.intensities());
            if (json) {
                list.add(json(image, prediction));
            } else {
                print(out, image, prediction);
            }
        }
        if (json) {
            ObjectNode object = Json.object().put("model", file.toString());
            object.set("predictions", list);
            out.println(Json.text(object));
        }
        return 0;
    }

    private static ObjectNode json(Path image, Prediction prediction) {
        ObjectNode json = Json.object()
                .put("image", image.toString())
                .put("label", prediction.label(Vote.CONFIDENCE_WEIGHTING))
                .put("spikes", prediction.spikes());
        ObjectNode labels = json.putObject("labels");
        ObjectNode votes = json.putObject("votes");
        for (Vote vote : Vote.values()) {
            labels.put(vote.fieldName(), prediction.label(vote));
            prediction.scores().get(vote).forEach(votes.putArray(vote.fieldName())::add);
        }
        return json;
    }

    private static void print(PrintWriter out, Path image, Prediction prediction) {
        int label = prediction.label(Vote.CONFIDENCE_WEIGHTING);
        if (label == Vote.ABSTENTION) {
            out.println(image + ": no answer; no neuron that stands for a class fired");
            return;
        }
        List<Double> scores = prediction.scores().get(Vote.CONFIDENCE_WEIGHTING);
        double total = scores.stream().mapToDouble(Double::doubleValue).sum();
        String shares = IntStream.range(0, scores.size())
                .boxed()
                .sorted((a, b) -> Double.compare(scores.get(b), scores.get(a)))
                .limit(3)
                .map(k -> String.format(Locale.ROOT, "%d: %.0f %%", k, 100 * scores.get(k) / total))
                .collect(Collectors.joining(", "));
        out.println(image + ": " + label + "   (" + prediction.spikes() + " spikes; votes " + shares + ")");
    }
}
