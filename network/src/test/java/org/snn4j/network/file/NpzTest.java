package org.snn4j.network.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
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
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;

/**
 * Oracle: files that NumPy wrote (see {@code npy/make_fixtures.py}) and the values that the script put in; reading undoes
 * writing; and whatever is done to a file, reading it is an {@link IOException} that names the file, or gives what was
 * written.
 */
class NpzTest {
    private static final FloatArray GRID =
            FloatArray.of(Shape.of(3, 4), 0, 0.25f, 0.5f, 0.75f, 1, 1.25f, 1.5f, 1.75f, 2, 2.25f, 2.5f, 2.75f);
    /** Far below what the bomb inflates to, far above what reading a small file takes. */
    private static final long FEW_BYTES = 64 << 20;

    private static final int BOMB = 128 << 20;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("arrays.npz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void arraysOfNumpyAreRead(String name) throws IOException {
        Map<String, NdArray> read = Npz.read(Fixtures.path(name));

        assertThat(read).isEqualTo(arrays());
        assertThat(read.keySet()).containsExactly("grid", "spikes", "labels");
    }

    @Test
    void arraysWithoutNamesHaveTheOnesThatNumpyGivesThem() throws IOException {
        assertThat(Npz.read(Fixtures.path("unnamed.npz"))).isEqualTo(Map.of("arr_0", GRID, "arr_1", GRID));
    }

    @Test
    void fileWithoutArraysIsOne() throws IOException {
        assertThat(Npz.read(Fixtures.path("empty.npz"))).isEmpty();
        Npz.write(Map.of(), file);
        assertThat(file).hasBinaryContent(Fixtures.bytes("empty.npz"));
    }

    @ParameterizedTest
    @EnumSource
    void readingUndoesWriting(Npz.Compression compression) throws IOException {
        Npz.write(arrays(), file, compression);

        assertThat(Npz.read(file)).isEqualTo(arrays());
        assertThat(Npz.read(file).keySet()).containsExactlyElementsOf(arrays().keySet());
    }

    /** The entries' bytes are the ones that NumPy wrote, and only compressed where that was asked for. */
    @Test
    void entriesAreThoseOfNumpy() throws IOException {
        Npz.write(arrays(), file);
        Path compressed = folder.resolve("compressed.npz");
        Npz.write(arrays(), compressed, Npz.Compression.DEFLATED);

        assertSameEntries(file, Fixtures.path("stored.npz"));
        assertSameEntries(compressed, Fixtures.path("deflated.npz"));
    }

