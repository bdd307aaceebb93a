package org.snn4j.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.Npy;
import org.snn4j.network.file.Sha256;

/** A model file taken apart by the JDK's own reader, to be put together again with something changed and every hash right. */
final class ModelZip {
    private static final String MANIFEST = "manifest.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final ObjectNode manifest;

    private ModelZip(byte[] file) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        manifest = (ObjectNode) MAPPER.readTree(entries.get(MANIFEST));
    }

    static ModelZip of(Path file) throws IOException {
        return new ModelZip(Files.readAllBytes(file));
    }

    /** By name, in the file's order. */
    Map<String, byte[]> entries() {
        return entries;
    }

    /** To be changed. */
    ObjectNode manifest() {
        return manifest;
    }

    /** An object in the manifest, to be changed. */
    ObjectNode manifest(String pointer) {
        return (ObjectNode) manifest.at(pointer);
    }

    /** Puts an array in, or in the place of another. */
    ModelZip with(String name, NdArray array) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Npy.write(array, bytes);
        entries.put(name + ".npy", bytes.toByteArray());
        manifest.withObject("/arrays")
                .withObject("/" + name)
                .put("bytes", bytes.size())
                .put("sha256", Sha256.hex(bytes.toByteArray()));
        return this;
    }

    void write(Path file) throws IOException {
        entries.put(MANIFEST, MAPPER.writeValueAsBytes(manifest));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        Files.write(file, bytes.toByteArray());
    }
}
