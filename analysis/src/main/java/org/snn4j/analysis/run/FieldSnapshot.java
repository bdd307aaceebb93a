package org.snn4j.analysis.run;

import java.util.Objects;
import java.util.OptionalDouble;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/**
 * What the neurons looked for at one moment of training, rounded to 256 levels so that many can be kept.
 *
 * @param samples seen until then
 * @param accuracy on the last block of samples, as a share; empty before the first one was predicted
 * @param least the weight of level 0
 * @param greatest the weight of level 255
 * @param levels [pixels, fields], of some fields where there are very many
 */
public record FieldSnapshot(long samples, OptionalDouble accuracy, double least, double greatest, ByteArray levels) {
    private static final int TOP = 255;

    public FieldSnapshot {
        Objects.requireNonNull(accuracy, "snapshot.accuracy is missing; OptionalDouble.empty() means none");
        if (samples < 0 || !(least <= greatest) || levels.shape().rank() != 2) {
            throw new IllegalArgumentException("a snapshot after " + samples + " samples of levels "
                    + levels.shape() + " from " + least + " to " + greatest
                    + "; 0 samples or more, levels [pixels, fields] and ends in order would be right");
        }
    }

    /** Of all the fields, [pixels, fields], or of {@code most} of them, evenly chosen. */
    static FieldSnapshot of(long samples, OptionalDouble accuracy, FloatArray fields, int most) {
        int all = fields.shape().length(1);
        int kept = Math.min(all, most);
        int pixels = fields.shape().length(0);
        float[] chosen = new float[pixels * kept];
        float least = 0;
        float greatest = 0;
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = fields.get(i / kept * all + chosen(i % kept, kept, all));
            least = Math.min(least, chosen[i]);
            greatest = Math.max(greatest, chosen[i]);
        }
        byte[] levels = new byte[chosen.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (greatest > least ? Math.round(TOP * (chosen[i] - least) / (greatest - least)) : 0);
        }
        return new FieldSnapshot(samples, accuracy, least, greatest, ByteArray.of(Shape.of(pixels, kept), levels));
    }

    /** Which of all the fields is the one at a place among those that are kept. */
    static int chosen(int place, int kept, int all) {
        return (int) ((long) place * all / kept);
    }

    /** How many fields were kept. */
    public int count() {
        return levels.shape().length(1);
    }

    /** The weights to the nearest level, [pixels, fields]. */
    FloatArray fields() {
        float[] weights = new float[levels.shape().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (least + levels.asDouble(i) * (greatest - least) / TOP);
        }
        return FloatArray.of(levels.shape(), weights);
    }
}
