package org.snn4j.network.kernel;

import static org.snn4j.network.kernel.CacheLine.LEAD;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on {@code jdk.incubator.vector}, with the vectors that the machine prefers. Several accumulators at once, since
 * an addition takes four cycles until its result can be added to. Made by {@link FastestKernels}, by name.
 */
final class VectorKernels implements ArrayKernels {
    private static final VectorSpecies<Float> FLOATS = widest();
    private static final int LENGTH = FLOATS.length();
    private static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, FLOATS.vectorShape());
    private static final VectorSpecies<Float> HALF_FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(FLOATS.vectorBitSize() / 2));
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, FLOATS.vectorShape());
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());
    private static final long LOW_HALF = 0xFFFFFFFFL;
    /** Each lane of the lower, and of the upper half twice. */
    private static final VectorShuffle<Long> TWICE_LOW = VectorShuffle.fromOp(LONGS, lane -> lane / 2);

    private static final VectorShuffle<Long> TWICE_HIGH =
            VectorShuffle.fromOp(LONGS, lane -> (LONGS.length() + lane) / 2);
    private static final VectorMask<Long> ODD_LANES = VectorMask.fromLong(LONGS, 0xAAAA_AAAA_AAAA_AAAAL);

    /** For what is too short for a vector. */
    private final PlainKernels plain = new PlainKernels("");

    private static VectorSpecies<Float> widest() {
        return FloatVector.SPECIES_PREFERRED.length() > LANES
                ? FloatVector.SPECIES_512
                : FloatVector.SPECIES_PREFERRED;
    }

    @Override
    public String vectorUnit() {
        return "jdk.incubator.vector, " + FLOATS.vectorBitSize() + " bits, " + LENGTH + " floats";
    }

    /** Four accumulators of the widest vectors; 150 rows of it are 38 KB. */
    @Override
    public int tileWidth() {
        return 4 * LANES;
    }

    @Override
    public void sumRows(
            float[][] rows, int width, int[] chosen, int from, int to, float[] scratch, float[] sums, int offset) {
        int j = 0;
        for (; j + 4 * LENGTH <= width; j += 4 * LENGTH) {
            sumFourVectors(rows, LEAD + j, chosen, from, to, sums, offset + j);
        }
        if (j + 2 * LENGTH <= width) {
            sumTwoVectors(rows, LEAD + j, chosen, from, to, sums, offset + j);
            j += 2 * LENGTH;
        }
        if (j < width) {
            sumVector(rows, LEAD + j, chosen, from, to, sums, offset + j);
        }
    }

    private static void sumVector(
            float[][] rows, int lane, int[] chosen, int from, int to, float[] sums, int offset) {
        FloatVector a = FloatVector.zero(FLOATS);
        for (int k = from; k < to; k++) {
            a = a.add(FloatVector.fromArray(FLOATS, rows[chosen[k]], lane));
        }
        a.intoArray(sums, offset);
    }

    private static void sumTwoVectors(
            float[][] rows, int lane, int[] chosen, int from, int to, float[] sums, int offset) {
        FloatVector a = FloatVector.zero(FLOATS);
        FloatVector b = FloatVector.zero(FLOATS);
        for (int k = from; k < to; k++) {
            float[] row = rows[chosen[k]];
            a = a.add(FloatVector.fromArray(FLOATS, row, lane));
            b = b.add(FloatVector.fromArray(FLOATS, row, lane + LENGTH));
        }
        a.intoArray(sums, offset);
        b.intoArray(sums, offset + LENGTH);
    }

    private static void sumFourVectors(
            float[][] rows, int lane, int[] chosen, int from, int to, float[] sums, int offset) {
        FloatVector a = FloatVector.zero(FLOATS);
        FloatVector b = FloatVector.zero(FLOATS);
        FloatVector c = FloatVector.zero(FLOATS);
        FloatVector d = FloatVector.zero(FLOATS);
        for (int k = from; k < to; k++) {
            float[] row = rows[chosen[k]];
            a = a.add(FloatVector.fromArray(FLOATS, row, lane));
            b = b.add(FloatVector.fromArray(FLOATS, row, lane + LENGTH));
            c = c.add(FloatVector.fromArray(FLOATS, row, lane + 2 * LENGTH));
            d = d.add(FloatVector.fromArray(FLOATS, row, lane + 3 * LENGTH));
        }
        a.intoArray(sums, offset);
        b.intoArray(sums, offset + LENGTH);
        c.intoArray(sums, offset + 2 * LENGTH);
        d.intoArray(sums, offset + 3 * LENGTH);
    }

    @Override
    public void addClamped(float[] row, float[] change, int width, float low, float high) {
        for (int j = LEAD; j < LEAD + width; j += LENGTH) {
            FloatVector a = FloatVector.fromArray(FLOATS, row, j).add(FloatVector.fromArray(FLOATS, change, j));
            clamp(a, low, high).intoArray(row, j);
        }
    }

    @Override
    public void add(float[] row, float[] change, int width) {
        for (int j = LEAD; j < LEAD + width; j += LENGTH) {
            FloatVector.fromArray(FLOATS, row, j)
                    .add(FloatVector.fromArray(FLOATS, change, j))
                    .intoArray(row, j);
        }
    }

    @Override
    public void clamp(float[] row, int width, float low, float high) {
        for (int j = LEAD; j < LEAD + width; j += LENGTH) {
            clamp(FloatVector.fromArray(FLOATS, row, j), low, high).intoArray(row, j);
        }
    }

    /** By comparison, which leaves a negative zero as it is. */
    private static FloatVector clamp(FloatVector a, float low, float high) {
        return a.blend(low, a.lt(low)).blend(high, a.compare(VectorOperators.GT, high));
    }

    @Override
    public void sumMagnitudes(float[][] rows, int width, double[] sums) {
        for (int lane = 0; lane < width; lane += LENGTH) {
            DoubleVector a = DoubleVector.zero(DOUBLES);
            DoubleVector b = DoubleVector.zero(DOUBLES);
            for (float[] row : rows) {
                a = a.add(magnitudes(row, LEAD + lane));
                b = b.add(magnitudes(row, LEAD + lane + DOUBLES.length()));
            }
            a.intoArray(sums, lane);
            b.intoArray(sums, lane + DOUBLES.length());
        }
    }

    /** Half a vector is loaded for each of doubles: to take one apart costs far more. */
    private static DoubleVector magnitudes(float[] row, int j) {
        return (DoubleVector)
                FloatVector.fromArray(HALF_FLOATS, row, j).abs().convertShape(VectorOperators.F2D, DOUBLES, 0);
    }

    @Override
    public int crossings(float[] v, float threshold, int[] crossed) {
        // It is seldom that any neuron crosses, and then they are looked at one by one. No vector and no mask leaves a loop: they
        // would be boxed where HotSpot compiles the kernel as a part of a large method.
        boolean any = false;
        int j = 0;
        for (; j + LENGTH <= v.length; j += LENGTH) {
            any |= FloatVector.fromArray(FLOATS, v, j)
                    .compare(VectorOperators.GE, threshold)
                    .anyTrue();
        }
        return PlainKernels.crossingsFrom(v, threshold, any ? 0 : j, crossed);
    }

    @Override
    public int leakAddCross(
            float[] v, float rest, float decay, float[] input, float threshold, float[] theta, int[] crossed) {
        boolean any = false;
        int j = 0;
        for (; j + LENGTH <= v.length; j += LENGTH) {
            FloatVector limit = FloatVector.fromArray(FLOATS, theta, j).add(threshold);
            any |= leakAndAdd(v, rest, decay, input, j, v, j)
                    .compare(VectorOperators.GE, limit)
                    .anyTrue();
        }
        PlainKernels.leakAndAdd(v, rest, decay, input, j);
        return PlainKernels.crossingsFrom(v, threshold, theta, any ? 0 : j, crossed);
    }

    @Override
    public int decayLeakAddCross(
            float thetaDecay,
            float[] v,
            float rest,
            float decay,
            float[] input,
            float threshold,
            float[] theta,
            int[] crossed) {
        boolean any = false;
        int j = 0;
        for (; j + LENGTH <= v.length; j += LENGTH) {
            FloatVector decayed = FloatVector.fromArray(FLOATS, theta, j).mul(thetaDecay);
            decayed.intoArray(theta, j);
            any |= leakAndAdd(v, rest, decay, input, j, v, j)
                    .compare(VectorOperators.GE, decayed.add(threshold))
                    .anyTrue();
        }
        PlainKernels.scale(theta, thetaDecay, j);
        PlainKernels.leakAndAdd(v, rest, decay, input, j);
        return PlainKernels.crossingsFrom(v, threshold, theta, any ? 0 : j, crossed);
    }

    /** next[j] ← (v[j] − rest) · decay + rest + input[from], and the vectors after them. */
    private static FloatVector leakAndAdd(
            float[] v, float rest, float decay, float[] input, int from, float[] next, int j) {
        FloatVector moved = FloatVector.fromArray(FLOATS, v, j)
                .sub(rest)
                .mul(decay)
                .add(rest)
                .add(FloatVector.fromArray(FLOATS, input, from));
        moved.intoArray(next, j);
        return moved;
    }

    /** The last vector overlaps the one before where neurons are no whole number of vectors: what is done twice is the same. */
    @Override
    public boolean leakAddReaches(
            float[] v, float rest, float decay, float[] input, int offset, float threshold, float[] theta, float[] next) {
        int last = v.length - LENGTH;
        if (last < 0) {
            return plain.leakAddReaches(v, rest, decay, input, offset, threshold, theta, next);
        }
        boolean any = false;
        for (int at = 0; at < v.length; at += LENGTH) {
            int j = Math.min(at, last);
            FloatVector limit = FloatVector.fromArray(FLOATS, theta, j).add(threshold);
            any |= leakAndAdd(v, rest, decay, input, offset + j, next, j)
                    .compare(VectorOperators.GE, limit)
                    .anyTrue();
        }
        return any;
    }

    @Override
    public boolean decayLeakAddReaches(
            float thetaDecay,
            float[] v,
            float rest,
            float decay,
            float[] input,
            int offset,
            float threshold,
            float[] theta,
            float[] nextTheta,
            float[] next) {
        int last = v.length - LENGTH;
        if (last < 0) {
            return plain.decayLeakAddReaches(
                    thetaDecay, v, rest, decay, input, offset, threshold, theta, nextTheta, next);
        }
        boolean any = false;
        for (int at = 0; at < v.length; at += LENGTH) {
            int j = Math.min(at, last);
            FloatVector decayed = FloatVector.fromArray(FLOATS, theta, j).mul(thetaDecay);
            decayed.intoArray(nextTheta, j);
            any |= leakAndAdd(v, rest, decay, input, offset + j, next, j)
                    .compare(VectorOperators.GE, decayed.add(threshold))
                    .anyTrue();
        }
        return any;
    }

    @Override
    public void addClampedAndSum(
            float[][] rows,
            int width,
            int[] chosen,
            int from,
            int to,
            float[] change,
            float low,
            float high,
            float[] sums) {
        for (int j = 0; j < width; j += LENGTH) {
            FloatVector by = FloatVector.fromArray(FLOATS, change, LEAD + j);
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int k = from; k < to; k++) {
                float[] row = rows[chosen[k]];
                FloatVector changed = clamp(FloatVector.fromArray(FLOATS, row, LEAD + j).add(by), low, high);
                changed.intoArray(row, LEAD + j);
                sum = sum.add(changed);
            }
            sum.intoArray(sums, j);
        }
    }

    @Override
    public void philox(Philox.Key key, long sample, int[] indices, int count, int blocks, int[] numbers) {
        for (int i = 0; i < count; i++) {
            int b = 0;
            for (; b + LONGS.length() <= blocks; b += LONGS.length()) {
                philoxVector(key, sample, indices[i], b, numbers, Philox.LANES * (blocks * i + b));
            }
            for (; b < blocks; b++) {
                Philox.block(key, sample, indices[i], b, numbers, Philox.LANES * (blocks * i + b));
            }
        }
    }

    /** As many blocks as a vector has 64-bit lanes, one in each; numbers of 32 bits stand in the lanes' lower halves. */
    private static void philoxVector(Philox.Key key, long sample, int index, int block, int[] numbers, int offset) {
        int k0 = key.low();
        int k1 = key.high();
        LongVector c0 = LongVector.broadcast(LONGS, sample & LOW_HALF);
        LongVector c1 = LongVector.broadcast(LONGS, sample >>> 32);
        LongVector c2 = LongVector.broadcast(LONGS, index & LOW_HALF);
        LongVector c3 = LongVector.broadcast(LONGS, block).addIndex(1).and(LOW_HALF);
        for (int round = 0; round < Philox.ROUNDS; round++) {
            LongVector product0 = c0.mul(Philox.MULTIPLIER_0 & LOW_HALF);
            LongVector product1 = c2.mul(Philox.MULTIPLIER_1 & LOW_HALF);
            c0 = high(product1).lanewise(VectorOperators.XOR, c1).lanewise(VectorOperators.XOR, k0 & LOW_HALF);
            c1 = product1.and(LOW_HALF);
            c2 = high(product0).lanewise(VectorOperators.XOR, c3).lanewise(VectorOperators.XOR, k1 & LOW_HALF);
            c3 = product0.and(LOW_HALF);
            k0 += Philox.WEYL_0;
            k1 += Philox.WEYL_1;
        }
        LongVector first = c0.or(c1.lanewise(VectorOperators.LSHL, 32));
        LongVector second = c2.or(c3.lanewise(VectorOperators.LSHL, 32));
        alternate(first, second, TWICE_LOW, numbers, offset);
        alternate(first, second, TWICE_HIGH, numbers, offset + 2 * LONGS.length());
    }

    private static void alternate(
            LongVector a, LongVector b, VectorShuffle<Long> twice, int[] numbers, int offset) {
        a.rearrange(twice).blend(b.rearrange(twice), ODD_LANES).reinterpretAsInts().intoArray(numbers, offset);
    }

    private static LongVector high(LongVector product) {
        return product.lanewise(VectorOperators.LSHR, 32);
    }
}
