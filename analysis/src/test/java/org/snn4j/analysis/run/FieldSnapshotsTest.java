package org.snn4j.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.file.ArrayArchive;
import org.snn4j.network.file.MalformedJsonException;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.training.Phase;
import org.snn4j.training.Presentation;
import org.snn4j.training.Progress;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/** Oracle: weights made by hand, and what training ends with. */
class FieldSnapshotsTest {
    private static final Shape IMAGE = Shape.of(2, 2);

    @Test
    void momentsAreTwentyCloserTogetherAtTheBeginning() {
        FieldSnapshots snapshots = snapshots(3);
        hear(snapshots, 0, 60_000, 3);

        assertThat(snapshots.taken()).extracting(FieldSnapshot::samples).startsWith(150L, 600L, 1_350L, 2_400L);
        assertThat(snapshots.taken())
                .hasSize(20)
                .last()
                .extracting(FieldSnapshot::samples)
                .isEqualTo(60_000L);
    }

    @Test
    void shortTrainingHasFewerMoments() {
        FieldSnapshots snapshots = snapshots(3);
        hear(snapshots, 0, 3, 3);

        assertThat(snapshots.taken()).extracting(FieldSnapshot::samples).containsExactly(1L, 2L, 3L);
    }

    @Test
    void trainingThatGoesOnKeepsTheMomentsBefore() {
        FieldSnapshots whole = snapshots(3);
        hear(whole, 0, 1_000, 3);
        FieldSnapshots first = snapshots(3);
        hear(first, 0, 500, 3, 1_000);
        FieldSnapshots second = new FieldSnapshots(network(3), "X", IMAGE, first.taken());
        hear(second, 500, 1_000, 3, 1_000);

        assertThat(second.taken()).isEqualTo(whole.taken());
    }

    /** A level is a 255th of the range from 0 to the greatest weight. */
    @Test
    void weightsAreKeptToTheNearestLevel() {
        FloatArray weights =
                FloatArray.of(Shape.of(4, 3), 0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 1, 2);
        FieldSnapshot snapshot = FieldSnapshot.of(7, OptionalDouble.of(0.5), weights, 400);

        assertThat(snapshot.greatest()).isEqualTo(2);
        for (int i = 0; i < 12; i++) {
            assertThat((double) snapshot.fields().get(i)).isEqualTo(weights.get(i), within(1 / 255.0 + 1e-6));
        }
        assertThat(snapshot.fields().get(11)).isEqualTo(2);
    }

    /** Of seven fields those of number 0, 2 and 4, whose weights are levels. */
    @Test
    void ofVeryManyFieldsSomeAreKept() {
        FloatArray weights = FloatArray.of(Shape.of(1, 7), 0, 1, 51, 2, 255, 3, 4);
        FieldSnapshot snapshot = FieldSnapshot.of(1, OptionalDouble.empty(), weights, 3);

        assertThat(snapshot.count()).isEqualTo(3);
        assertThat(snapshot.fields().values()).containsExactly(0, 51, 255);
        assertThat(FieldSnapshot.chosen(2, 3, 7)).isEqualTo(4);
    }

    @Test
    void sixtyFourHundredNeuronsTakeNoMoreThanFourHundred() {
        Network network = DiehlAndCook2015.recommended(6_400).network();
        FieldSnapshots snapshots = new FieldSnapshots(network, "X", Shape.of(28, 28));
        snapshots.onLearned(
                progress(1, 1),
                () -> new LearnedState(Map.of("X-Ae.w", FloatArray.of(Shape.of(784, 6_400), new float[784 * 6_400]))));

        assertThat(snapshots.taken().get(0).levels().shape()).isEqualTo(Shape.of(784, 400));
    }

    @Test
    void networkWithoutImagesHasNoSnapshots() {
        Network network = Network.builder()
                .layer("X", new Input(), 4)
                .layer("Y", LIF.defaults(), 4)
                .connect("X", "Y", OneToOne.of(1))
                .build();
        FieldSnapshots snapshots = new FieldSnapshots(network, "X", IMAGE);
        snapshots.onLearned(progress(1, 1), () -> new LearnedState(Map.of()));

        assertThat(snapshots.taken()).isEmpty();
    }

