package org.snn4j.datasets.dl4j;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.snn4j.datasets.images.IdxFile;
import org.snn4j.datasets.images.LabelledImages;

/** Collects batches of features from 0 to 1 and one-hot labels as labelled images. */
final class LabelledImagesCollector {
    private final String name;
    private final int height;
    private final int width;
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    private final ByteArrayOutputStream labels = new ByteArrayOutputStream();
    private int classes;

    LabelledImagesCollector(String name, int height, int width) {
        this.name = name;
        this.height = height;
        this.width = width;
    }

    /**
     * @throws IllegalArgumentException naming the example if its features or labels are otherwise
     */
    void add(DataSet batch) {
        int examples = batch.numExamples();
        float[] features = inOrder(batch.getFeatures());
        float[] oneHot = inOrder(batch.getLabels());
        if (features.length != (long) examples * height * width) {
            throw new IllegalArgumentException(name + ": features of shape "
                    + Arrays.toString(batch.getFeatures().shape()) + " are not " + examples + " images of " + height
                    + " x " + width);
        }
        requireSameClasses(batch.getLabels());
        for (int i = 0; i < examples; i++) {
            String example = name + ": example " + labels.size();
            pixels.writeBytes(greyLevels(part(features, i, height * width), example));
            labels.write(hot(part(oneHot, i, classes), example));
        }
    }

    /**
     * @throws IllegalArgumentException if there are none
     */
    LabelledImages images() {
        int count = labels.size();
        if (count == 0) {
            throw new IllegalArgumentException(name + ": the iterator has nothing left to give; reset it");
        }
        return LabelledImages.of(
                name,
                IdxFile.of(name + " features", List.of(count, height, width), pixels.toByteArray()),
                IdxFile.of(name + " labels", List.of(count), labels.toByteArray()),
                classes);
    }

    private void requireSameClasses(INDArray oneHot) {
        if (oneHot.rank() != 2 || classes > 0 && oneHot.size(1) != classes) {
            throw new IllegalArgumentException(name + ": labels have the shape " + Arrays.toString(oneHot.shape())
                    + ", but must be [n, classes], with as many classes in every batch");
        }
        classes = Math.toIntExact(oneHot.size(1));
    }

    private static float[] inOrder(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    private static float[] part(float[] all, int index, int length) {
        return Arrays.copyOfRange(all, index * length, (index + 1) * length);
    }

    private static byte[] greyLevels(float[] features, String example) {
        byte[] levels = new byte[features.length];
        for (int p = 0; p < features.length; p++) {
            if (!(features[p] >= 0 && features[p] <= 1)) {
                throw new IllegalArgumentException(
                        example + ": feature " + p + " is " + features[p] + ", but must be from 0 to 1");
            }
            levels[p] = (byte) Math.round(255 * features[p]);
        }
        return levels;
    }

    private static int hot(float[] oneHot, String example) {
        int hot = -1;
        float others = 0;
        for (int k = 0; k < oneHot.length; k++) {
            if (oneHot[k] == 1 && hot < 0) {
                hot = k;
            } else {
                others += Math.abs(oneHot[k]);
            }
        }
        if (hot < 0 || others != 0) {
            throw new IllegalArgumentException(
                    example + " has the labels " + Arrays.toString(oneHot) + ", but one must be 1, the rest 0");
        }
        return hot;
    }
}
