package org.snn4j.cli;

import java.util.Optional;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Encoder;
import org.snn4j.encoding.Window;
import org.snn4j.network.Engine;
import org.snn4j.training.LearningPass;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;
import org.snn4j.training.TrainingPlan;

/** A training whose time is taken from the end of the warm-up on. */
final class SpeedTrial {
    private static final double NANOS_PER_MILLI = 1e6;

    private final TrainingPlan plan;
    private final LabelledImages images;
    private final Window window;

    SpeedTrial(TrainingPlan plan, LabelledImages images) {
        this.plan = plan;
        this.images = images;
        this.window =
                new Window(plan.presentation().time(), plan.model().network().dt());
    }

    /**
     * How long a trial is, in samples.
     *
     * @param warmup how many are shown before the clock starts, rounded up to whole batches
     * @param samples how many are shown then
     * @param batch how many are shown at once
     */
    record Lengths(int warmup, int samples, int batch) {
        long untimed() {
            return (warmup + batch - 1L) / batch * batch;
        }

        long total() {
            return untimed() + samples;
        }
    }

    Speed run(Engine engine, Lengths lengths, Progress.Listener progress) {
        Meter meter = new Meter(lengths, progress);
        new LearningPass(plan.withBatch(lengths.batch()), engine).run(images, lengths.total(), meter);
        return new Speed(
                lengths.samples(), window.steps(), meter.millis(), encodeMillis(lengths.samples()), meter.spikes);
    }

    /** Encodes as many images as were measured, from the first; what encodes is up to speed by now. */
    private double encodeMillis(int samples) {
        Encoder encoder = plan.presentation().encoding().encoder(window, plan.seed());
        long spikes = 0;
        long began = System.nanoTime();
        for (int sample = 0; sample < samples; sample++) {
            spikes += encoder.encode(images.intensities(sample % images.size()), sample)
                    .count();
        }
        double millis = (System.nanoTime() - began) / NANOS_PER_MILLI;
        if (spikes == 0) {
            throw new IllegalStateException("no image had a spike in " + window.time() + " ms");
        }
        return millis;
    }

    /** Hears the answers, starts the clock with the last of the warm-up and stops it with each one after. */
    private static final class Meter implements LearningPass.Listener {
        private final Lengths lengths;
        private final Progress.Listener progress;
        private long began;
        private long ended;
        private long spikes;

        Meter(Lengths lengths, Progress.Listener progress) {
            this.lengths = lengths;
            this.progress = progress;
        }

        @Override
        public void onAnswer(long sample, int[] counts) {
            long shown = sample + 1;
            progress.onProgress(new Progress(Phase.TRAIN, shown, lengths.total(), 0, Optional.empty()));
            if (shown > lengths.untimed()) {
                for (int count : counts) {
                    spikes += count;
                }
            }
            ended = System.nanoTime();
            if (shown == lengths.untimed()) {
                began = ended;
            }
        }

        double millis() {
            return (ended - began) / NANOS_PER_MILLI;
        }
    }
}
