package org.snn4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.snn4j.datasets.images.IdxFile;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.models.DiehlAndCook2015;

/** Training images of MNIST, and an experiment on some of them that takes a fraction of a second. */
final class Small {
    static final int NEURONS = 20;
    static final int BLOCK = 100;
    static final int ASSIGN = 150;
    static final LabelledImages MNIST = mnist();
    static final LabelledImages TRAIN = MNIST.first(300);
    static final LabelledImages TEST = MNIST.slice(300, 470);
    static final TrainedModel MODEL = Trainer.train(plan(1), TRAIN);

    private Small() {}

    static TrainingPlan plan(long seed) {
        return new TrainingPlan(
                DiehlAndCook2015.recommended(NEURONS),
                new Presentation(new Poisson(128), 100),
                1,
                ASSIGN,
                BLOCK,
                seed,
                1);
    }

    static TestResult test(TrainedModel model, int threads) {
        return TestResult.of(model, TEST, threads, Progress.Listener.NONE);
    }

    /** The same images with other labels. */
    static LabelledImages relabelled(LabelledImages images, IntUnaryOperator label) {
        byte[] labels = new byte[images.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) label.applyAsInt(images.label(i));
        }
        return LabelledImages.of(
                images.name(), reshaped(images, images.height(), images.width()), labels(labels), images.classes());
    }

    /** The same pixels as images of another size, all of class 0. */
    static LabelledImages reshaped(LabelledImages images, int height, int width, int classes) {
        IdxFile pixels = reshaped(images, height, width);
        return LabelledImages.of(
                "reshaped", pixels, labels(new byte[pixels.dimensions().get(0)]), classes);
    }

    private static IdxFile reshaped(LabelledImages images, int height, int width) {
        byte[] pixels = new byte[images.size() * images.pixels()];
        for (int i = 0; i < images.size(); i++) {
            for (int p = 0; p < images.pixels(); p++) {
                pixels[i * images.pixels() + p] = (byte) images.pixel(i, p);
            }
        }
        return IdxFile.of("pixels", List.of(pixels.length / (height * width), height, width), pixels);
    }

    private static IdxFile labels(byte... labels) {
        return IdxFile.of("labels", List.of(labels.length), labels);
    }

    private static LabelledImages mnist() {
        try {
            return Mnist.train();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
