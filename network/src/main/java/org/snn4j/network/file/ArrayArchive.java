package org.snn4j.network.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.snn4j.network.array.NdArray;

/**
 * A zip of {@code manifest.json} and float arrays as .npy, which NumPy's {@code load} opens. The manifest lists every
 * array with its size and SHA-256; an entry that it does not list is an error, and nothing is read that is larger than it
 * says.
 */
public final class ArrayArchive {
    private static final String MANIFEST = "manifest.json";
    private static final String ARRAYS = "arrays";
    private static final String SUFFIX = ".npy";
    private static final int MANIFEST_LIMIT = 16 << 20;
    private static final int ENTRY_LIMIT = 1 << 10;
    /** Every entry's time, the first that zip can write: the same content makes the same bytes. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ArrayArchive() {}

    /**
     * What an archive holds.
     *
     * @param manifest its members but the list of arrays have not been asked for yet
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
     * @param manifest what the arrays mean; not modified
     * @param arrays by name without ".npy"
     * @throws IllegalArgumentException if there are more arrays or a longer manifest than {@link #read} takes
     */
    public static void write(Path file, ObjectNode manifest, Map<String, ? extends NdArray> arrays) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ObjectNode document = manifest.deepCopy();
        ObjectNode list = document.putObject(ARRAYS);
        for (Map.Entry<String, ? extends NdArray> array : arrays.entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Npy.write(array.getValue(), bytes);
            entries.put(array.getKey() + SUFFIX, bytes.toByteArray());
            list.putObject(array.getKey()).put("bytes", bytes.size()).put("sha256", Sha256.hex(bytes.toByteArray()));
        }
        byte[] text = StrictJson.write(document);
        if (entries.size() >= ENTRY_LIMIT || text.length > MANIFEST_LIMIT) {
            throw new IllegalArgumentException(file + " would hold " + entries.size() + " arrays and a manifest of "
                    + text.length + " bytes; it must be fewer than " + ENTRY_LIMIT + " and at most " + MANIFEST_LIMIT);
        }
        AtomicFiles.write(file, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, MANIFEST, text);
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    put(zip, entry.getKey(), entry.getValue());
                }
            }
        });
    }

    /**
     * Reads an archive.
     *
     * @throws MalformedFileException if it is not such a zip, or an entry has another size or hash than the manifest says
     * @throws MalformedJsonException if the manifest cannot be understood
     */
    public static Content read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such model file");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > ENTRY_LIMIT) {
                throw new MalformedFileException(
                        file.toString(), 0, "at most " + ENTRY_LIMIT + " entries", zip.size() + " entries");
            }
            StrictObject manifest = StrictJson.read(manifest(zip, file), file + "!" + MANIFEST);
            StrictObject list = manifest.object(ARRAYS);
            requireListedOnce(zip, file, list.names());
            Map<String, NdArray> arrays = new TreeMap<>();
            for (String name : list.names()) {
                arrays.put(name, array(zip, file, name, list.object(name)));
            }
            return new Content(manifest, arrays);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // ZipFile throws the last of them where a comment is no UTF-8.
            throw new MalformedFileException(file.toString(), 0, "a zip archive", problem(e));
        }
    }

    /** No hash covers the manifest, so its checksum must be right, at which {@link ZipFile} does not look. */
    private static byte[] manifest(ZipFile zip, Path file) throws IOException {
        byte[] content = bytes(zip, file, MANIFEST, MANIFEST_LIMIT);
        CRC32 found = new CRC32();
        found.update(content);
        long expected = zip.getEntry(MANIFEST).getCrc();
        if (found.getValue() != expected) {
            throw new MalformedFileException(
                    file + "!" + MANIFEST,
                    0,
                    "content with CRC-32 " + Long.toHexString(expected),
                    "CRC-32 " + Long.toHexString(found.getValue()));
        }
        return content;
    }

    private static void requireListedOnce(ZipFile zip, Path file, List<String> listed) throws IOException {
        Set<String> known = new HashSet<>(Set.of(MANIFEST));
        listed.forEach(name -> known.add(name + SUFFIX));
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!known.contains(name) || !seen.add(name)) {
                throw new MalformedFileException(
                        file.toString(),
                        0,
                        "only " + MANIFEST + " and the arrays that it lists, each once",
                        "an entry " + name + (known.contains(name) ? " again" : ""));
            }
        }
    }

    private static NdArray array(ZipFile zip, Path file, String name, StrictObject listed) throws IOException {
        long size = listed.whole("bytes");
        String sha256 = listed.text("sha256");
        listed.finish();
        String place = file + "!" + name + SUFFIX;
        byte[] content = bytes(zip, file, name + SUFFIX, size);
        if (content.length != size) {
            throw new MalformedFileException(place, content.length, size + " bytes", content.length + " bytes");
        }
        String found = Sha256.hex(content);
        if (!found.equals(sha256)) {
            throw new MalformedFileException(place, 0, "content with SHA-256 " + sha256, "SHA-256 " + found);
        }
        return Npy.read(content, place);
    }

    /** The content of an entry, which may not be larger than {@code limit}. */
    private static byte[] bytes(ZipFile zip, Path file, String name, long limit) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new MalformedFileException(file.toString(), 0, "an entry " + name, "none");
        }
        if (limit < 0 || limit >= Integer.MAX_VALUE || entry.getSize() > limit) {
            throw new MalformedFileException(
                    file + "!" + name, 0, "at most " + limit + " bytes", entry.getSize() + " bytes");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) limit);
            if (in.read() >= 0) {
                throw new MalformedFileException(
                        file + "!" + name, limit, "at most " + limit + " bytes", "more than the archive says");
            }
            return content;
        } catch (ZipException | EOFException e) {
            throw new MalformedFileException(file + "!" + name, 0, "a compressed entry", problem(e));
        }
    }

    private static String problem(Exception error) {
        return error.getMessage() == null ? "the file's end" : error.getMessage();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
