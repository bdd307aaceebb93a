package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.Diagnosis;
import org.snn4j.training.Phase;
import org.snn4j.training.Repetition;
import org.snn4j.training.RunFolder;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.TrainingPlan;

/** What a training run came to. */
record RunSummary(
        TrainingPlan plan,
        String engine,
        long repetitions,
        TrainedModel model,
        TestResult result,
        Diagnosis diagnosis,
        Stopwatch time) {

    /** As one JSON object, which is also the run's {@code result.json}. */
    ObjectNode json(RunFolder folder) {
        ObjectNode json = Json.object()
                .put("modelName", plan.model().name())
                .put("neurons", plan.model().neurons())
                .put("teacher", plan.teacher().name())
                .put("epochs", plan.epochs())
                .put("batch", plan.batch())
                .put("seed", plan.seed())
                .put("engine", engine)
                .put("threads", plan.threads())
                .put("trainSamples", model.provenance().samples())
                .put("repetitions", repetitions)
                .put("testSamples", result.accuracy(Vote.ALL_ACTIVITY).samples());
        Json.putAccuracies(json, result);
        ArrayNode findings = json.putArray("diagnosis");
        diagnosis.findings().forEach(finding -> findings.addObject()
                .put("kind", finding.kind().name())
                .put("observation", finding.observation())
                .put("advice", finding.advice()));
        return json.put("abstentions", result.abstentions())
                .put("unassignedNeurons", model.assignment().unassigned())
                .put("trainSeconds", time.seconds(Phase.TRAIN))
                .put("assignSeconds", time.seconds(Phase.ASSIGN))
                .put("testSeconds", time.seconds(Phase.TEST))
                .put("millisPerSample", millisPerSample())
                .put("weightsSha256", model.learned().sha256())
                .put("model", folder.model().toString())
                .put("report", folder.report().toString());
    }

    /** What the report lists. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("model", plan.model().toString());
        facts.put("presentation", plan.presentation().toString());
        facts.put("teacher", plan.teacher().toString());
        facts.put("learning rates", plan.rateDecay().toString());
        facts.put("epochs", String.valueOf(plan.epochs()));
        facts.put("batch", String.valueOf(plan.batch()));
        facts.put("spread of theta left", String.valueOf(plan.thetaSpread()));
        plan.presentation().repetition().ifPresent(again -> facts.put("repetitions", repetitionsInWords(again)));
        facts.put("engine", engine);
        facts.put("threads", String.valueOf(plan.threads()));
        facts.put("training", String.format(Locale.ROOT, "%.3f ms for each image", millisPerSample()));
        facts.put("version", Version.current());
        return facts;
    }

    /** For a person. @param images what the model was tested on */
    void print(PrintWriter out, String images, RunFolder folder) {
        Results.print(out, images, model, result);
        diagnosis.findings().forEach(finding -> out.println("looks off: " + finding));
        plan.presentation().repetition().ifPresent(again -> out.println(repetitionsInWords(again)));
        out.printf(
                Locale.ROOT,
                "trained in %.1f s (%.3f ms an image), labels assigned in %.1f s, tested in %.1f s%n",
                time.seconds(Phase.TRAIN),
                millisPerSample(),
                time.seconds(Phase.ASSIGN),
                time.seconds(Phase.TEST));
        out.println("model:  " + folder.model());
        out.println("report: " + folder.report());
    }

    private String repetitionsInWords(Repetition again) {
        return String.format(
                Locale.ROOT,
                "while training images were shown %,d times again, for fewer than %d spikes",
                repetitions,
                again.fewestSpikes());
    }

    private double millisPerSample() {
        return 1e3 * time.seconds(Phase.TRAIN) / model.provenance().samples() / plan.epochs();
    }
}
