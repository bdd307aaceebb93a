package org.snn4j.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.MalformedFileException;
import org.snn4j.network.file.Npz;

/**
 * What was taken for what, as {@code confusion.npz} of a run holds it: for each vote int64 [classes, classes + 1], rows the
 * true classes, columns the predicted ones, the last for samples without an answer.
 */
final class ConfusionFile {
    private ConfusionFile() {}

    static void write(TestResult result, Path file) throws IOException {
        Map<String, LongArray> arrays = new LinkedHashMap<>();
        result.votes().forEach((vote, matrix) -> arrays.put(vote.fieldName(), array(matrix)));
        Npz.write(arrays, file);
    }

    private static LongArray array(ConfusionMatrix matrix) {
        int classes = matrix.classes();
        Shape shape = Shape.of(classes, classes + 1);
        long[] counts = new long[shape.size()];
        for (int i = 0; i < counts.length; i++) {
            int label = i / (classes + 1);
            int predicted = i % (classes + 1);
            counts[i] = predicted == classes ? matrix.abstentions(label) : matrix.count(label, predicted);
        }
        return LongArray.of(shape, counts);
    }

    static ConfusionMatrix read(Path file, Vote vote) throws IOException {
        NdArray array = Npz.read(file).get(vote.fieldName());
        if (!(array instanceof LongArray counts)
                || counts.shape().rank() != 2
                || counts.shape().length(0) < 1
                || counts.shape().length(1) != counts.shape().length(0) + 1) {
            throw new MalformedFileException(
                    file.toString(),
                    0,
                    "an array " + vote.fieldName() + " of int64 [classes, classes + 1]",
                    "" + array);
        }
        int classes = counts.shape().length(0);
        ConfusionMatrix.Builder matrix = ConfusionMatrix.builder(classes);
        for (int i = 0; i < counts.shape().size(); i++) {
            int predicted = i % (classes + 1);
            if (counts.get(i) < 0) {
                throw new MalformedFileException(
                        file.toString(), 0, "counts of 0 or more in " + vote.fieldName(), "" + counts.get(i));
            }
            matrix.add(i / (classes + 1), predicted == classes ? Vote.ABSTENTION : predicted, counts.get(i));
        }
        return matrix.build();
    }
}
