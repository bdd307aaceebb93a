package org.snn4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.Npy;
import org.snn4j.network.file.Scenario;

class ScenarioFuzzTest {
    @TempDir
    static Path folder;

    @TempDir
    static Path copies;

    /** For layers of three and two neurons over four steps, and for windows of 2 x 2 on 4 x 4. */
    @BeforeAll
    static void makeArrays() throws IOException {
        write("w.npy", FloatArray.of(Shape.of(3, 2), 1, 2, 3, 0, 5, 6));
        write("b.npy", FloatArray.of(Shape.of(2), 0.5f, -1));
        write("m.npy", ByteArray.of(Shape.of(3, 2), (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 0));
        write("x.npy", ByteArray.of(Shape.of(4, 1, 3), spikes(12)));
        write("c.npy", ByteArray.of(Shape.of(2), spikes(2)));
        write("v.npy", FloatArray.of(Shape.of(4, 2), new float[8]));
        write("k.npy", FloatArray.of(Shape.of(1, 1, 2, 2), 1, 2, 3, 4));
        write("y.npy", ByteArray.of(Shape.of(4, 1, 1, 4, 4), spikes(64)));
    }

    /** The arrays are as they should be, whatever the document says; what was read is what is written. */
    @FuzzTest
    void document(byte[] json) throws IOException {
        Optional<Scenario> scenario = Trial.read(folder.resolve("scenario.json"), json, Scenario::read);
        if (scenario.isPresent()) {
            Path copy = copies.resolve("copy.json");
            scenario.get().write(copy);
            assertThat(Scenario.read(copy)).isEqualTo(scenario.get());
        }
    }

    private static void write(String name, NdArray array) throws IOException {
        Npy.write(array, folder.resolve(name));
    }

    private static byte[] spikes(int count) {
        byte[] spikes = new byte[count];
        Arrays.fill(spikes, (byte) 1);
        return spikes;
    }
}
