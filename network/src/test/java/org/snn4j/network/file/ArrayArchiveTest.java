package org.snn4j.network.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;

/**
 * Oracle: reading undoes writing; the JDK's stream reader of zips, which needs no directory, sees what was written; and
 * whatever is done to an archive, reading it is an {@link IOException} that names the file, or gives what was written.
 */
class ArrayArchiveTest {
    private static final FloatArray WEIGHTS = FloatArray.of(Shape.of(2, 3), 1, -2, 0.5f, Float.MIN_VALUE, 5, 6);
    private static final FloatArray THETA = FloatArray.of(Shape.of(3), 0, 0.05f, 0.1f);
    /** Far below what the bombs inflate to, far above what reading a small archive takes. */
    private static final long FEW_BYTES = 64 << 20;

    private static final int BOMB = 200 << 20;

    private static final String FORMAT = "test/1";

    @TempDir
    Path folder;

    private Path file;
    private byte[] written;

    @BeforeEach
    void writeAnArchive() throws IOException {
        file = folder.resolve("model.zip");
        ArrayArchive.write(file, manifest(), arrays());
        written = Files.readAllBytes(file);
    }

    @Test
    void readingUndoesWriting() throws IOException {
        ArrayArchive.Content content = ArrayArchive.read(file, FORMAT);

        assertThat(content.arrays()).isEqualTo(arrays());
        assertThat(content.manifest().text("about")).isEqualTo("a test");
        content.manifest().finish();
    }

    @Test
    void manifestThatWasPassedInIsNotModified() throws IOException {
        ObjectNode manifest = manifest();
        ArrayArchive.write(file, manifest, arrays());
        assertThat(manifest).isEqualTo(manifest());
    }

    @Test
    void entriesAreTheManifestAndNumPyFiles() throws IOException {
        Map<String, byte[]> entries = entries(written);

        assertThat(entries.keySet()).containsExactly("manifest.json", "X-Ae.w.npy", "Ae.theta.npy");
        assertThat(Npy.read(entries.get("X-Ae.w.npy"), "w")).isEqualTo(WEIGHTS);
        assertThat(Npy.read(entries.get("Ae.theta.npy"), "theta")).isEqualTo(THETA);
    }

    @Test
    void sameContentMakesTheSameBytes() throws IOException {
        Path again = folder.resolve("again.zip");
        ArrayArchive.write(again, manifest(), arrays());
        assertThat(again).hasBinaryContent(written);
    }

