package org.snn4j.network.event;

import static org.snn4j.network.kernel.CacheLine.LEAD;

import org.snn4j.network.array.FloatArray;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.kernel.ArrayKernels;
import org.snn4j.network.kernel.CacheLine;

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

    TiledWeights(float[][] rows, Bounds bounds) {
        this.low = (float) bounds.low();
        this.high = (float) bounds.high();
        this.sources = rows.length;
        this.targets = rows[0].length;
        this.width = ArrayKernels.fastest().tileWidth();
        this.tiles = new float[(targets + width - 1) / width][][];
        for (int tile = 0; tile < tiles.length; tile++) {
            int length = Math.min(width, wholeGroup(targets - firstTarget(tile)));
            tiles[tile] = new float[sources][LEAD + length];
        }
        for (int i = 0; i < sources; i++) {
            setRow(i, rows[i], 0);
        }
    }

    private void setRow(int i, float[] from, int offset) {
        for (int tile = 0; tile < tiles.length; tile++) {
            int first = firstTarget(tile);
            System.arraycopy(from, offset + first, tiles[tile][i], LEAD, Math.min(width, targets - first));
        }
    }

    /** The least power of two times {@link ArrayKernels#LANES} that is not below a length: what kernels do at once. */
    private static int wholeGroup(int length) {
        int group = ArrayKernels.LANES;
        while (group < length) {
            group *= 2;
        }
        return group;
    }

    /** The least multiple of {@link ArrayKernels#LANES} that is not below a length. */
    static int wholeVectors(int length) {
        return (length + ArrayKernels.LANES - 1) / ArrayKernels.LANES * ArrayKernels.LANES;
    }

    int sources() {
        return sources;
    }

    int targets() {
        return targets;
    }

    int tiles() {
        return tiles.length;
    }

    /** The targets with the padding of the last tile. */
    int paddedTargets() {
        return firstTarget(tiles.length - 1) + width(tiles.length - 1);
    }

    /** How many targets a tile holds, padding among them. */
    int width(int tile) {
        return tiles[tile][0].length - LEAD;
    }

    /** The live rows of a tile by source; their elements begin at {@link CacheLine#LEAD}. */
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
        int lane = LEAD + target % width;
        for (int i = 0; i < sources; i++) {
            columns[i][LEAD + slot] = tile[i][lane];
        }
    }

    /**
     * Overwrites the weights to one target by column {@code slot} of {@code columns}, each multiplied by a factor.
     *
     * @return whether one of them now lies outside the bounds
     */
    boolean setColumn(int target, float[][] columns, int slot, float factor) {
        float[][] tile = tiles[target / width];
        int lane = LEAD + target % width;
        boolean outside = false;
        for (int i = 0; i < sources; i++) {
            float w = columns[i][LEAD + slot] * factor;
            tile[i][lane] = w;
            outside |= w < low || w > high;
        }
        return outside;
    }

    /** The sum of the magnitudes, or for a length of the squares, of the weights to one target. */
    double sum(int target, Norm.Measure measure) {
        float[][] tile = tiles[target / width];
        int lane = LEAD + target % width;
        return measure == Norm.Measure.LENGTH ? squares(tile, lane) : magnitudes(tile, lane);
    }

    private static double magnitudes(float[][] rows, int column) {
        double sum = 0;
        for (float[] row : rows) {
            sum += Math.abs(row[column]);
        }
        return sum;
    }

    private static double squares(float[][] rows, int column) {
        double sum = 0;
        for (float[] row : rows) {
            sum += (double) row[column] * row[column];
        }
        return sum;
    }

    /** Multiplies the weights to one target by a factor. @return whether one of them now lies outside the bounds */
    boolean scaleColumn(int target, float factor) {
        return setColumn(target, tiles[target / width], target % width, factor);
    }

    /** Forces the weights to one target into the bounds. @return whether one of them had to change */
    boolean clampColumn(int target) {
        return Kernels.clampColumn(tiles[target / width], LEAD + target % width, low, high);
    }

    /** Copies the weights, [sources, targets], with the columns that are apart at the moment in their places. */
    void copyTo(float[] values, int offset, PlasticColumns apart) {
        for (int i = 0; i < sources; i++) {
            for (int tile = 0; tile < tiles.length; tile++) {
                int first = firstTarget(tile);
                System.arraycopy(
                        tiles[tile][i], LEAD, values, offset + i * targets + first, Math.min(width, targets - first));
            }
            for (int slot = 0; slot < apart.count(); slot++) {
                values[offset + i * targets + apart.target(slot)] = apart.rows()[i][LEAD + slot];
            }
        }
    }

    /** Overwrites all weights by [sources, targets]. */
    void copyFrom(FloatArray array) {
        float[] values = array.values();
        for (int i = 0; i < sources; i++) {
            setRow(i, values, i * targets);
        }
    }
}
