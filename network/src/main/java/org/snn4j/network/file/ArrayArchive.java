package org.snn4j.network.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;
import org.snn4j.network.array.NdArray;

/**
 * A zip of {@code manifest.json} and float arrays as .npy, which NumPy's {@code load} opens. The manifest lists every
 * array with its size and SHA-256; an entry that it does not list is an error, and nothing is read that is larger than it
 * says. All arrays together take at most 4 GiB.
 */
public final class ArrayArchive {
    private static final String MANIFEST = "manifest.json";
    private static final String FORMAT = "format";
    private static final String ARRAYS = "arrays";
    private static final String SUFFIX = ".npy";
    private static final int MANIFEST_LIMIT = 16 << 20;
    private static final int ENTRY_LIMIT = 1 << 10;
    /** For all arrays together, as .npy files that are not compressed. */
    private static final long ARRAYS_LIMIT = 4L << 30;

    private ArrayArchive() {}

    /**
     * What an archive holds.
     *
     * @param manifest its members but the format and the list of arrays have not been asked for yet
     * @param arrays by name without ".npy"
     */
    public record Content(StrictObject manifest, Map<String, NdArray> arrays) {
        public Content {
            arrays = Collections.unmodifiableMap(new TreeMap<>(arrays));
        }
    }

    /**
     * Writes an archive, whole or not at all.
     *
     * @param manifest what the arrays mean, with the name of that as its "format"; not modified
     * @param arrays by name without ".npy"
     * @throws IllegalArgumentException if there are more or larger arrays or a longer manifest than {@link #read} takes
     */
    public static void write(Path file, ObjectNode manifest, Map<String, ? extends NdArray> arrays) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ObjectNode document = manifest.deepCopy();
        ObjectNode list = document.putObject(ARRAYS);
        for (Map.Entry<String, ? extends NdArray> array : arrays.entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Npy.write(array.getValue(), bytes);
            byte[] content = bytes.toByteArray();
            entries.put(array.getKey() + SUFFIX, content);
            list.putObject(array.getKey()).put("bytes", content.length).put("sha256", Sha256.hex(content));
        }
        byte[] text = StrictJson.write(document);
        long bytes = entries.values().stream().mapToLong(entry -> entry.length).sum();
        if (entries.size() >= ENTRY_LIMIT || text.length > MANIFEST_LIMIT || bytes > ARRAYS_LIMIT) {
            throw new IllegalArgumentException(file + " would hold " + entries.size() + " arrays of " + bytes
                    + " bytes and a manifest of " + text.length + " bytes; it must be fewer than " + ENTRY_LIMIT
                    + ", at most " + ARRAYS_LIMIT + " and at most " + MANIFEST_LIMIT);
        }
        AtomicFiles.write(file, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                StrictZip.put(zip, MANIFEST, text);
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    StrictZip.put(zip, entry.getKey(), entry.getValue());
                }
            }
        });
    }

    /**
     * Reads an archive.
     *
     * @param format what its manifest must name as its "format"; of another one nothing else is looked at
     * @throws MalformedFileException if it is not such a zip, or an entry has another size or hash than the manifest says
     * @throws MalformedJsonException if the manifest cannot be understood
     */
    public static Content read(Path file, String format) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such model file");
        }
        try (StrictZip zip = StrictZip.open(file, ENTRY_LIMIT)) {
            // No hash covers the manifest, so its checksum must be right.
            byte[] text = zip.checkedContent(MANIFEST, MANIFEST_LIMIT);
            StrictObject manifest = StrictJson.read(text, zip.place(MANIFEST));
            requireFormat(manifest, format);
            StrictObject list = manifest.object(ARRAYS);
            requireListed(zip, file, list.names());
            requireBounded(zip, list);
            Map<String, NdArray> arrays = new TreeMap<>();
            for (String name : list.names()) {
                arrays.put(name, array(zip, name, list.object(name)));
            }
            return new Content(manifest, arrays);
        }
    }

    private static void requireFormat(StrictObject manifest, String format) throws MalformedJsonException {
        if (!manifest.text(FORMAT).equals(format)) {
            throw manifest.wrong(FORMAT, manifest.required(FORMAT), "\"" + format + "\", which this version reads,");
        }
    }

    private static void requireListed(StrictZip zip, Path file, List<String> listed) throws IOException {
        Set<String> known = new HashSet<>(Set.of(MANIFEST));
        listed.forEach(name -> known.add(name + SUFFIX));
        for (String name : zip.names()) {
            if (!known.contains(name)) {
                throw new MalformedFileException(
                        file.toString(),
                        0,
                        "only " + MANIFEST + " and the arrays that it lists, each once",
                        "an entry " + name);
            }
        }
    }

    /** Before any array is read. */
    private static void requireBounded(StrictZip zip, StrictObject list) throws IOException {
        long left = ARRAYS_LIMIT;
        for (String name : list.names()) {
            long size = list.object(name).whole("bytes");
            if (size > left) {
                throw new MalformedFileException(
                        zip.place(name + SUFFIX),
                        0,
                        "at most " + left + " bytes, for all arrays may take " + ARRAYS_LIMIT,
                        size + " bytes");
            }
            left -= Math.max(size, 0);
        }
    }

    private static NdArray array(StrictZip zip, String name, StrictObject listed) throws IOException {
        long size = listed.whole("bytes");
        String sha256 = listed.text("sha256");
        listed.finish();
        String place = zip.place(name + SUFFIX);
        byte[] content = zip.content(name + SUFFIX, size);
        if (content.length != size) {
            throw new MalformedFileException(place, content.length, size + " bytes", content.length + " bytes");
        }
        String found = Sha256.hex(content);
        if (!found.equals(sha256)) {
            throw new MalformedFileException(place, 0, "content with SHA-256 " + sha256, "SHA-256 " + found);
        }
        return Npy.read(content, place);
    }
}
