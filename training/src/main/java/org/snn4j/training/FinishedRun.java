package org.snn4j.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.file.MalformedJsonException;
import org.snn4j.network.file.StrictJson;
import org.snn4j.network.file.StrictObject;

/**
 * Reads back what a run left in its folder.
 *
 * @param folder of a run that is over
 */
public record FinishedRun(RunFolder folder) {
    /**
     * A run in a folder.
     *
     * @throws NoSuchFileException if there is no trained model in it
     */
    public static FinishedRun in(Path path) throws NoSuchFileException {
        RunFolder folder = new RunFolder(path);
        if (!Files.isRegularFile(folder.model())) {
            throw new NoSuchFileException(
                    path.toString(), null, "holds no model.zip; the folder of a run of train would be right");
        }
        return new FinishedRun(folder);
    }

    /**
     * A point of the curve of accuracy during training.
     *
     * @param samples how many training had seen
     * @param accuracy of each vote on the last block of them, as a share; votes that had none are left out
     */
    public record Point(long samples, Map<Vote, Double> accuracy) {
        public Point {
            Map<Vote, Double> copy = new EnumMap<>(Vote.class);
            copy.putAll(accuracy);
            accuracy = Collections.unmodifiableMap(copy);
        }

        /** A point of a curve that has just been learned. */
        public static Point of(OnlinePoint point) {
            Map<Vote, Double> shares = new EnumMap<>(Vote.class);
            point.accuracy().forEach((vote, accuracy) -> {
                if (accuracy.samples() > 0) {
                    shares.put(vote, accuracy.value());
                }
            });
            return new Point(point.samples(), shares);
        }
    }

    public TrainedModel model() throws IOException {
        return TrainedModel.load(folder.model());
    }

    /** The accuracy while training; empty where there was none to tell. */
    public List<Point> curve() throws IOException {
        List<Point> points = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(folder.metrics())) {
            number++;
            StrictObject object =
                    StrictJson.read(line.getBytes(StandardCharsets.UTF_8), folder.metrics() + ", line " + number);
            points.add(new Point(object.whole("samples"), accuracy(object.object("accuracy"))));
        }
        return points;
    }

    /** The accuracy of each vote on the test images, as a share. */
    public Map<Vote, Double> testAccuracy() throws IOException {
        return accuracy(StrictJson.read(folder.result()).object("accuracy"));
    }

    /** What was taken for what in the test. */
    public ConfusionMatrix confusion(Vote vote) throws IOException {
        return ConfusionFile.read(folder.confusion(), vote);
    }

    private static Map<Vote, Double> accuracy(StrictObject object) throws MalformedJsonException {
        Map<Vote, Double> accuracy = new EnumMap<>(Vote.class);
        for (Vote vote : Vote.values()) {
            if (object.optional(vote.fieldName()).map(JsonNode::isNumber).orElse(false)) {
                accuracy.put(vote, object.number(vote.fieldName()));
            }
        }
        return accuracy;
    }
}
