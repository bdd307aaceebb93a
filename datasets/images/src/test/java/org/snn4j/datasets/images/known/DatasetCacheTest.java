package org.snn4j.datasets.images.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.Idx;
import org.snn4j.datasets.images.IdxLayout;
import org.snn4j.datasets.images.IdxLayout.Orientation;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.datasets.images.download.Downloader;
import org.snn4j.datasets.images.download.Server;
import org.snn4j.datasets.images.download.Timeouts;

/** Oracle: four small files that a server on the loopback address gives. */
class DatasetCacheTest {
    private static final Downloader DOWNLOADER = new Downloader(Timeouts.STANDARD, DownloadListener.NONE);

    @TempDir
    Path folder;

    private Server server;
    private DatasetCache cache;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        cache = cacheWith(Tiny.serve(server));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DatasetCache cacheWith(URI mirror) {
        return new DatasetCache(new CacheSettings(folder, Optional.of(mirror)));
    }

    @Test
    void whatHasBeenFetchedIsReadWithoutTheServer() throws IOException {
        assertThat(cache.holds(Tiny.SET)).isFalse();
        cache.fetch(Tiny.SET, DOWNLOADER);
        assertThat(server.requests()).isEqualTo(4);
        server.close();
        assertThat(cache.holds(Tiny.SET)).isTrue();
        DataSplit split = cache.open(Tiny.SET);
        assertThat(split.name()).isEqualTo("tiny");
        assertThat(split.train().classNames()).containsExactly("left", "right");
        assertThat(split.test().label(0)).isEqualTo(1);
        assertThat(split.test().pixel(1, 1)).isEqualTo(4);
        cache.fetch(Tiny.SET, DOWNLOADER);
    }

    @Test
    void onlyMissingFilesAreFetched() throws IOException {
        Path labels = folder.resolve("tiny-files/train-labels-idx1-ubyte.gz");
        Files.createDirectories(labels.getParent());
        Files.write(labels, Tiny.FILES.get("train-labels-idx1-ubyte.gz"));
        cache.fetch(Tiny.SET, DOWNLOADER);
        assertThat(server.requests()).isEqualTo(3);
        assertThat(cache.check(Tiny.SET)).extracting(CachedFile::state).containsOnly(CachedFile.State.INTACT);
    }

