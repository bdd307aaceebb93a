package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.snn4j.training.TrainingPlan;

/**
 * What a trial measured.
 *
 * @param samples how many samples were timed
 * @param steps of each sample
 * @param millis all that training on the samples took, ms
 * @param encodeMillis what encoding them takes on one thread with nothing beside it, ms
 * @param spikes of the readout layer, while it was timed
 */
record Speed(int samples, int steps, double millis, double encodeMillis, long spikes) {
    private static final double NANOS_PER_MILLI = 1e6;

    double millisPerSample() {
        return millis / samples;
    }

    double encodeMillisPerSample() {
        return encodeMillis / samples;
    }

    double nanosPerStep() {
        return NANOS_PER_MILLI * millisPerSample() / steps;
    }

    double spikesPerSample() {
        return (double) spikes / samples;
    }

    ObjectNode json(TrainingPlan plan, String engine) {
        return Json.object()
                .put("neurons", plan.model().neurons())
                .put("samples", samples)
                .put("threads", plan.threads())
                .put("engine", engine)
                .put("vectorUnit", VectorUnit.inUse())
                .put("millisPerSample", millisPerSample())
                .put("encodeMillisPerSample", encodeMillisPerSample())
                .put("nanosPerStep", nanosPerStep())
                .put("spikesPerSample", spikesPerSample());
    }

    void print(PrintWriter out) {
        line(out, millisPerSample(), "ms a sample");
        line(out, encodeMillisPerSample(), "ms a sample for encoding alone");
        line(out, nanosPerStep(), String.format(Locale.ROOT, "ns a step, %,d steps a sample", steps));
        line(out, spikesPerSample(), "spikes a sample");
    }

    private static void line(PrintWriter out, double figure, String unit) {
        out.printf(Locale.ROOT, "%,14.4f %s%n", figure, unit);
    }
}