    @Test
    void weightsAreAskedForSeldom() {
        FieldSnapshots snapshots = snapshots(3);
        List<Long> asked = new ArrayList<>();
        for (long done = 1; done <= 5_000; done++) {
            long now = done;
            snapshots.onLearned(progress(done, 5_000), () -> {
                asked.add(now);
                return learned(3, now);
            });
        }
        assertThat(asked).hasSize(20);
    }

    @Test
    void lastSnapshotIsWhatTrainingLeft() throws IOException {
        LabelledImages images = Mnist.train().first(40);
        DiehlAndCook2015 model = DiehlAndCook2015.recommended(5);
        FieldSnapshots snapshots = new FieldSnapshots(model.network(), "X", Shape.of(28, 28));
        Trainer.Learning learning = new Trainer(
                        new TrainingPlan(model, new Presentation(new Poisson(128), 50), 1, 20, 10, 1, 1), snapshots)
                .learn(images);
        FieldSnapshot last = snapshots.taken().get(snapshots.taken().size() - 1);
        FloatArray weights = learning.state().require("X-Ae.w");

        assertThat(last.samples()).isEqualTo(40);
        assertThat(last.accuracy()).isPresent();
        for (int i = 0; i < weights.shape().size(); i++) {
            assertThat((double) last.fields().get(i)).isEqualTo(weights.get(i), within(last.greatest() / 255));
        }
    }

    @Test
    void snapshotsInAFileAreReadAsTheyWereUpToASample(@TempDir Path folder) throws IOException {
        SnapshotFile file = new SnapshotFile(folder.resolve("snapshots.zip"));
        FieldSnapshot early = FieldSnapshot.of(1, OptionalDouble.empty(), FloatArray.of(Shape.of(2, 1), -1, 0.3f), 1);
        FieldSnapshot late = FieldSnapshot.of(40, OptionalDouble.of(0.7), FloatArray.of(Shape.of(2, 1), 2, 3), 1);
        assertThat(file.read(40)).isEmpty();
        file.write(List.of(early, late));

        assertThat(file.read(40)).containsExactly(early, late);
        assertThat(file.read(39)).containsExactly(early);
        assertThat(file.read(0)).isEmpty();
    }

    @Test
    void snapshotsWithoutTheirLevelsAreMalformed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("snapshots.zip");
        ObjectNode manifest = JsonNodeFactory.instance.objectNode().put("format", "snn4j-snapshots/1");
        manifest.putArray("moments")
                .addObject()
                .put("samples", 3)
                .put("least", 0)
                .put("greatest", 1);
        ArrayArchive.write(file, manifest, Map.of());

        assertThatThrownBy(() -> new SnapshotFile(file).read(3))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("snapshots.zip")
                .hasMessageContaining("needs bytes in an array levels-3");
    }

    @Test
    void snapshotThatCannotBeIsRefused() {
        ByteArray levels = ByteArray.of(Shape.of(1, 1), new byte[1]);
        assertThatThrownBy(() -> new FieldSnapshot(-1, OptionalDouble.empty(), 0, 1, levels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1 samples");
        assertThatThrownBy(() -> new FieldSnapshot(1, OptionalDouble.empty(), Double.NaN, 1, levels))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void hear(FieldSnapshots snapshots, long after, long until, int neurons) {
        hear(snapshots, after, until, neurons, until);
    }

    private static void hear(FieldSnapshots snapshots, long after, long until, int neurons, long total) {
        for (long done = after + 1; done <= until; done++) {
            long now = done;
            Supplier<LearnedState> learned = () -> learned(neurons, now);
            snapshots.onLearned(progress(done, total), learned);
        }
    }

    private static Progress progress(long done, long total) {
        return new Progress(Phase.TRAIN, done, total, 0, Optional.empty());
    }

    private static FieldSnapshots snapshots(int neurons) {
        return new FieldSnapshots(network(neurons), "X", IMAGE);
    }

    private static Network network(int neurons) {
        return Network.builder()
                .layer("X", new Input(), 4)
                .layer("Y", LIF.defaults(), neurons)
                .connect("X", "Y", Dense.uniform(0, 1))
                .build();
    }

    /** Weights that grow as time goes on. */
    private static LearnedState learned(int neurons, long samples) {
        float[] weights = new float[4 * neurons];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i * samples;
        }
        return new LearnedState(new LinkedHashMap<>(Map.of("X-Y.w", FloatArray.of(Shape.of(4, neurons), weights))));
    }
}
