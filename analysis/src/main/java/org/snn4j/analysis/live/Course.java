package org.snn4j.analysis.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.Pace;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;
import org.snn4j.training.TestResult;

/** How training has gone so far, in numbers. For several threads. */
final class Course {
    /** The vote that the report shows in detail, too. */
    private static final Vote VOTE = Vote.CONFIDENCE_WEIGHTING;

    private final Pace pace;
    private final List<OnlinePoint> curve = new ArrayList<>();
    private volatile Progress latest;
    private volatile Progress latestOfTraining;
    private Optional<TestResult> result = Optional.empty();

    /** @param now ns, on the clock of {@link #json} */
    Course(long now) {
        pace = new Pace(now);
    }

    synchronized void goOnAfter(double seconds) {
        pace.goOnAfter(seconds);
    }

    /** Called for every sample: what it costs counts. */
    void heard(Progress progress) {
        latest = progress;
        if (progress.phase() == Phase.TRAIN) {
            Progress before = latestOfTraining;
            latestOfTraining = progress;
            long block = lastBlock(progress);
            if (block > 0 && (before == null || block != lastBlock(before))) {
                addPoint(progress.lastBlock().orElseThrow());
            }
        }
    }

    /** After how many samples it ended; 0 if there is none. */
    private static long lastBlock(Progress progress) {
        return progress.lastBlock().map(OnlinePoint::samples).orElse(0L);
    }

    private synchronized void addPoint(OnlinePoint point) {
        curve.add(point);
    }

    synchronized void tested(TestResult tested) {
        result = Optional.of(tested);
    }

    /** @param now ns, no earlier than before */
    synchronized ObjectNode json(long now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Progress progress = latest;
        if (progress != null) {
            pace.note(progress, now);
            json.put("phase", progress.phase().name().toLowerCase(Locale.ROOT))
                    .put("done", progress.done())
                    .put("total", progress.total())
                    .put("perSecond", pace.perSecond());
            if (Double.isFinite(pace.left())) {
                json.put("left", pace.left());
            }
        }
        Progress training = latestOfTraining;
        if (training != null) {
            json.put("trainingTotal", training.total()).put("silent", training.silentNeurons());
        }
        ArrayNode points = json.putArray("curve");
        for (OnlinePoint point : curve) {
            points.addArray().add(point.samples()).add(point.accuracy(VOTE).value());
        }
        testSoFar(progress).ifPresent(accuracy -> json.put("testSoFar", accuracy));
        result.ifPresent(tested -> {
            ObjectNode test = json.putObject("test");
            tested.accuracies().forEach((vote, accuracy) -> test.put(vote.fieldName(), accuracy));
        });
        return json;
    }

    private static Optional<Double> testSoFar(Progress progress) {
        return Optional.ofNullable(progress)
                .filter(heard -> heard.phase() == Phase.TEST)
                .flatMap(Progress::lastBlock)
                .map(point -> point.accuracy(VOTE).value());
    }
}
