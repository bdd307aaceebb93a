package org.snn4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.Npz;

class NpzFuzzTest {
    @TempDir
    static Path folder;

    /** What was read is what is written. */
    @FuzzTest
    void archive(byte[] content) throws IOException {
        Optional<Map<String, NdArray>> arrays = Trial.read(folder.resolve("arrays.npz"), content, Npz::read);
        if (arrays.isPresent()) {
            Path written = folder.resolve("written.npz");
            Npz.write(arrays.get(), written);
            assertThat(Npz.read(written)).isEqualTo(arrays.get());
        }
    }
}