    @Test
    void damagedFileIsNamedAndLeftAlone() throws IOException {
        cache.fetch(Tiny.SET, DOWNLOADER);
        Path images = folder.resolve("tiny-files/t10k-images-idx3-ubyte.gz");
        byte[] damaged = Files.readAllBytes(images);
        damaged[20] ^= 4;
        Files.write(images, damaged);
        for (ThrowingUse use :
                List.<ThrowingUse>of(() -> cache.open(Tiny.SET), () -> cache.fetch(Tiny.SET, DOWNLOADER))) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(images + ": damaged: its SHA-256 is ")
                    .hasMessageEndingWith("; it has been left alone, so move it away to have it downloaded again");
        }
        assertThat(images).hasBinaryContent(damaged);
        assertThat(server.requests()).isEqualTo(4);
        assertThat(cache.check(Tiny.SET))
                .extracting(CachedFile::state)
                .containsExactly(
                        CachedFile.State.INTACT,
                        CachedFile.State.INTACT,
                        CachedFile.State.DAMAGED,
                        CachedFile.State.INTACT);
    }

    private interface ThrowingUse {
        void run() throws IOException;
    }

    @Test
    void truncatedFileIsNotTakenForPresent() throws IOException {
        cache.fetch(Tiny.SET, DOWNLOADER);
        Path images = folder.resolve("tiny-files/t10k-images-idx3-ubyte.gz");
        Files.write(images, new byte[3]);
        assertThat(cache.holds(Tiny.SET)).isFalse();
        assertThatThrownBy(() -> cache.fetch(Tiny.SET, DOWNLOADER)).hasMessageContaining("damaged");
        assertThat(images).hasSize(3);
    }

    @Test
    void whatHasNotBeenFetchedIsNamed() throws IOException {
        assertThatThrownBy(() -> cache.open(Tiny.SET))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder.resolve("tiny-files/train-images-idx3-ubyte.gz") + ": has not been downloaded");
        assertThat(cache.check(Tiny.SET)).extracting(CachedFile::state).containsOnly(CachedFile.State.MISSING);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void wrongContentOnTheServerLeavesNothing() throws IOException {
        server.giving(
                "/bad/tiny-files/train-images-idx3-ubyte.gz",
                new byte[(int) Tiny.SET.files().get(0).bytes()]);
        DatasetCache other = cacheWith(server.address("/bad/"));
        assertThatThrownBy(() -> other.fetch(Tiny.SET, DOWNLOADER))
                .hasMessageContaining("train-images-idx3-ubyte.gz could not be downloaded");
        assertThat(folder.resolve("tiny-files")).isEmptyDirectory();
    }

    @Test
    void fileInTheWayOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("tiny-files"), "mine");
        assertThatThrownBy(() -> cache.fetch(Tiny.SET, DOWNLOADER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("mine");
    }

    /** Both have begun to download before either goes on. */
    @Test
    void twoProcessesAtOnceGetTheSame() throws Exception {
        List<Process> processes = List.of(process(), process());
        List<BufferedReader> results = processes.stream()
                .map(process -> process.inputReader(StandardCharsets.UTF_8))
                .toList();
        for (BufferedReader result : results) {
            assertThat(result.readLine()).isEqualTo("begun");
        }
        for (Process process : processes) {
            process.getOutputStream().close();
        }
        for (int i = 0; i < 2; i++) {
            assertThat(results.get(i).readLine()).matches("[0-9a-f]{64}");
            assertThat(processes.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(processes.get(i).exitValue()).isZero();
        }
        try (Stream<Path> files = Files.list(folder.resolve("tiny-files"))) {
            assertThat(files).hasSize(4);
        }
        assertThat(cache.check(Tiny.SET)).extracting(CachedFile::state).containsOnly(CachedFile.State.INTACT);
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FetchOnce.class.getName(),
                        folder.toString(),
                        server.address("/mirror").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** As EMNIST: one archive for several sets, images transposed, labels from 1. */
    @Test
    void setsAreReadOutOfAnArchive() throws IOException {
        byte[] images = Idx.file(Idx.dimensions(1, 2, 2), (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        byte[] zip = zip(Map.of(
                "gzip/some-letters-train-images-idx3-ubyte.gz", Idx.gzip(images),
                "gzip/some-letters-train-labels-idx1-ubyte.gz", Idx.gzip(Idx.file(Idx.dimensions(1), (byte) 2)),
                "gzip/some-letters-test-images-idx3-ubyte.gz", Idx.gzip(images),
                "gzip/some-letters-test-labels-idx1-ubyte.gz", Idx.gzip(Idx.file(Idx.dimensions(1), (byte) 1)),
                "__MACOSX/gzip/some-letters-test-labels-idx1-ubyte.gz", new byte[] {1},
                "gzip/some-digits-train-images-idx3-ubyte.gz", new byte[] {2}));
        server.giving("/mirror/some/all.zip", zip);
        IdxLayout layout = new IdxLayout("some-letters-", Orientation.TRANSPOSED, 1);
        RemoteDataset letters =
                new RemoteDataset("letters", "some", List.of(Tiny.remote("all.zip", zip)), layout, List.of("a", "b"));
        cache.fetch(letters, DOWNLOADER);
        DataSplit split = cache.open(letters);
        assertThat(split.train().image(0).pixels()).containsExactly(1, 3, 2, 4);
        assertThat(split.train().label(0)).isEqualTo(1);
        assertThat(split.test().label(0)).isZero();

        IdxLayout digits = new IdxLayout("some-digits-", Orientation.TRANSPOSED, 0);
        RemoteDataset broken = new RemoteDataset("digits", "some", letters.files(), digits, List.of("0", "1"));
        assertThatThrownBy(() -> cache.open(broken))
                .hasMessageStartingWith(
                        folder.resolve("some").resolve("all.zip") + ": holds none of some-digits-train");
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
