package org.snn4j.datasets.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.datavec.api.writable.Writable;
import org.snn4j.datasets.images.IdxFile;
import org.snn4j.datasets.images.LabelledImages;

/**
 * Images out of tables, by DataVec's record readers. From there {@link DataSets#iterator} and {@link
 * LabelledImagesRecordReader} lead to Deeplearning4j. Pixels are rounded to the nearest of 256 grey levels.
 */
public final class CsvImages {
    private final String name;
    private final CsvForm form;
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    private final ByteArrayOutputStream labels = new ByteArrayOutputStream();
    private int highest = 1;

    private CsvImages(String name, CsvForm form) {
        this.name = name;
        this.form = form;
    }

    /**
     * Reads a CSV file, and names the images after it. There are as many classes as the highest label asks for, at least
     * two.
     *
     * @throws IOException naming the file and the record if one does not have as many columns as the form says, or holds
     *     something else than numbers in their range, or if there is none
     */
    public static LabelledImages read(Path csv, CsvForm form) throws IOException {
        if (!Files.isRegularFile(csv)) {
            throw new NoSuchFileException(csv.toString(), null, "there is no such file; a CSV file was expected");
        }
        try (CSVRecordReader reader = new CSVRecordReader(form.headerLines(), ',')) {
            reader.initialize(new FileSplit(csv.toFile()));
            return read(csv.toString(), reader, form);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(csv + ": reading was interrupted", e);
        }
    }

    /**
     * Reads what a record reader still has to give, of which every record must be a list of numbers.
     *
     * @param name what results and error messages call the images
     * @param form the lines of a header are not skipped: that is up to the reader
     * @throws IllegalArgumentException naming the record if the reader fails there, it does not have as many columns as the
     *     form says, or holds something else than numbers in their range, or if there is none
     */
    public static LabelledImages read(String name, RecordReader reader, CsvForm form) {
        CsvImages images = new CsvImages(name, form);
        for (Optional<List<Writable>> record = images.next(reader); record.isPresent(); record = images.next(reader)) {
            images.add(record.get());
        }
        return images.images();
    }

    private Optional<List<Writable>> next(RecordReader reader) {
        try {
            return reader.hasNext() ? Optional.of(reader.next()) : Optional.empty();
        } catch (RuntimeException e) { // DataVec's readers throw all sorts on what they cannot read
            throw new IllegalArgumentException(place() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Of the record that comes next. */
    private String place() {
        return name + ": record " + labels.size();
    }

    private void add(List<Writable> record) {
        String place = place();
        if (record.size() != form.pixels() + 1) {
            throw new IllegalArgumentException(place + " has " + record.size() + " columns, but a class and "
                    + form.height() + " x " + form.width() + " pixels make " + (form.pixels() + 1));
        }
        for (int column = 0; column < record.size(); column++) {
            String cell = place + ", column " + column;
            double value = number(record.get(column), cell);
            if (column == form.labelColumn()) {
                addLabel(value, cell);
            } else {
                addPixel(value, cell);
            }
        }
    }

    private static double number(Writable value, String cell) {
        try {
            return value.toDouble();
        } catch (NumberFormatException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(cell + " holds \"" + value + "\", which is no number", e);
        }
    }

    private void addLabel(double value, String cell) {
        if (!(value >= 0 && value <= 255 && value == Math.rint(value))) {
            throw new IllegalArgumentException(
                    cell + " holds the class " + value + ", but it must be a whole number from 0 to 255");
        }
        labels.write((int) value);
        highest = Math.max(highest, (int) value);
    }

    private void addPixel(double value, String cell) {
        if (!(value >= 0 && value <= form.white())) {
            throw new IllegalArgumentException(
                    cell + " holds the pixel " + value + ", but it must be from 0 to " + form.white());
        }
        pixels.write((int) Math.round(255 * value / form.white()));
    }

    private LabelledImages images() {
        if (labels.size() == 0) {
            throw new IllegalArgumentException(name + ": there is no record");
        }
        return LabelledImages.of(
                name,
                IdxFile.of(name, List.of(labels.size(), form.height(), form.width()), pixels.toByteArray()),
                IdxFile.of(name, List.of(labels.size()), labels.toByteArray()),
                highest + 1);
    }
}
