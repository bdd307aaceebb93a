package org.snn4j.network.event;

import java.util.Arrays;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.kernel.ArrayKernels;

/**
 * A weight matrix [source, target] cut into tiles of neighbouring targets, so that the few rows that a sample uses lie close
 * together, a tile's worth at a time. The last tile is padded with zeros to a whole number of vectors.
 */
final class TiledWeights {
    private final int sources;
    private final int targets;
    private final int width;
    private final float low;
    private final float high;
    /** By tile, source, target within the tile. */
    private final float[][][] tiles;

    TiledWeights(float[][] rows, int tileWidth, Bounds bounds) {
        this.low = (float) bounds.low();
        this.high = (float) bounds.high();
        this.sources = rows.length;
        this.targets = rows[0].length;
        this.width = Math.min(tileWidth, wholeVectors(targets));
        this.tiles = new float[(targets + width - 1) / width][][];
        for (int tile = 0; tile < tiles.length; tile++) {
            int first = tile * width;
            int last = first + Math.min(width, wholeVectors(targets - first));
            tiles[tile] = new float[sources][];
            for (int i = 0; i < sources; i++) {
                tiles[tile][i] = Arrays.copyOfRange(rows[i], first, last);
            }
        }
    }

    /** The least multiple of {@link ArrayKernels#LANES} that is not below a length. */
    static int wholeVectors(int length) {
        return (length + ArrayKernels.LANES - 1) / ArrayKernels.LANES * ArrayKernels.LANES;
    }

    int tiles() {
        return tiles.length;
    }

    /** The targets with the padding of the last tile. */
    int paddedTargets() {
        return firstTarget(tiles.length - 1) + tiles[tiles.length - 1][0].length;
    }

    /** The live rows of a tile by source. */
    float[][] tile(int tile) {
        return tiles[tile];
    }

    /** The target that a tile begins with. */
    int firstTarget(int tile) {
        return tile * width;
    }

    /** Copies the weights to one target into column {@code slot} of {@code columns}, which is modified. */
    void copyColumn(int target, float[][] columns, int slot) {
        float[][] tile = tiles[target / width];
        int lane = target % width;
        for (int i = 0; i < sources; i++) {
            columns[i][slot] = tile[i][lane];
        }
    }

    /**
     * Overwrites the weights to one target by column {@code slot} of {@code columns}, each multiplied by a factor.
     *
     * @return whether one of them now lies outside the bounds
     */
    boolean setColumn(int target, float[][] columns, int slot, float factor) {
        float[][] tile = tiles[target / width];
        int lane = target % width;
        boolean outside = false;
        for (int i = 0; i < sources; i++) {
            float w = columns[i][slot] * factor;
            tile[i][lane] = w;
            outside |= w < low || w > high;
        }
        return outside;
    }

    /** The sum of the magnitudes of the weights to one target. */
    double magnitude(int target) {
        float[][] tile = tiles[target / width];
        int lane = target % width;
        double sum = 0;
        for (int i = 0; i < sources; i++) {
            sum += Math.abs(tile[i][lane]);
        }
        return sum;
    }

    /** Multiplies the weights to one target by a factor. @return whether one of them now lies outside the bounds */
    boolean scaleColumn(int target, float factor) {
        return setColumn(target, tiles[target / width], target % width, factor);
    }

    /** Forces the weights to one target into the bounds. @return whether one of them had to change */
    boolean clampColumn(int target) {
        return Kernels.clampColumn(tiles[target / width], target % width, low, high);
    }

    /** A copy, [sources, targets], with the columns that are apart at the moment in their places. */
    FloatArray toArray(Shape shape, PlasticColumns apart) {
        float[] values = new float[Math.multiplyExact(sources, targets)];
        for (int i = 0; i < sources; i++) {
            for (int tile = 0; tile < tiles.length; tile++) {
                int first = firstTarget(tile);
                int length = Math.min(tiles[tile][i].length, targets - first);
                System.arraycopy(tiles[tile][i], 0, values, i * targets + first, length);
            }
            for (int slot = 0; slot < apart.count(); slot++) {
                values[i * targets + apart.target(slot)] = apart.rows()[i][slot];
            }
        }
        return FloatArray.of(shape, values);
    }

    /** Overwrites all weights by [sources, targets]. */
    void copyFrom(FloatArray array) {
        float[] values = array.values();
        for (int i = 0; i < sources; i++) {
            for (int tile = 0; tile < tiles.length; tile++) {
                int first = firstTarget(tile);
                int length = Math.min(tiles[tile][i].length, targets - first);
                System.arraycopy(values, i * targets + first, tiles[tile][i], 0, length);
            }
        }
    }
}
