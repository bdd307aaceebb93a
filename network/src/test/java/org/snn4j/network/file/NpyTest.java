package org.snn4j.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;

/** Oracle: files that NumPy wrote (see {@code npy/make_fixtures.py}) and the values that the script put in. */
class NpyTest {
    private static final FloatArray GRID =
            FloatArray.of(Shape.of(3, 4), 0, 0.25f, 0.5f, 0.75f, 1, 1.25f, 1.5f, 1.75f, 2, 2.25f, 2.5f, 2.75f);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "float32.npy",
                "float32-vector.npy",
                "float32-scalar.npy",
                "float32-empty.npy",
                "float32-thirty-dimensions.npy",
                "float32-wide.npy",
                "uint8.npy",
                "uint8-full-padding.npy",
                "int64.npy"
            })
    void whatNumpyWroteIsWrittenBackByteForByte(String name) throws IOException {
        assertThat(written(Npy.read(Fixtures.path(name)))).isEqualTo(Fixtures.bytes(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "float32.npy",
                "float32-version-2.npy",
                "float32-version-3.npy",
                "float32-fortran.npy",
                "float64-exact.npy"
            })
    void sameNumbersComeOutOfEveryVersionAndOrder(String name) throws IOException {
        assertThat(Npy.read(Fixtures.path(name))).isEqualTo(GRID);
        assertThat(Npy.readFloats(Fixtures.path(name))).isEqualTo(GRID);
    }

    @Test
    void fortranOrderOfThreeDimensionsIsTurnedIntoC() throws IOException {
        float[] counting = new float[24];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = i;
        }
        assertThat(Npy.readFloats(Fixtures.path("float32-fortran-cube.npy")))
                .isEqualTo(FloatArray.of(Shape.of(2, 3, 4), counting));
    }

    @Test
    void specialFloatsAndScalarsSurvive() throws IOException {
        assertThat(Npy.read(Fixtures.path("float32-vector.npy")))
                .isEqualTo(FloatArray.of(Shape.of(3), 1.5f, -2.25f, Float.POSITIVE_INFINITY));
        assertThat(Npy.read(Fixtures.path("float32-scalar.npy"))).isEqualTo(FloatArray.of(Shape.of(), 0.1f));
    }

    @Test
    void bytesAndTruthValuesAreBytes() throws IOException {
        ByteArray bytes = ByteArray.of(Shape.of(2, 3), (byte) 0, (byte) 1, (byte) 255, (byte) 128, (byte) 2, (byte) 3);
        assertThat(Npy.readBytes(Fixtures.path("uint8.npy"))).isEqualTo(bytes);
        assertThat(Npy.readBytes(Fixtures.path("bool.npy")))
                .isEqualTo(ByteArray.of(Shape.of(3), (byte) 1, (byte) 0, (byte) 1));
        assertThat(Npy.read(Fixtures.path("bool-fortran.npy")))
                .isEqualTo(ByteArray.of(Shape.of(2, 3), (byte) 1, (byte) 0, (byte) 1, (byte) 0, (byte) 0, (byte) 1));
    }

    @Test
    void integersWidenToLongs() throws IOException {
        assertThat(Npy.readLongs(Fixtures.path("int64.npy"))).isEqualTo(LongArray.of(Shape.of(4), 0, 9, -1, 1L << 62));
        assertThat(Npy.readLongs(Fixtures.path("int32.npy")))
                .isEqualTo(LongArray.of(Shape.of(3), 3, -2, Integer.MAX_VALUE));
        assertThat(Npy.readLongs(Fixtures.path("uint8.npy")))
                .isEqualTo(LongArray.of(Shape.of(2, 3), 0, 1, 255, 128, 2, 3));
    }

    @Test
    void streamWhoseLengthNobodyKnowsGivesTheSame() throws IOException {
        byte[] bytes = Fixtures.bytes("float32-fortran.npy");
        assertThat(Npy.readFloats(new ByteArrayInputStream(bytes), "weights")).isEqualTo(GRID);
        assertThat(Npy.read(bytes, "weights")).isEqualTo(GRID);
    }

    @Test
    void arrayOfManyChunksSurvivesFileAndStream(@TempDir Path folder) throws IOException {
        float[] values = new float[300_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.5f;
        }
        NdArray array = FloatArray.of(Shape.of(values.length), values);
        Path file = folder.resolve("many.npy");
        Npy.write(array, file);
        assertThat(Npy.read(file)).isEqualTo(array);
        assertThat(Npy.read(new ByteArrayInputStream(Files.readAllBytes(file)), "many"))
                .isEqualTo(array);
    }

    private static byte[] written(NdArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(array, out);
        return out.toByteArray();
    }
}
