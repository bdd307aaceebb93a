package org.snn4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.Npy;
import org.snn4j.network.file.NpySlices;

class NpyFuzzTest {
    @TempDir
    static Path folder;

    /** All ways of reading an array agree, and what was read is what is written. */
    @FuzzTest
    void array(byte[] content) throws IOException {
        Path file = folder.resolve("array.npy");
        Optional<NdArray> array = Trial.read(file, content, Npy::read);
        Optional<NdArray> streamed =
                Trial.read(file, content, named -> Npy.read(new ByteArrayInputStream(content), named.toString()));
        assertThat(streamed).isEqualTo(array);
        if (array.isPresent()) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            Npy.write(array.get(), written);
            assertThat(Npy.read(written.toByteArray(), "written")).isEqualTo(array.get());
        }
    }

    /** A file that can be read whole can be read slice by slice, and the other way round, unless it is larger than an array. */
    @FuzzTest
    void slices(byte[] content) {
        Path file = folder.resolve("slices.npy");
        Optional<NdArray> array = Trial.read(file, content, Npy::read);
        Trial.read(file, content, named -> {
            try (NpySlices slices = NpySlices.open(named)) {
                for (int i = 0; i < 1000 && slices.hasNext(); i++) {
                    NdArray slice = slices.next();
                    int at = i;
                    array.ifPresent(whole -> assertThat(slice).isEqualTo(whole.slice(at)));
                }
                return slices.lengths();
            }
        });
    }
}
