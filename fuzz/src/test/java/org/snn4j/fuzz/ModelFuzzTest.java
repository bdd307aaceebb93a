package org.snn4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.file.Sha256;
import org.snn4j.training.TrainedModel;

class ModelFuzzTest {
    private static final String MANIFEST = "manifest.json";
    private static final String WEIGHTS = "X-Ae.w";

    /** The entries of a good file. */
    private static final Map<String, byte[]> GOOD = new LinkedHashMap<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void takeAGoodFileApart() throws IOException {
        try (InputStream file = ModelFuzzTest.class.getResourceAsStream("ModelFuzzTestInputs/archive/tiny.zip");
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                GOOD.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(GOOD).containsKeys(MANIFEST, WEIGHTS + ".npy");
    }

    /** Anything as the file. */
    @FuzzTest
    void archive(byte[] content) throws IOException {
        check(content);
    }

    /** Anything as the manifest of a file whose arrays are good. */
    @FuzzTest
    void manifest(byte[] json) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(GOOD);
        entries.put(MANIFEST, json);
        check(zip(entries));
    }

    /** Anything as an array, whose size and hash the manifest has right. */
    @FuzzTest
    void weights(byte[] npy) throws IOException {
        byte[] good = GOOD.get(WEIGHTS + ".npy");
        String manifest = new String(GOOD.get(MANIFEST), StandardCharsets.UTF_8)
                .replace(Sha256.hex(good), Sha256.hex(npy))
                .replace("\"bytes\" : " + good.length, "\"bytes\" : " + npy.length);
        Map<String, byte[]> entries = new LinkedHashMap<>(GOOD);
        entries.put(MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
        entries.put(WEIGHTS + ".npy", npy);
        check(zip(entries));
    }

    /** What was opened is what is saved. */
    private static void check(byte[] file) throws IOException {
        Optional<TrainedModel> model = Trial.read(folder.resolve("model.zip"), file, TrainedModel::load);
        if (model.isPresent()) {
            Path saved = folder.resolve("saved.zip");
            model.get().save(saved);
            assertThat(TrainedModel.load(saved)).isEqualTo(model.get());
        }
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
