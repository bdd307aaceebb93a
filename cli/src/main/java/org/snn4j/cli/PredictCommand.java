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
import org.snn4j.datasets.images.ImageFile;
import org.snn4j.datasets.images.digit.DigitImage;
import org.snn4j.datasets.images.folder.Framing;
import org.snn4j.datasets.images.folder.ImageForm;
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
        description = {
            "",
            "Each image holds one digit: a photograph, a scan or a drawing of any size, dark on light or light on dark,"
                    + " in uneven light. It is cut out, scaled and centred as MNIST's digits are."
        })
final class PredictCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model that train wrote.")
    private Path file;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", description = "PNG or other image files.")
    private List<Path> images;

    @Option(
            names = "--frame",
            paramLabel = "digit|whole",
            defaultValue = "digit",
            converter = Values.Frame.class,
            description = "What an image shows: a digit, or all of what the model was trained on [${DEFAULT-VALUE}]")
    private Framing framing;

    @Option(
            names = "--show-input",
            paramLabel = "DIR|text",
            description = "Show what the network is given: as PNG files in a new folder, or here as text")
    private String shown;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ShownInputs inputs = ShownInputs.to(shown);
        if (json && inputs.areText()) {
            throw new WrongUse("--show-input is text, which does not go with --json; a new folder would be right.");
        }
        TrainedModel model = TrainedModel.load(file);
        List<Answer> answers = new ArrayList<>();
        for (Path image : images) {
            GreyImage input = input(image, model.image());
            answers.add(new Answer(image, model, model.predict(input.intensities()), inputs.add(image, input)));
        }
        inputs.write();
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

    /** The image in the form that the model takes. */
    private GreyImage input(Path image, Shape needed) throws IOException {
        GreyImage read = ImageFile.read(image);
        GreyImage input;
        try {
            input = framing == Framing.DIGIT
                    ? DigitImage.framed(read)
                    : new ImageForm(needed.length(0), needed.length(1), framing).applied(read);
        } catch (IllegalArgumentException e) {
            throw new IOException(image + ": " + e.getMessage(), e);
        }
        if (!Shape.of(input.height(), input.width()).equals(needed)) {
            throw new IOException(image + ": becomes " + input.height() + " x " + input.width()
                    + " pixels, but the model was made for images of " + needed + "; --frame whole would be right");
        }
        return input;
    }

    /** @param input what was shown of the image, and where; empty if nothing was asked for */
    private record Answer(Path image, TrainedModel model, Prediction prediction, String input) {
        private static final int BEST = 3;

        ObjectNode json() {
            ObjectNode json = Json.object()
                    .put("image", image.toString())
                    .put("label", label())
                    .put("className", label() == Vote.ABSTENTION ? "" : model.className(label()))
                    .put("spikes", prediction.spikes());
            if (!input.isEmpty()) {
                json.put("input", input);
            }
            ObjectNode labels = json.putObject("labels");
            ObjectNode votes = json.putObject("votes");
            for (Vote vote : Vote.values()) {
                labels.put(vote.fieldName(), prediction.label(vote));
                prediction.scores().get(vote).forEach(votes.putArray(vote.fieldName())::add);
            }
            return json;
        }

        String text() {
            return answer() + (input.isEmpty() ? "" : System.lineSeparator() + input);
        }

        private String answer() {
            if (label() == Vote.ABSTENTION) {
                return image + ": no answer; no neuron that stands for a class fired";
            }
            List<Double> scores = prediction.scores().get(Vote.CONFIDENCE_WEIGHTING);
            double total = scores.stream().mapToDouble(Double::doubleValue).sum();
            String shares = IntStream.range(0, scores.size())
                    .boxed()
                    .sorted(Comparator.comparing(scores::get, Comparator.reverseOrder()))
                    .limit(BEST)
                    .map(k ->
                            String.format(Locale.ROOT, "%s: %.0f %%", model.className(k), 100 * scores.get(k) / total))
                    .collect(Collectors.joining(", "));
            return image + ": " + model.className(label()) + "   (" + prediction.spikes() + " spikes; votes " + shares
                    + ")";
        }

        private int label() {
            return prediction.label(Vote.CONFIDENCE_WEIGHTING);
        }
    }
}
