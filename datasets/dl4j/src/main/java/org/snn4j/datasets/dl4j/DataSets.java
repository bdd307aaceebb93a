package org.snn4j.datasets.dl4j;

import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.BaseDatasetIterator;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.datasets.images.LabelledImages;

/**
 * Labelled images as ND4J data sets and back. Features are [n, height * width], pixels divided by 255; labels are
 * one-hot, [n, classes].
 */
public final class DataSets {
    private DataSets() {}

    /**
     * All images as one data set; for many, {@link #iterator} needs less memory.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static DataSet of(LabelledImages images) {
        if (images.size() == 0) {
            throw new IllegalArgumentException(images.name() + " is empty; a data set needs at least one image");
        }
        float[] features = new float[Math.multiplyExact(images.size(), images.pixels())];
        float[] labels = new float[images.size() * images.classes()];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.intensities(i), 0, features, i * images.pixels(), images.pixels());
            labels[i * images.classes() + images.label(i)] = 1;
        }
        return new DataSet(
                Nd4j.create(features, new long[] {images.size(), images.pixels()}, 'c'),
                Nd4j.create(labels, new long[] {images.size(), images.classes()}, 'c'));
    }

    /**
     * The images in their order, {@code batchSize} at a time; the last batch may be smaller. It can be reset.
     *
     * @throws IllegalArgumentException if the batch size is below 1
     */
    public static DataSetIterator iterator(LabelledImages images, int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size is " + batchSize + ", but must be at least 1");
        }
        return new BaseDatasetIterator(batchSize, images.size(), new LabelledImagesFetcher(images));
    }

    /**
     * Reads what the iterator still has to give. Features, [n, height * width] or [n, 1, height, width], must lie from
     * 0 to 1 and are rounded to the nearest of the 256 grey levels; labels must be one-hot, [n, classes].
     *
     * @param name what results and error messages call the images
     * @throws IllegalArgumentException naming the example if its features or labels are otherwise, or if there is none
     */
    public static LabelledImages images(String name, DataSetIterator iterator, int height, int width) {
        LabelledImagesCollector collector = new LabelledImagesCollector(name, height, width);
        while (iterator.hasNext()) {
            collector.add(iterator.next());
        }
        return collector.images();
    }
}
