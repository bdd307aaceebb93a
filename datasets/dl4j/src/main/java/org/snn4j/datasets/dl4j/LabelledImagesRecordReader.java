package org.snn4j.datasets.dl4j;

import java.io.DataInputStream;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.datavec.api.writable.batch.NDArrayRecordBatch;
import org.nd4j.linalg.dataset.DataSet;
import org.snn4j.datasets.images.LabelledImages;

/**
 * Labelled images as DataVec records of two columns: the pixels divided by 255 as an array [1, height * width], and the
 * class. It needs no {@code initialize}, and hands out whole batches, as DataVec's own image reader does:
 * {@code new RecordReaderDataSetIterator(reader, batchSize, 1, images.classes())}.
 */
@SuppressWarnings("serial") // DataVec declares readers serialisable; this one is never serialised
public final class LabelledImagesRecordReader extends BaseRecordReader {
    private final transient LabelledImages images;
    private transient Configuration configuration = new Configuration();
    private int next;

    public LabelledImagesRecordReader(LabelledImages images) {
        this.images = images;
    }

    /** Changes nothing: the images are there already. */
    @Override
    public void initialize(Configuration conf, InputSplit split) {
        configuration = conf;
    }

    @Override
    public boolean hasNext() {
        return next < images.size();
    }

    @Override
    public List<Writable> next() {
        requireNext();
        List<Writable> columns = columns(next);
        next++;
        invokeListeners(columns);
        return columns;
    }

    @Override
    public boolean batchesSupported() {
        return true;
    }

    /** As many records as asked for, or what is left if that is less. */
    @Override
    public List<List<Writable>> next(int count) {
        requireNext();
        int end = Math.min(next + count, images.size());
        DataSet batch = DataSets.of(images.slice(next, end));
        next = end;
        List<List<Writable>> records = new NDArrayRecordBatch(batch.getFeatures(), batch.getLabels());
        invokeListeners(records);
        return records;
    }

    @Override
    public Record nextRecord() {
        RecordMetaData place = new RecordMetaDataIndex(next, null, LabelledImagesRecordReader.class);
        return new org.datavec.api.records.impl.Record(next(), place);
    }

    @Override
    public Record loadFromMetaData(RecordMetaData place) {
        if (place instanceof RecordMetaDataIndex index) {
            return new org.datavec.api.records.impl.Record(columns((int) index.getIndex()), place);
        }
        throw new IllegalArgumentException("this reader's records are found by index, not by " + place);
    }

    @Override
    public List<Record> loadFromMetaData(List<RecordMetaData> places) {
        return places.stream().map(this::loadFromMetaData).toList();
    }

    /** The names of the classes: their numbers. */
    @Override
    public List<String> getLabels() {
        return IntStream.range(0, images.classes()).mapToObj(String::valueOf).toList();
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    @Override
    public List<Writable> record(URI uri, DataInputStream stream) {
        throw new UnsupportedOperationException("the records are images in memory, they are not read from " + uri);
    }

    @Override
    public void setConf(Configuration conf) {
        configuration = conf;
    }

    @Override
    public Configuration getConf() {
        return configuration;
    }

    @Override
    public void close() {
        // The images hold no resource.
    }

    private void requireNext() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + images.size() + " records have been read; reset the reader");
        }
    }

    private List<Writable> columns(int i) {
        return List.of(
                new NDArrayWritable(DataSets.of(images.slice(i, i + 1)).getFeatures()),
                new IntWritable(images.label(i)));
    }
}
