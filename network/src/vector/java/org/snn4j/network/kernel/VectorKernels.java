package org.snn4j.network.kernel;

import static org.snn4j.network.kernel.CacheLine.LEAD;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on {@code jdk.incubator.vector}, with the vectors that the machine prefers. Several accumulators at once, since
 * an addition takes four cycles until its result can be added to. Made by {@link FastestKernels}, by name.
 *
 * <p>Vectors that HotSpot cannot keep in registers become objects, which costs ten times the work and more. It does so, in one run of
 * several, where a vector is passed to or returned by a method that it does not inline, where one comes out of one loop and
 * goes into another, and where a mask comes out of a loop. Here none does. And it does so where a loop carries a vector and it
 * has seen vectors of the same element type and two lengths in the method that is called on it; so loops here carry sums and
 * nothing else, and vectors of half the length are only read and converted.
 */
final class VectorKernels implements ArrayKernels {
    private static final VectorSpecies<Float> FLOATS = widest();
    private static final int LENGTH = FLOATS.length();
    private static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, FLOATS.vectorShape());
    private static final VectorSpecies<Float> HALF_FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(FLOATS.vectorBitSize() / 2));
    /** How many neurons are searched together for those that cross. */
    private static final int GROUP = 256;

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
            float[][] rows,
            int width,
            int[] chosen,
            int[] first,
            int from,
            int to,
            float[] scratch,
            float[] sums,
            int offset,
            int stride) {
        int j = 0;
        for (; j + 4 * LENGTH <= width; j += 4 * LENGTH) {
            sumFourVectors(rows, LEAD + j, chosen, first, from, to, sums, offset + j, stride);
        }
        if (j + 2 * LENGTH <= width) {
            sumTwoVectors(rows, LEAD + j, chosen, first, from, to, sums, offset + j, stride);
            j += 2 * LENGTH;
        }
        if (j < width) {
            sumVector(rows, LEAD + j, chosen, first, from, to, sums, offset + j, stride);
        }
    }

    private static void sumVector(
            float[][] rows,
            int lane,
            int[] chosen,
            int[] first,
            int from,
            int to,
            float[] sums,
            int offset,
            int stride) {
        for (int step = from; step < to; step++) {
            int sum = offset + (step - from) * stride;
            int end = first[step + 1];
            FloatVector a = FloatVector.zero(FLOATS);
            for (int k = first[step]; k < end; k++) {
                a = a.add(FloatVector.fromArray(FLOATS, rows[chosen[k]], lane));
            }
            a.intoArray(sums, sum);
        }
    }

    private static void sumTwoVectors(
            float[][] rows,
            int lane,
            int[] chosen,
            int[] first,
            int from,
            int to,
            float[] sums,
            int offset,
            int stride) {
        for (int step = from; step < to; step++) {
            int sum = offset + (step - from) * stride;
            int end = first[step + 1];
            FloatVector a = FloatVector.zero(FLOATS);
            FloatVector b = FloatVector.zero(FLOATS);
            for (int k = first[step]; k < end; k++) {
                float[] row = rows[chosen[k]];
                a = a.add(FloatVector.fromArray(FLOATS, row, lane));
                b = b.add(FloatVector.fromArray(FLOATS, row, lane + LENGTH));
            }
            a.intoArray(sums, sum);
            b.intoArray(sums, sum + LENGTH);
        }
    }

    private static void sumFourVectors(
            float[][] rows,
            int lane,
            int[] chosen,
            int[] first,
            int from,
            int to,
            float[] sums,
            int offset,
            int stride) {
        for (int step = from; step < to; step++) {
            int sum = offset + (step - from) * stride;
            int end = first[step + 1];
            FloatVector a = FloatVector.zero(FLOATS);
            FloatVector b = FloatVector.zero(FLOATS);
            FloatVector c = FloatVector.zero(FLOATS);
            FloatVector d = FloatVector.zero(FLOATS);
            for (int k = first[step]; k < end; k++) {
                float[] row = rows[chosen[k]];
                a = a.add(FloatVector.fromArray(FLOATS, row, lane));
                b = b.add(FloatVector.fromArray(FLOATS, row, lane + LENGTH));
                c = c.add(FloatVector.fromArray(FLOATS, row, lane + 2 * LENGTH));
                d = d.add(FloatVector.fromArray(FLOATS, row, lane + 3 * LENGTH));
            }
            a.intoArray(sums, sum);
            b.intoArray(sums, sum + LENGTH);
            c.intoArray(sums, sum + 2 * LENGTH);
            d.intoArray(sums, sum + 3 * LENGTH);
        }
    }

    @Override
    public void addClamped(float[] row, float[] change, int width, float low, float high) {
        for (int j = LEAD; j < LEAD + width; j += LENGTH) {
            FloatVector a = FloatVector.fromArray(FLOATS, row, j).add(FloatVector.fromArray(FLOATS, change, j));
            a.blend(low, a.lt(low))
                    .blend(high, a.compare(VectorOperators.GT, high))
                    .intoArray(row, j);
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
            FloatVector a = FloatVector.fromArray(FLOATS, row, j);
            a.blend(low, a.lt(low))
                    .blend(high, a.compare(VectorOperators.GT, high))
                    .intoArray(row, j);
        }
    }

    @Override
    public void sumMagnitudes(float[][] rows, int width, double[] sums) {
        for (int lane = 0; lane < width; lane += LENGTH) {
            DoubleVector a = DoubleVector.zero(DOUBLES);
            DoubleVector b = DoubleVector.zero(DOUBLES);
            for (float[] row : rows) {
                // Half a vector is loaded for each vector of doubles: to take a whole one apart costs far more.
                a = a.add(FloatVector.fromArray(HALF_FLOATS, row, LEAD + lane)
                        .abs()
                        .convertShape(VectorOperators.F2D, DOUBLES, 0));
                b = b.add(FloatVector.fromArray(HALF_FLOATS, row, LEAD + lane + DOUBLES.length())
                        .abs()
                        .convertShape(VectorOperators.F2D, DOUBLES, 0));
            }
            a.intoArray(sums, lane);
            b.intoArray(sums, lane + DOUBLES.length());
        }
    }

    @Override
    public void sumSquares(float[][] rows, int width, double[] sums) {
        for (int lane = 0; lane < width; lane += LENGTH) {
            DoubleVector a = DoubleVector.zero(DOUBLES);
            DoubleVector b = DoubleVector.zero(DOUBLES);
            for (float[] row : rows) {
                Vector<Double> wa = FloatVector.fromArray(HALF_FLOATS, row, LEAD + lane)
                        .convertShape(VectorOperators.F2D, DOUBLES, 0);
                Vector<Double> wb = FloatVector.fromArray(HALF_FLOATS, row, LEAD + lane + DOUBLES.length())
                        .convertShape(VectorOperators.F2D, DOUBLES, 0);
                a = a.add(wa.mul(wa));
                b = b.add(wb.mul(wb));
            }
            a.intoArray(sums, lane);
            b.intoArray(sums, lane + DOUBLES.length());
        }
    }

    @Override
    public int crossings(float[] v, float threshold, int[] crossed) {
        // It is seldom that any neuron crosses, and then they are looked at one by one.
        boolean any = false;
        int j = 0;
        for (; j + LENGTH <= v.length; j += LENGTH) {
            any |= FloatVector.fromArray(FLOATS, v, j)
                    .compare(VectorOperators.GE, threshold)
                    .anyTrue();
        }
        return PlainKernels.crossings(v, threshold, any ? 0 : j, v.length, crossed, 0);
    }

    /** Group by group: only in one in which a neuron crosses are they looked at one by one. */
    @Override
    public int leakAddCross(
            float[] v, float rest, float decay, float[] input, float threshold, float[] theta, int[] crossed) {
        int whole = v.length - v.length % LENGTH;
        int count = 0;
        for (int from = 0; from < whole; from += GROUP) {
            int to = Math.min(from + GROUP, whole);
            if (leakAddReaches(v, rest, decay, input, threshold, theta, from, to)) {
                count = PlainKernels.crossings(v, threshold, theta, from, to, crossed, count);
            }
        }
        PlainKernels.leakAndAdd(v, rest, decay, input, whole);
        return PlainKernels.crossings(v, threshold, theta, whole, v.length, crossed, count);
    }

    private static boolean leakAddReaches(
            float[] v, float rest, float decay, float[] input, float threshold, float[] theta, int from, int to) {
        boolean any = false;
        for (int j = from; j < to; j += LENGTH) {
            FloatVector moved = FloatVector.fromArray(FLOATS, v, j)
                    .sub(rest)
                    .mul(decay)
                    .add(rest)
                    .add(FloatVector.fromArray(FLOATS, input, j));
            moved.intoArray(v, j);
            FloatVector limit = FloatVector.fromArray(FLOATS, theta, j).add(threshold);
            any |= moved.compare(VectorOperators.GE, limit).anyTrue();
        }
        return any;
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
            FloatVector moved = FloatVector.fromArray(FLOATS, v, j)
                    .sub(rest)
                    .mul(decay)
                    .add(rest)
                    .add(FloatVector.fromArray(FLOATS, input, offset + j));
            moved.intoArray(next, j);
            FloatVector limit = FloatVector.fromArray(FLOATS, theta, j).add(threshold);
            any |= moved.compare(VectorOperators.GE, limit).anyTrue();
        }
        return any;
    }

    /** As {@link #leakAddReaches}. */
    @Override
    public void scale(float[] a, float factor, float[] scaled) {
        int last = a.length - LENGTH;
        if (last < 0) {
            plain.scale(a, factor, scaled);
            return;
        }
        for (int at = 0; at < a.length; at += LENGTH) {
            int j = Math.min(at, last);
            FloatVector.fromArray(FLOATS, a, j).mul(factor).intoArray(scaled, j);
        }
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
                FloatVector a = FloatVector.fromArray(FLOATS, row, LEAD + j).add(by);
                FloatVector clamped = a.blend(low, a.lt(low)).blend(high, a.compare(VectorOperators.GT, high));
                clamped.intoArray(row, LEAD + j);
                sum = sum.add(clamped);
            }
            sum.intoArray(sums, j);
        }
    }

    /** Two indices at a time, since one multiplication waits long for the one before. */
    @Override
    public void philox(Philox.Key key, long sample, int[] indices, int count, int blocks, int[] numbers) {
        int whole = blocks - blocks % LONGS.length();
        for (int i = 0; i < count; i += 2) {
            int other = Math.min(i + 1, count - 1);
            for (int b = 0; b < whole; b += LONGS.length()) {
                philoxVectors(
                        key,
                        sample,
                        indices[i],
                        indices[other],
                        b,
                        numbers,
                        Philox.LANES * (blocks * i + b),
                        Philox.LANES * (blocks * other + b));
            }
        }
        for (int i = 0; i < count; i++) {
            for (int b = whole; b < blocks; b++) {
                Philox.block(key, sample, indices[i], b, numbers, Philox.LANES * (blocks * i + b));
            }
        }
    }

    /**
     * For each of two indices as many blocks as a vector has 64-bit lanes, one in each; numbers of 32 bits stand in the lanes'
     * lower halves. At the end the lanes of two vectors alternate, so that the four numbers of a block lie together.
     */
    private static void philoxVectors(
            Philox.Key key, long sample, int index, int other, int block, int[] numbers, int offset, int otherOffset) {
        int k0 = key.low();
        int k1 = key.high();
        LongVector a0 = LongVector.broadcast(LONGS, sample & LOW_HALF);
        LongVector a1 = LongVector.broadcast(LONGS, sample >>> 32);
        LongVector a2 = LongVector.broadcast(LONGS, index & LOW_HALF);
        LongVector a3 = LongVector.broadcast(LONGS, block).addIndex(1).and(LOW_HALF);
        LongVector b0 = a0;
        LongVector b1 = a1;
        LongVector b2 = LongVector.broadcast(LONGS, other & LOW_HALF);
        LongVector b3 = a3;
        for (int round = 0; round < Philox.ROUNDS; round++) {
            LongVector product0 = a0.mul(Philox.MULTIPLIER_0 & LOW_HALF);
            LongVector product1 = a2.mul(Philox.MULTIPLIER_1 & LOW_HALF);
            LongVector product2 = b0.mul(Philox.MULTIPLIER_0 & LOW_HALF);
            LongVector product3 = b2.mul(Philox.MULTIPLIER_1 & LOW_HALF);
            a0 = product1
                    .lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, a1)
                    .lanewise(VectorOperators.XOR, k0 & LOW_HALF);
            a1 = product1.and(LOW_HALF);
            a2 = product0
                    .lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, a3)
                    .lanewise(VectorOperators.XOR, k1 & LOW_HALF);
            a3 = product0.and(LOW_HALF);
            b0 = product3
                    .lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, b1)
                    .lanewise(VectorOperators.XOR, k0 & LOW_HALF);
            b1 = product3.and(LOW_HALF);
            b2 = product2
                    .lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, b3)
                    .lanewise(VectorOperators.XOR, k1 & LOW_HALF);
            b3 = product2.and(LOW_HALF);
            k0 += Philox.WEYL_0;
            k1 += Philox.WEYL_1;
        }
        LongVector first = a0.or(a1.lanewise(VectorOperators.LSHL, 32));
        LongVector second = a2.or(a3.lanewise(VectorOperators.LSHL, 32));
        first.rearrange(TWICE_LOW)
                .blend(second.rearrange(TWICE_LOW), ODD_LANES)
                .reinterpretAsInts()
                .intoArray(numbers, offset);
        first.rearrange(TWICE_HIGH)
                .blend(second.rearrange(TWICE_HIGH), ODD_LANES)
                .reinterpretAsInts()
                .intoArray(numbers, offset + 2 * LONGS.length());
        LongVector third = b0.or(b1.lanewise(VectorOperators.LSHL, 32));
        LongVector fourth = b2.or(b3.lanewise(VectorOperators.LSHL, 32));
        third.rearrange(TWICE_LOW)
                .blend(fourth.rearrange(TWICE_LOW), ODD_LANES)
                .reinterpretAsInts()
                .intoArray(numbers, otherOffset);
        third.rearrange(TWICE_HIGH)
                .blend(fourth.rearrange(TWICE_HIGH), ODD_LANES)
                .reinterpretAsInts()
                .intoArray(numbers, otherOffset + 2 * LONGS.length());
    }
}
