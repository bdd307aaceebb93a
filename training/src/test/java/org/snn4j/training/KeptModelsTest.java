package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.evaluation.Vote;

/**
 * Files that earlier versions of this library wrote. Oracle: the hash and the answers that the version gave which wrote them.
 *
 * <p>When the format's version grows, a file that the last version wrote is added here, {@link ModelFile} goes on reading it,
 * and no file or figure that is here already is changed.
 */
class KeptModelsTest {
    /** A file, what it has learned, and its answers to the first twenty of MNIST's test images. */
    enum Kept {
        /**
         * Of snn4j-model/1 as it was first written, at b076fc7: {@code train --neurons 10 --train-samples 300 --seed 7}. It has
         * no teacher, no names of classes, no rest.
         */
        FIRST(
                "model-1-first.zip",
                "73f275d0f1c1897fb4d9dc8fba533dc1b998f8b9eb05afa58a8a01b5d0fbc7e6",
                List.of(11, 12, 8, 20, 9, 11, 11, 11, 17, 16, 15, 14, 15, 15, 12, 11, 14, 11, 14, 11),
                List.of(7, 3, 1, 0, 7, 1, 7, 3, 2, 7, 0, 0, 7, 0, 1, 3, 7, 7, 3, 9)),
        /**
         * Of snn4j-model/1 at d3ae0af, with all that had joined by then: {@code symmetric-stdp} of 6 neurons with label neurons
         * that were taught, bernoulli spikes, rest and repetition, on 200 images.
         */
        TEACHER(
                "model-1-teacher.zip",
                "4657c9efd830f0005e0bf6827572d1ed45207f752d6bf42f290cdb604a1a17da",
                List.of(0, 7, 0, 7, 0, 0, 1, 0, 1, 1, 1, 1, 0, 2, 0, 0, 1, 0, 0, 0),
                List.of(-1, 4, -1, 1, -1, -1, 4, -1, 3, 3, 3, 0, -1, 0, -1, -1, 0, -1, -1, -1)),
        /**
         * Of snn4j-model/1 at 2213305: {@code train --recipe hold-back-100 --neurons 10 --train-samples 200 --seed 7}. Its images
         * are sheared upright, and its weights have a length.
         */
        UPRIGHT(
                "model-1-upright.zip",
                "b5a475fe48ee15e1bbe941ba2e8a7752cb24e9878e568a2277d7a93dfdeedfdb",
                List.of(17, 30, 13, 27, 16, 16, 24, 20, 24, 27, 21, 19, 23, 21, 18, 19, 20, 18, 27, 18),
                List.of(7, 2, 1, 0, 4, 1, 4, 9, 2, 9, 0, 0, 9, 0, 1, 0, 4, 7, 3, 4));

        private final String file;
        private final String weightsSha256;
        private final List<Integer> spikes;
        private final List<Integer> labels;

        Kept(String file, String weightsSha256, List<Integer> spikes, List<Integer> labels) {
            this.file = file;
            this.weightsSha256 = weightsSha256;
            this.spikes = spikes;
            this.labels = labels;
        }

        Path path() throws URISyntaxException {
            return Path.of(KeptModelsTest.class.getResource("kept/" + file).toURI());
        }
    }

    @ParameterizedTest
    @EnumSource
    void modelOfAnEarlierVersionOpensAndAnswersAsItDid(Kept kept) throws IOException, URISyntaxException {
        TrainedModel model = TrainedModel.load(kept.path());
        assertThat(model.learned().sha256()).isEqualTo(kept.weightsSha256);

        LabelledImages images = Mnist.test();
        List<Prediction> answers = IntStream.range(0, kept.spikes.size())
                .mapToObj(image -> model.predict(images.intensities(image)))
                .toList();
        assertThat(answers).extracting(Prediction::spikes).isEqualTo(kept.spikes);
        assertThat(answers)
                .extracting(answer -> answer.label(Vote.ALL_ACTIVITY))
                .isEqualTo(kept.labels);
    }

    /** What a user does with an old file: opens it and saves it again. */
    @ParameterizedTest
    @EnumSource
    void modelOfAnEarlierVersionIsTheSameWhenItIsSavedAnew(Kept kept, @TempDir Path folder)
            throws IOException, URISyntaxException {
        TrainedModel model = TrainedModel.load(kept.path());
        Path anew = folder.resolve("anew.zip");
        model.save(anew);
        assertThat(TrainedModel.load(anew)).isEqualTo(model);
    }
}
