package org.snn4j.datasets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.datasets.images.IdxFile;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;

/** Oracle: small images written out here, and the way there and back, which must change nothing. */
class DataSetsTest {
    private static final LabelledImages TWO = LabelledImages.of(
            "two",
            IdxFile.of("pixels", List.of(2, 1, 3), (byte) 0, (byte) 51, (byte) 255, (byte) 102, (byte) 153, (byte) 204),
            IdxFile.of("labels", List.of(2), (byte) 2, (byte) 0),
            3);
    private static LabelledImages digits;

    @BeforeAll
    static void read() throws IOException {
        digits = Mnist.test().slice(100, 350);
    }

    private static DataSetIterator over(float[][] features, float[][] labels) {
        return new ViewIterator(
                new DataSet(Nd4j.createFromArray(features), Nd4j.createFromArray(labels)), features.length);
    }

    @Test
    void featuresAreIntensitiesAndLabelsOneHot() {
        DataSet set = DataSets.of(TWO);
        assertThat(set.getFeatures()).isEqualTo(Nd4j.createFromArray(new float[][] {{0, 0.2f, 1}, {0.4f, 0.6f, 0.8f}}));
        assertThat(set.getLabels()).isEqualTo(Nd4j.createFromArray(new float[][] {{0, 0, 1}, {1, 0, 0}}));
    }

    @Test
    void iteratorEndsWithASmallerBatchAndCanBeReset() {
        DataSetIterator iterator = DataSets.iterator(digits, 100);
        assertThat(iterator.inputColumns()).isEqualTo(784);
        assertThat(iterator.totalOutcomes()).isEqualTo(10);
        assertThat(iterator.next()).isEqualTo(DataSets.of(digits.first(100)));
        assertThat(iterator.next()).isEqualTo(DataSets.of(digits.slice(100, 200)));
        assertThat(iterator.next().numExamples()).isEqualTo(50);
        assertThat(iterator.hasNext()).isFalse();
        iterator.reset();
        assertThat(iterator.next(7)).isEqualTo(DataSets.of(digits.first(7)));
    }

    @Test
    void imagesComeBackAsTheyWere() {
        LabelledImages back = DataSets.images("back", DataSets.iterator(digits, 64), 28, 28);
        assertThat(back.toString()).isEqualTo("back (250 images of 28 x 28, 10 classes)");
        assertThat(back.sha256()).isEqualTo(digits.sha256());
    }

    @Test
    void imagesWithAChannelDimensionAreRead() {
        DataSet flat = DataSets.of(digits);
        DataSet channels = new DataSet(flat.getFeatures().reshape(250, 1, 28, 28), flat.getLabels());
        assertThat(DataSets.images("back", new ViewIterator(channels, 50), 28, 28)
                        .sha256())
                .isEqualTo(digits.sha256());
    }

    @Test
    void featuresThatAreNoPixelsAreNamed() {
        float[][] labels = {{1, 0}, {0, 1}};
        assertThatThrownBy(() -> DataSets.images("x", over(new float[][] {{0, 1}, {0, 1.5f}}, labels), 1, 2))
                .hasMessage("x: example 1: feature 1 is 1.5, but must be from 0 to 1");
        assertThatThrownBy(() -> DataSets.images("x", over(new float[][] {{0, Float.NaN}, {0, 1}}, labels), 1, 2))
                .hasMessage("x: example 0: feature 1 is NaN, but must be from 0 to 1");
        assertThatThrownBy(() -> DataSets.images("x", over(new float[][] {{0, 1}, {0, 1}}, labels), 2, 2))
                .hasMessage("x: features of shape [2, 2] are not 2 images of 2 x 2");
    }

    @Test
    void labelsThatAreNotOneHotAreNamed() {
        float[][] features = {{0}, {1}};
        for (float[] wrong : new float[][] {{0, 0, 0}, {1, 1, 0}, {0, 0.9f, 0.1f}, {0, 1, 0.1f}, {0.5f, 1, 1}}) {
            assertThatThrownBy(() -> DataSets.images("x", over(features, new float[][] {{0, 1, 0}, wrong}), 1, 1))
                    .hasMessageStartingWith("x: example 1 has the labels [");
        }
    }

    @Test
    void batchesMustAgreeOnTheClasses() {
        LabelledImagesCollector collector = new LabelledImagesCollector("x", 1, 3);
        collector.add(DataSets.of(TWO));
        DataSet other = new DataSet(Nd4j.zeros(1, 3), Nd4j.ones(1, 1));
        assertThatThrownBy(() -> collector.add(other)).hasMessageStartingWith("x: labels have the shape [1, 1], but");
    }

    @Test
    void nothingCannotBeConverted() {
        assertThatThrownBy(() -> DataSets.of(TWO.first(0))).hasMessageStartingWith("two[0:0] is empty");
        assertThatThrownBy(() -> DataSets.iterator(TWO, 0)).hasMessage("the batch size is 0, but must be at least 1");
        DataSetIterator spent = DataSets.iterator(TWO, 2);
        spent.next();
        assertThatThrownBy(() -> DataSets.images("x", spent, 1, 3))
                .hasMessage("x: the iterator has nothing left to give; reset it");
    }
}
