package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.Npy;

/**
 * Classes in an .npy file: of samples, counted from 0, or what was predicted for them.
 *
 * @param labels one for each sample
 */
record LabelFile(Path file, int[] labels) {
    /** Reads the true classes of recorded samples. */
    static LabelFile read(Path file, RecordedSpikes spikes) throws IOException {
        return of(file, spikes.samples(), 0, spikes.hint());
    }

    /** Reads predictions, of which -1 is an abstention. */
    static LabelFile readPredictions(Path file, int samples) throws IOException {
        return of(file, samples, Vote.ABSTENTION, "");
    }

    private static LabelFile of(Path file, int samples, int least, String hint) throws IOException {
        LongArray array = Npy.readLongs(file);
        if (!array.shape().equals(Shape.of(samples))) {
            throw new IOException(file + ": has shape " + array.shape() + "; [" + samples
                    + "], one for each sample, would be right" + hint);
        }
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = (int) array.get(i);
            if (array.get(i) < least || array.get(i) >= Integer.MAX_VALUE) {
                throw new IOException(file + ": the label of sample " + i + " is " + array.get(i) + "; at least "
                        + least + " would be right");
            }
        }
        return new LabelFile(file, labels);
    }

    /** The highest label. */
    int highest() {
        int highest = 0;
        for (int label : labels) {
            highest = Math.max(highest, label);
        }
        return highest;
    }

    /** Checks the labels against the number of classes that was asked for. */
    void requireBelow(int classes) throws IOException {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= classes) {
                throw new IOException(file + ": the label of sample " + i + " is " + labels[i] + "; from 0 to "
                        + (classes - 1) + " would be right with --classes " + classes);
            }
        }
    }
}
