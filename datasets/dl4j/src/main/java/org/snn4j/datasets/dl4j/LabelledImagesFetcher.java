package org.snn4j.datasets.dl4j;

import org.nd4j.linalg.dataset.api.iterator.fetcher.BaseDataFetcher;
import org.snn4j.datasets.images.LabelledImages;

/** Hands labelled images to ND4J's iterator, batch by batch. */
@SuppressWarnings("serial") // ND4J declares fetchers serialisable; this one is never serialised
final class LabelledImagesFetcher extends BaseDataFetcher {
    private final transient LabelledImages images;

    LabelledImagesFetcher(LabelledImages images) {
        this.images = images;
        totalExamples = images.size();
        inputColumns = images.pixels();
        numOutcomes = images.classes();
    }

    /** Fetches as many examples, or what is left if that is less. */
    @Override
    public void fetch(int count) {
        int end = Math.min(cursor + count, totalExamples);
        curr = DataSets.of(images.slice(cursor, end));
        cursor = end;
    }
}
