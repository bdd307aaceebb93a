package org.snn4j.network.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.snn4j.network.array.NdArray;

/**
 * NumPy's {@code .npz} files: arrays by name, each an {@code .npy} file in a zip, read strictly as {@link Npy} reads them.
 *
 * <p>An entry that is no array, one that is there twice, a name with a path in it and a checksum that is wrong are
 * {@link MalformedFileException}s. Nothing is read that is larger than the limit, however small it is compressed.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.savez.html">numpy.savez</a>
 */
public final class Npz {
    /** How many bytes all arrays of a file may take unless a reader allows more. */
    public static final long USUAL_LIMIT = 1L << 30;

    private static final String SUFFIX = ".npy";
    private static final int MOST_ARRAYS = 1 << 14;

    private Npz() {}

    /** Whether a file's arrays are compressed; both kinds are read alike. */
    public enum Compression {
        /** As {@code numpy.savez} writes. */
        STORED,
        /** As {@code numpy.savez_compressed} writes. */
        DEFLATED
    }

    /** Reads a file whose arrays take at most {@link #USUAL_LIMIT} bytes. */
    public static Map<String, NdArray> read(Path file) throws IOException {
        return read(file, USUAL_LIMIT);
    }

    /**
     * Reads a file.
     *
     * @param limit how many bytes the arrays may take together, as .npy files that are not compressed
     * @return the arrays by name, without ".npy", in the order in which they were written
     */
    public static Map<String, NdArray> read(Path file, long limit) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such .npz file");
        }
        try (StrictZip zip = StrictZip.open(file, MOST_ARRAYS)) {
            Map<String, NdArray> arrays = new LinkedHashMap<>();
            long left = limit;
            for (String entry : zip.names()) {
                String name = nameOf(file, entry);
                byte[] content = zip.checkedContent(entry, Math.min(left, Integer.MAX_VALUE - 1));
                left -= content.length;
                arrays.put(name, Npy.read(content, zip.place(entry)));
            }
            return Collections.unmodifiableMap(arrays);
        }
    }

    /** Writes arrays, not compressed, into a file that appears whole or not at all. */
    public static void write(Map<String, ? extends NdArray> arrays, Path file) throws IOException {
        write(arrays, file, Compression.STORED);
    }

    /**
     * Writes arrays into a file that appears whole or not at all.
     *
     * @param arrays by name; without ".npy"
     * @throws IllegalArgumentException if {@link #read} would not take a name, or so many arrays
     */
    public static void write(Map<String, ? extends NdArray> arrays, Path file, Compression compression)
            throws IOException {
        arrays.keySet().forEach(Npz::requireName);
        if (arrays.size() > MOST_ARRAYS) {
            throw new IllegalArgumentException(
                    file + " would hold " + arrays.size() + " arrays; at most " + MOST_ARRAYS + " would be right");
        }
        AtomicFiles.write(file, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, ? extends NdArray> array : arrays.entrySet()) {
                    ByteArrayOutputStream content = new ByteArrayOutputStream();
                    Npy.write(array.getValue(), content);
                    put(zip, array.getKey() + SUFFIX, content.toByteArray(), compression);
                }
            }
        });
    }

    private static void put(ZipOutputStream zip, String entry, byte[] content, Compression compression)
            throws IOException {
        if (compression == Compression.STORED) {
            StrictZip.putStored(zip, entry, content);
        } else {
            StrictZip.put(zip, entry, content);
        }
    }

    private static String nameOf(Path file, String entry) throws MalformedFileException {
        if (!entry.endsWith(SUFFIX) || !isName(entry.substring(0, entry.length() - SUFFIX.length()))) {
            throw new MalformedFileException(
                    file.toString(), 0, "arrays, NAME.npy without a folder", "an entry \"" + entry + "\"");
        }
        return entry.substring(0, entry.length() - SUFFIX.length());
    }

    private static void requireName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("\"" + name
                    + "\" cannot name an array in a file; letters, digits, '.', '_' and '-' would be right");
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }
}