    @ParameterizedTest
    @EnumSource
    void sameArraysMakeTheSameBytes(Npz.Compression compression) throws IOException {
        Path again = folder.resolve("again.npz");
        Npz.write(arrays(), file, compression);
        Npz.write(arrays(), again, compression);

        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file + ": there is no such .npz file");
        assertThatThrownBy(() -> Npz.read(folder)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        refused(Fixtures.bytes("float32.npy")).hasMessageContaining("expected a zip archive");
        refused().hasMessageContaining("expected a zip archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void everyTruncationIsRefused(String name) throws IOException {
        byte[] whole = Fixtures.bytes(name);
        for (int length = 0; length < whole.length; length++) {
            refused(Arrays.copyOf(whole, length)).as("the first %d bytes", length);
        }
    }

    /** A changed byte of a name gives the same arrays under another one. */
    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void everyChangedByteIsRefusedOrHarmless(String name) throws IOException {
        byte[] whole = Fixtures.bytes(name);
        for (int offset = 0; offset < whole.length; offset++) {
            byte[] damaged = whole.clone();
            damaged[offset] ^= (byte) (1 << offset % 8);
            refusedOrTheSameArrays(damaged);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "readme.txt",
                ".npy",
                "grid",
                "grid.NPY",
                "../grid.npy",
                "/grid.npy",
                "folder/grid.npy",
                "folder\\grid.npy",
                "folder/",
                "a\nb.npy"
            })
    void entryThatIsNoArrayWithoutAFolderIsNamed(String entry) throws IOException {
        refused(zip(Map.of(entry, Fixtures.bytes("float32.npy"))))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageEndingWith("found an entry \"" + entry + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../grid", "a/b", "a\\b", "a\nb"})
    void nameThatCouldNotBeReadBackIsNotWritten(String name) {
        assertThatThrownBy(() -> Npz.write(Map.of(name, GRID), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\"");
        assertThat(file).doesNotExist();
    }

    @Test
    void moreArraysThanAreReadAreNotWritten() throws IOException {
        Map<String, NdArray> many = new LinkedHashMap<>();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        IntStream.rangeClosed(0, 1 << 14).forEach(i -> many.put("a" + i, GRID));
        many.keySet().forEach(name -> entries.put(name + ".npy", new byte[0]));

        assertThatThrownBy(() -> Npz.write(many, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16385 arrays; at most 16384");
        refused(zip(entries)).hasMessageContaining("at most 16384 entries, found 16385");
    }

    /** Other readers of zips would take the other one of the two. */
    @Test
    void arrayThatIsThereTwiceIsNamed() throws IOException {
        byte[] bytes = zip(Map.of("one.npy", Fixtures.bytes("float32.npy"), "two.npy", Fixtures.bytes("uint8.npy")));
        String text = new String(bytes, ISO_8859_1).replace("two.npy", "one.npy");

        refused(text.getBytes(ISO_8859_1)).hasMessageEndingWith("each once, found an entry one.npy again");
    }

    @Test
    void wrongChecksumIsRefused() throws IOException {
        byte[] bytes = Fixtures.bytes("stored.npz");
        int value = new String(bytes, ISO_8859_1).indexOf("NUMPY") + 130;
        bytes[value] ^= 1;

        refused(bytes).hasMessageStartingWith(file + "!grid.npy: at byte 0: expected content with CRC-32 ");
    }

    @Test
    void whatIsNoArrayIsNamed() throws IOException {
        refused(zip(Map.of("grid.npy", "grid".getBytes(UTF_8)))).hasMessageStartingWith(file + "!grid.npy: at byte ");
    }

    @Test
    void arraysBeyondTheLimitAreNotRead() throws IOException {
        Npz.write(arrays(), file);
        long size = 0;
        for (String name : new String[] {"float32.npy", "uint8.npy", "int64.npy"}) {
            size += Fixtures.bytes(name).length;
        }
        // The fixtures hold two bytes more and two numbers more than the arrays here.
        long exact = size - 2 - 2 * Long.BYTES;

        assertThat(Npz.read(file, exact)).isEqualTo(arrays());
        assertThatThrownBy(() -> Npz.read(file, exact - 1))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("!labels.npy");
    }

    @Test
    void arrayThatInflatesBeyondTheLimitIsNotInflated() throws IOException {
        byte[] bytes = zip(Map.of("bomb.npy", new byte[BOMB]));
        assertThat(bytes).hasSizeLessThan(BOMB / 500);

        assertThat(allocatedByRefusing(1 << 20, bytes)).isLessThan(FEW_BYTES);
        claimInDirectory(bytes, "bomb.npy", 100);
        assertThat(allocatedByRefusing(1 << 20, bytes)).isLessThan(FEW_BYTES);
    }

    /** A directory of a hundred names for one compressed array: more than deflate can make of the file's bytes. */
    @Test
    void entriesThatLieOverEachOtherAreRefused() throws IOException {
        ByteArrayOutputStream zeros = new ByteArrayOutputStream();
        Npy.write(ByteArray.of(Shape.of(1 << 18), new byte[1 << 18]), zeros);
        byte[] once = zip(Map.of("a00.npy", zeros.toByteArray()));
        Files.write(file, once);
        assertThat(Npz.read(file)).hasSize(1);

        refused(withNames(once, 100))
                .hasMessageContaining(" bytes, 1032 times the file's own size, found at least ")
                .hasMessageEndingWith(" bytes: entries lie over each other");
    }

    @Test
    void claimedSizeAloneAllocatesNothing() throws IOException {
        byte[] bytes = zip(Map.of("grid.npy", Fixtures.bytes("float32.npy")));
        claimInDirectory(bytes, "grid.npy", Integer.MAX_VALUE - 2);

        assertThat(allocatedByRefusing(Long.MAX_VALUE, bytes)).isLessThan(FEW_BYTES);
    }

    private static Map<String, NdArray> arrays() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put("grid", GRID);
        arrays.put("spikes", ByteArray.of(Shape.of(2, 2), (byte) 0, (byte) 1, (byte) 1, (byte) 0));
        arrays.put("labels", LongArray.of(Shape.of(2), 7, -1));
        return arrays;
    }

    private static void assertSameEntries(Path ours, Path numpys) throws IOException {
        try (ZipFile found = new ZipFile(ours.toFile());
                ZipFile expected = new ZipFile(numpys.toFile())) {
            assertThat(found.stream().map(ZipEntry::getName))
                    .containsExactlyElementsOf(
                            expected.stream().map(ZipEntry::getName).toList());
            for (ZipEntry entry : found.stream().toList()) {
                ZipEntry same = expected.getEntry(entry.getName());
                assertThat(entry.getMethod()).isEqualTo(same.getMethod());
                assertThat(found.getInputStream(entry).readAllBytes())
                        .isEqualTo(expected.getInputStream(same).readAllBytes());
            }
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(byte... bytes) throws IOException {
        Files.write(file, bytes);
        return assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString());
    }

    private void refusedOrTheSameArrays(byte... bytes) throws IOException {
        Files.write(file, bytes);
        Map<String, NdArray> read;
        try {
            read = Npz.read(file);
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith(file.toString());
            return;
        }
        assertThat(read.values()).containsExactlyElementsOf(arrays().values());
    }

    private long allocatedByRefusing(long limit, byte... bytes) throws IOException {
        Files.write(file, bytes);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> Npz.read(file, limit)).isInstanceOf(MalformedFileException.class);
        return threads.getCurrentThreadAllocatedBytes() - before;
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

    /** Repeats the only entry of the central directory under the names a00.npy, a01.npy and so on. */
    private static byte[] withNames(byte[] zip, int count) {
        String text = new String(zip, ISO_8859_1);
        int directory = text.indexOf("PK\u0001\u0002");
        int end = text.indexOf("PK\u0005\u0006");
        StringBuilder repeated = new StringBuilder(text.substring(0, directory));
        for (int i = 0; i < count; i++) {
            repeated.append(text.substring(directory, end).replace("a00", String.format("a%02d", i)));
        }
        byte[] bytes = repeated.append(text.substring(end)).toString().getBytes(ISO_8859_1);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(repeated.length() - 14, (short) count)
                .putShort(repeated.length() - 12, (short) count)
                .putInt(repeated.length() - 10, count * (end - directory));
        return bytes;
    }

    /** Writes a size into the central directory, which comes last; it stands 22 bytes before an entry's name. */
    private static void claimInDirectory(byte[] zip, String entry, int size) {
        int name = new String(zip, ISO_8859_1).lastIndexOf(entry);
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(name - 22, size);
    }
}