    @Test
    void archiveWithoutArraysIsOne() throws IOException {
        ArrayArchive.write(file, manifest(), Map.of());
        assertThat(ArrayArchive.read(file, FORMAT).arrays()).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaid() {
        Path missing = folder.resolve("missing.zip");
        assertThatThrownBy(() -> ArrayArchive.read(missing, FORMAT))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing + ": there is no such model file");
        assertThatThrownBy(() -> ArrayArchive.read(folder, FORMAT)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        refused("".getBytes(UTF_8)).hasMessageContaining("expected a zip archive");
        refused("{\"format\": \"test/1\"}".getBytes(UTF_8)).hasMessageContaining("expected a zip archive");
        refused(npy(THETA)).hasMessageContaining("expected a zip archive");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        for (int length = 0; length < written.length; length++) {
            refused(Arrays.copyOf(written, length)).as("the first %d bytes", length);
        }
    }

    /** The JDK's reader answers damage to its directory with more than its own kind of exception. */
    @Test
    void everyChangedByteIsRefusedOrHarmless() throws IOException {
        for (int offset = 0; offset < written.length; offset++) {
            for (int change : new int[] {0x01, 0x80}) {
                byte[] damaged = written.clone();
                damaged[offset] ^= (byte) change;
                refusedOrTheSame(damaged);
            }
        }
    }

    @Test
    void archiveWithoutManifestIsRefused() throws IOException {
        Map<String, byte[]> entries = entries(written);
        entries.remove("manifest.json");
        refused(zip(entries)).hasMessage(file + ": at byte 0: expected an entry manifest.json, found none");
    }

    @Test
    void manifestThatIsNoJsonIsRefusedWithItsPlace() throws IOException {
        Map<String, byte[]> entries = entries(written);
        entries.put("manifest.json", "{\"format\": \"test/1\", \n}".getBytes(UTF_8));
        refused(zip(entries)).hasMessageStartingWith(file + "!manifest.json: line 2, column ");
        entries.put("manifest.json", "[]".getBytes(UTF_8));
        refused(zip(entries)).hasMessage(file + "!manifest.json: the document is []; an object would be right");
    }

    @Test
    void manifestWithoutAListOfArraysIsRefused() throws IOException {
        Map<String, byte[]> entries = entries(written);
        entries.put("manifest.json", "{\"format\": \"test/1\"}".getBytes(UTF_8));
        refused(zip(entries)).hasMessage(file + "!manifest.json: the document has no \"arrays\"");
        entries.put("manifest.json", "{}".getBytes(UTF_8));
        refused(zip(entries)).hasMessage(file + "!manifest.json: the document has no \"format\"");
    }

    @Test
    void listedArrayThatIsNotThereIsNamed() throws IOException {
        Map<String, byte[]> entries = entries(written);
        entries.remove("Ae.theta.npy");
        refused(zip(entries)).hasMessage(file + ": at byte 0: expected an entry Ae.theta.npy, found none");
    }

    @Test
    void entryThatIsNotListedIsNamed() throws IOException {
        Map<String, byte[]> entries = entries(written);
        entries.put("other.npy", npy(THETA));
        refused(zip(entries)).hasMessageEndingWith("each once, found an entry other.npy");
    }

    /** Other readers of zips would take the other one of the two. */
    @Test
    void entryThatIsThereTwiceIsNamed() throws IOException {
        Map<String, byte[]> entries = entries(written);
        entries.put("Ae.thetb.npy", npy(FloatArray.of(Shape.of(3), 7, 8, 9)));
        byte[] bytes = zip(entries);
        replaceAll(bytes, "Ae.thetb.npy", "Ae.theta.npy");
        refused(bytes).hasMessageEndingWith("each once, found an entry Ae.theta.npy again");
    }

    @Test
    void otherValuesThanTheHashedOnesAreNamed() throws IOException {
        Map<String, byte[]> entries = entries(written);
        byte[] array = entries.get("X-Ae.w.npy");
        array[array.length - 1] ^= 1;
        refused(zip(entries))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith(file + "!X-Ae.w.npy: at byte 0: expected content with SHA-256 ");
    }

    @Test
    void otherSizesThanTheArraysAreNamed() throws IOException {
        int size = entries(written).get("Ae.theta.npy").length;
        refused(withListedBytes(size - 1)).hasMessageStartingWith(file + "!Ae.theta.npy: ");
        refused(withListedBytes(size + 1))
                .hasMessage(file + "!Ae.theta.npy: at byte " + size + ": expected " + (size + 1) + " bytes, found "
                        + size + " bytes");
        refused(withListedBytes(-1)).hasMessageStartingWith(file + "!Ae.theta.npy: ");
        refused(withListedBytes(Long.MAX_VALUE)).hasMessageStartingWith(file + "!Ae.theta.npy: ");
    }

    @Test
    void arraysOfMoreThanFourGibibytesTogetherAreNamedBeforeOneIsRead() throws IOException {
        long most = 4L << 30;
        refused(withListedBytes(most))
                .hasMessage(file + "!Ae.theta.npy: at byte 0: expected at most "
                        + (most - entries(written).get("X-Ae.w.npy").length) + " bytes, for all arrays may take "
                        + most + ", found " + most + " bytes");
    }

    @Test
    void claimedSizeAloneAllocatesNothing() throws IOException {
        byte[] bytes = withListedBytes(Integer.MAX_VALUE - 1);
        assertThat(allocatedByRefusing(bytes)).isLessThan(FEW_BYTES);
    }

    @Test
    void arrayThatInflatesBeyondItsListedBytesIsNotInflated() throws IOException {
        Map<String, byte[]> entries = entries(written);
        int size = entries.get("Ae.theta.npy").length;
        entries.put("Ae.theta.npy", new byte[BOMB]);
        byte[] bytes = zip(entries);
        assertThat(bytes).hasSizeLessThan(BOMB / 500);

        assertThat(allocatedByRefusing(bytes)).isLessThan(FEW_BYTES);
        refused(bytes)
                .hasMessage(file + "!Ae.theta.npy: at byte 0: expected at most " + size + " bytes, found " + BOMB
                        + " bytes");

        claimInDirectory(bytes, "Ae.theta.npy", size);
        assertThat(allocatedByRefusing(bytes)).isLessThan(FEW_BYTES);
        refused(bytes).hasMessageStartingWith(file + "!Ae.theta.npy: ");
    }

    @Test
    void manifestThatInflatesWithoutEndIsNotInflated() throws IOException {
        Map<String, byte[]> entries = entries(written);
        byte[] blanks = new byte[BOMB];
        Arrays.fill(blanks, (byte) ' ');
        entries.put("manifest.json", blanks);
        byte[] bytes = zip(entries);
        assertThat(allocatedByRefusing(bytes)).isLessThan(FEW_BYTES);

        claimInDirectory(bytes, "manifest.json", 100);
        assertThat(allocatedByRefusing(bytes)).isLessThan(FEW_BYTES);
    }

    @Test
    void bytesAreKeptAsBytes() throws IOException {
        ByteArray mask = ByteArray.of(Shape.of(3), (byte) 0, (byte) 1, (byte) 255);
        Path masked = file.resolveSibling("masked.zip");
        ArrayArchive.write(masked, manifest(), Map.of("mask", mask));
        assertThat(ArrayArchive.read(masked, FORMAT).arrays()).isEqualTo(Map.of("mask", mask));
    }

    @Test
    void whatIsNoNumPyFileIsNamed() throws IOException {
        refused(withTheta("theta".getBytes(UTF_8))).hasMessageStartingWith(file + "!Ae.theta.npy: at byte ");
    }

    /** An archive of a later version may list its arrays in another way. */
    @Test
    void anotherFormatIsNamedBeforeAnythingElseIsReadOfIt() throws IOException {
        String unread = "format is \"test/2\"; \"test/1\", which this version reads, would be right";
        refused(withManifest("test/1", "test/2")).hasMessage(file + "!manifest.json: " + unread);
        refused(zip(Map.of("manifest.json", "{\"format\": \"test/2\"}".getBytes(UTF_8))))
                .hasMessage(file + "!manifest.json: " + unread);
    }

    @Test
    void unknownKeyInTheListIsNamed() throws IOException {
        refused(withManifest("\"bytes\" : ", "\"size\" : 1, \"bytes\" : "))
                .hasMessageStartingWith(file + "!manifest.json: arrays.X-Ae.w has an unknown \"size\"");
    }

    @Test
    void moreEntriesThanAnyArchiveHasAreRefused() throws IOException {
        Map<String, byte[]> entries = entries(written);
        for (int i = 0; i < 2_000; i++) {
            entries.put("empty" + i, new byte[0]);
        }
        refused(zip(entries)).hasMessageContaining("at most 1024 entries");
    }

    @Test
    void whatCouldNotBeReadBackIsNotWritten() {
        Map<String, FloatArray> many = new LinkedHashMap<>();
        for (int i = 0; i < 1_024; i++) {
            many.put("a" + i, THETA);
        }
        assertThatThrownBy(() -> ArrayArchive.write(file, manifest(), many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would hold 1024 arrays");
        ObjectNode longManifest = manifest().put("text", "x".repeat(16 << 20));
        assertThatThrownBy(() -> ArrayArchive.write(file, longManifest, arrays()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a manifest of 16777");
        assertThat(file).hasBinaryContent(written);
    }

    /** A zip has no room for so long a name, which shows only when the archive is half written. */
    @Test
    void failedWriteLeavesWhatWasThere() throws IOException {
        Map<String, FloatArray> arrays = new LinkedHashMap<>(arrays());
        arrays.put("x".repeat(1 << 16), THETA);

        assertThatThrownBy(() -> ArrayArchive.write(file, manifest(), arrays))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file).hasBinaryContent(written);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static ObjectNode manifest() {
        return JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("about", "a test");
    }

    private static Map<String, FloatArray> arrays() {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        arrays.put("X-Ae.w", WEIGHTS);
        arrays.put("Ae.theta", THETA);
        return arrays;
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(byte... bytes) throws IOException {
        Files.write(file, bytes);
        return assertThatThrownBy(() -> ArrayArchive.read(file, FORMAT))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString());
    }

    private void refusedOrTheSame(byte... bytes) throws IOException {
        Files.write(file, bytes);
        ArrayArchive.Content content;
        try {
            content = ArrayArchive.read(file, FORMAT);
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith(file.toString());
            return;
        }
        assertThat(content.arrays()).isEqualTo(arrays());
        assertThat(content.manifest().text("about")).isEqualTo("a test");
        content.manifest().finish();
    }

    private long allocatedByRefusing(byte... bytes) throws IOException {
        Files.write(file, bytes);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> ArrayArchive.read(file, FORMAT)).isInstanceOf(MalformedFileException.class);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private byte[] withListedBytes(long size) throws IOException {
        int right = entries(written).get("Ae.theta.npy").length;
        return withManifest("(\"Ae.theta\"[^}]*\"bytes\" : )" + right, "$1" + size);
    }

    private byte[] withManifest(String pattern, String replacement) throws IOException {
        Map<String, byte[]> entries = entries(written);
        String manifest = new String(entries.get("manifest.json"), UTF_8);
        String changed = manifest.replaceFirst(pattern, replacement);
        assertThat(changed).isNotEqualTo(manifest);
        entries.put("manifest.json", changed.getBytes(UTF_8));
        return zip(entries);
    }

    /** An archive whose manifest says the truth about other content of the array. */
    private byte[] withTheta(byte... content) throws IOException {
        Map<String, byte[]> entries = entries(written);
        ObjectNode manifest = manifest();
        ObjectNode list = manifest.putObject("arrays");
        for (Map.Entry<String, FloatArray> array : arrays().entrySet()) {
            byte[] bytes = array.getValue().equals(THETA) ? content : npy(array.getValue());
            list.putObject(array.getKey()).put("bytes", bytes.length).put("sha256", Sha256.hex(bytes));
        }
        entries.put("manifest.json", StrictJson.write(manifest));
        entries.put("Ae.theta.npy", content);
        return zip(entries);
    }

    private static byte[] npy(NdArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(array, out);
        return out.toByteArray();
    }

    private static Map<String, byte[]> entries(byte... zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Writes a size into the central directory, which comes last; it stands 22 bytes before an entry's name. */
    private static void claimInDirectory(byte[] zip, String entry, int size) {
        String text = new String(zip, ISO_8859_1);
        int name = text.lastIndexOf(entry);
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(name - 22, size);
    }

    private static void replaceAll(byte[] zip, String old, String replacement) {
        String text = new String(zip, ISO_8859_1);
        for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + 1)) {
            System.arraycopy(replacement.getBytes(UTF_8), 0, zip, at, replacement.length());
        }
    }
}
