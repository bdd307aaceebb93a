package org.snn4j.datasets.images.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.Sha256;

/** Oracle: the bytes that a server on the loopback address was given. */
class DownloaderTest {
    private static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(700));

    @TempDir
    Path folder;

    private Server server;
    private Path target;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        target = folder.resolve("cache").resolve("file.gz");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static RemoteFile file(URI... mirrors) {
        return new RemoteFile("file.gz", CONTENT.length, Sha256.of(CONTENT), List.of(mirrors));
    }

    private void fetch(URI... mirrors) throws IOException {
        new Downloader(SHORT, DownloadListener.NONE).fetch(file(mirrors), target);
    }

    private void requireFailure(URI mirror, String reason) throws IOException {
        assertThatThrownBy(() -> fetch(mirror))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("file.gz could not be downloaded: " + mirror + ": ")
                .hasMessageContaining(reason);
        requireNothingLeft();
    }

    private void requireNothingLeft() throws IOException {
        if (Files.exists(target.getParent())) {
            assertThat(target.getParent()).isEmptyDirectory();
        }
    }

    private void requireFetched() throws IOException {
        assertThat(target).hasBinaryContent(CONTENT);
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void fileIsFetchedWhole() throws IOException {
        fetch(server.giving("/good", CONTENT));
        requireFetched();
    }

    @Test
    void lengthNeedNotBeAnnounced() throws IOException {
        fetch(server.givingUnannounced("/good", CONTENT));
        requireFetched();
    }

    @Test
    void redirectionIsFollowed() throws IOException {
        fetch(server.redirecting("/moved", server.giving("/good", CONTENT)));
        requireFetched();
    }

    @Test
    void otherContentIsRefusedWithBothHashes() throws IOException {
        byte[] other = CONTENT.clone();
        other[100_000] ^= 1;
        requireFailure(
                server.giving("/other", other),
                "has the SHA-256 " + Sha256.of(other) + ", but must have " + Sha256.of(CONTENT));
    }

    @Test
    void truncatedAndLongerFilesAreRefused() throws IOException {
        byte[] part = Arrays.copyOf(CONTENT, 1000);
        byte[] more = Arrays.copyOf(CONTENT, CONTENT.length + 1);
        requireFailure(server.giving("/part", part), "has 1000 bytes, but the file has 300000");
        requireFailure(server.givingUnannounced("/part2", part), "has 1000 bytes, but the file has 300000");
        requireFailure(server.giving("/more", more), "has 300001 bytes, but the file has 300000");
        requireFailure(server.givingUnannounced("/more2", more), "sends more than the 300000 bytes");
    }

    @Test
    void connectionThatBreaksIsNamed() throws IOException {
        requireFailure(server.breakingOff("/half", CONTENT), "the connection broke");
    }

    @Test
    void errorPagesAreRefused() throws IOException {
        requireFailure(server.refusing("/none", 404), "answers with status 404");
        requireFailure(server.refusing("/down", 503), "answers with status 503");
    }

    @Test
    void silenceEndsTheDownload() throws IOException {
        requireFailure(server.silent("/silent"), "does not answer in time");
        requireFailure(server.fallingSilent("/stalls", CONTENT), "fell silent for 0.7 seconds");
    }

    @Test
    void serverThatIsNotThereIsNamed() throws IOException {
        URI gone;
        try (Server other = new Server()) {
            gone = other.address("/gone");
        }
        requireFailure(gone, "there is no connection to it");
    }

    @Test
    void nextMirrorIsTriedWhenOneFails() throws IOException {
        byte[] other = CONTENT.clone();
        other[0] ^= 1;
        fetch(
                server.refusing("/none", 404),
                server.giving("/other", other),
                server.fallingSilent("/stalls", CONTENT),
                server.giving("/good", CONTENT));
        requireFetched();
        assertThat(server.requests()).isEqualTo(4);
    }

    @Test
    void everyMirrorsFailureIsNamed() {
        URI none = server.refusing("/none", 404);
        URI down = server.refusing("/down", 500);
        assertThatThrownBy(() -> fetch(none, down))
                .hasMessage("file.gz could not be downloaded: " + none + ": it answers with status 404; " + down
                        + ": it answers with status 500");
    }

    @Test
    void whatIsThereIsNeitherAskedForNorTouched() throws IOException {
        URI good = server.giving("/good", CONTENT);
        Files.createDirectories(target.getParent());
        Files.writeString(target, "mine");
        assertThatThrownBy(() -> fetch(good))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining(target.toString());
        assertThat(target).hasContent("mine");
        assertThat(server.requests()).isZero();
    }

    /** All have begun before any has ended, as each waits for the others when its first bytes come. */
    @Test
    void severalAtOnceGetTheSameFile() throws Exception {
        URI good = server.giving("/good", CONTENT);
        int count = 4;
        CyclicBarrier begun = new CyclicBarrier(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Void>> fetches = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                fetches.add(() -> {
                    DownloadListener listener = (file, mirror, received) -> {
                        if (received == 0) {
                            await(begun);
                        }
                    };
                    new Downloader(Timeouts.STANDARD, listener).fetch(file(good), target);
                    return null;
                });
            }
            for (var done : threads.invokeAll(fetches)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(server.requests()).isEqualTo(count);
        requireFetched();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void listenerHearsOfEveryByte() throws IOException {
        List<Long> received = new ArrayList<>();
        new Downloader(SHORT, (file, mirror, bytes) -> received.add(bytes))
                .fetch(file(server.giving("/good", CONTENT)), target);
        assertThat(received).startsWith(0L).endsWith((long) CONTENT.length).isSorted();
    }

    @Test
    void interruptionEndsTheDownloadAtOnce() {
        URI silent = server.silent("/silent");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Downloader(Timeouts.STANDARD, DownloadListener.NONE).fetch(file(silent), target))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(target.getParent()).doesNotExist();
    }

    @Test
    void descriptionsThatCannotBeAreRefused() {
        String hash = "0".repeat(64);
        List<URI> mirrors = List.of(URI.create("https://example.org/a"));
        assertThatThrownBy(() -> new RemoteFile("../a", 1, hash, mirrors)).hasMessageContaining("../a");
        assertThatThrownBy(() -> new RemoteFile("a", 0, hash, mirrors)).hasMessageContaining("length is 0");
        assertThatThrownBy(() -> new RemoteFile("a", 1, "d41d8cd9", mirrors)).hasMessageContaining("d41d8cd9");
        assertThatThrownBy(() -> new RemoteFile("a", 1, hash, List.of())).hasMessageContaining("no mirror");
        assertThatThrownBy(() -> new RemoteFile("a", 1, hash, List.of(URI.create("file:///a"))))
                .hasMessageContaining("file:///a");
        assertThatThrownBy(() -> new Timeouts(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("connection is PT0S");
    }
}
