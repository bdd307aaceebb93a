package org.snn4j.network.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;

/** Oracle: reading undoes writing, and a damaged file is an IOException or still a well-formed file. */
class NpyPropertiesTest {
    private static final List<String> FILES = List.of(
            "float32.npy",
            "float32-fortran.npy",
            "float32-version-2.npy",
            "float32-version-3.npy",
            "bool.npy",
            "uint8.npy",
            "int64.npy",
            "int32.npy",
            "float64-exact.npy",
            "float32-scalar.npy",
            "objects.npy");

    @Property
    void readingUndoesWriting(@ForAll("arrays") NdArray array) throws IOException {
        byte[] file = written(array);
        assertThat(Npy.read(file, "array")).isEqualTo(array);
        assertThat(Npy.read(new ByteArrayInputStream(file), "array")).isEqualTo(array);
    }

    @Property
    void elementsBeginOnABoundaryOf64Bytes(@ForAll("arrays") NdArray array) throws IOException {
        int elementBytes = array instanceof FloatArray ? 4 : array instanceof LongArray ? 8 : 1;
        assertThat((written(array).length - elementBytes * array.shape().size()) % 64)
                .isZero();
    }

    @Property
    void everyTruncationIsRefused(@ForAll("files") String name) {
        byte[] file = Fixtures.bytes(name);
        for (int length = 0; length < file.length; length++) {
            byte[] truncated = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> Npy.read(truncated, name)).isInstanceOf(MalformedFileException.class);
            assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(truncated), name))
                    .isInstanceOf(MalformedFileException.class);
        }
    }

    @Property
    void damageIsRefusedOrHarmless(
            @ForAll("files") String name, @ForAll Random random, @ForAll @IntRange(min = 1, max = 4) int damages) {
        byte[] file = Fixtures.bytes(name);
        for (int i = 0; i < damages; i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        readOrRefuse(file);
    }

    @Property(tries = 200)
    void everyByteOfTheHeaderMayBeAnything(
            @ForAll("files") String name, @ForAll @ByteRange(min = Byte.MIN_VALUE) byte value) {
        byte[] file = Fixtures.bytes(name);
        for (int offset = 0; offset < Math.min(file.length, 128); offset++) {
            byte[] damaged = file.clone();
            damaged[offset] = value;
            readOrRefuse(damaged);
        }
    }

    private static void readOrRefuse(byte[] file) {
        for (boolean lengthKnown : new boolean[] {true, false}) {
            try {
                NdArray array = lengthKnown
                        ? Npy.read(file, "damaged.npy")
                        : Npy.read(new ByteArrayInputStream(file), "damaged.npy");
                assertThat(array.shape().size()).isLessThan(file.length);
            } catch (MalformedFileException e) {
                assertThat(e.offset()).isBetween(0L, (long) file.length);
            } catch (IOException e) {
                fail("only a malformed file was expected", e);
            }
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(FILES);
    }

    @Provide
    Arbitrary<NdArray> arrays() {
        return Arbitraries.integers()
                .between(0, 5)
                .list()
                .ofMaxSize(4)
                .map(Shape::of)
                .flatMap(this::arrays);
    }

    private Arbitrary<NdArray> arrays(Shape shape) {
        Arbitrary<NdArray> floats =
                Arbitraries.integers().list().ofSize(shape.size()).map(bits -> FloatArray.of(shape, floats(bits)));
        Arbitrary<NdArray> longs =
                Arbitraries.longs().array(long[].class).ofSize(shape.size()).map(values -> LongArray.of(shape, values));
        Arbitrary<NdArray> bytes =
                Arbitraries.bytes().array(byte[].class).ofSize(shape.size()).map(values -> ByteArray.of(shape, values));
        return Arbitraries.oneOf(floats, longs, bytes);
    }

    /** Any 32 bits are a float: not-a-numbers, infinities and subnormals come up too. */
    private static float[] floats(List<Integer> bits) {
        float[] values = new float[bits.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(bits.get(i));
        }
        return values;
    }

    private static byte[] written(NdArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(array, out);
        return out.toByteArray();
    }
}
