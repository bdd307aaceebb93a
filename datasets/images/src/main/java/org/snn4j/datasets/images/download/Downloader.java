package org.snn4j.datasets.images.download;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.snn4j.datasets.images.Sha256;

/**
 * Fetches published files. A file bears its name only when all of it has come and its hash is right; until then it has
 * another name, under which nothing stays behind, also if the program is interrupted. What is there already is never
 * overwritten or deleted, so several programs may fetch the same file at once.
 *
 * <p>Redirections are followed, but not from https to http. The JVM's proxy settings hold ({@code -Dhttps.proxyHost}).
 */
public final class Downloader {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int OK = 200;

    private final Timeouts timeouts;
    private final DownloadListener listener;
    private final HttpClient client;

    public Downloader(Timeouts timeouts, DownloadListener listener) {
        this.timeouts = timeouts;
        this.listener = listener;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeouts.connection())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(ProxySelector.getDefault())
                .build();
    }

    /**
     * Fetches the file from the first mirror that gives it whole and unchanged. If in the meantime a file of the target's
     * name appears, that one stays.
     *
     * @param target where to put it; folders are made as needed
     * @throws FileAlreadyExistsException if there is something
     * @throws IOException naming the file, and for each mirror what was wrong with it
     */
    public void fetch(RemoteFile file, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "is there already; nothing is downloaded over it");
        }
        Path unfinished = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".unfinished");
        unfinished.toFile().deleteOnExit();
        try {
            receiveFromAny(file, unfinished);
            Files.move(unfinished, target);
        } catch (FileAlreadyExistsException e) {
            // Another program was faster: its file is as good.
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void receiveFromAny(RemoteFile file, Path unfinished) throws IOException {
        List<IOException> failures = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (URI mirror : file.mirrors()) {
            try {
                receive(file, mirror, unfinished);
                return;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (FailedMirror e) {
                failures.add(e);
                reasons.add(mirror + ": " + e.getMessage());
            }
        }
        IOException failure = new IOException(file.name() + " could not be downloaded: " + String.join("; ", reasons));
        failures.forEach(failure::addSuppressed);
        throw failure;
    }

    /** What is wrong with a mirror, as opposed to the disk. */
    private static final class FailedMirror extends IOException {
        private static final long serialVersionUID = 1;

        FailedMirror(String reason, Throwable cause) {
            super(reason, cause);
        }

        FailedMirror(String reason) {
            super(reason);
        }
    }

    private void receive(RemoteFile file, URI mirror, Path unfinished) throws IOException {
        HttpResponse<InputStream> response = answer(mirror);
        try (PatientReader body = new PatientReader(response.body(), timeouts.silence())) {
            if (response.statusCode() != OK) {
                throw new FailedMirror("it answers with status " + response.statusCode());
            }
            long announced =
                    response.headers().firstValueAsLong("Content-Length").orElse(file.bytes());
            requireLength(file, announced);
            listener.onBytes(file, mirror, 0);
            Files.createDirectories(unfinished.toAbsolutePath().getParent());
            Files.deleteIfExists(unfinished);
            try (FileChannel out = FileChannel.open(unfinished, CREATE_NEW, WRITE)) {
                requireHash(file, copy(file, mirror, body, out));
                out.force(true);
            }
        }
    }

    private HttpResponse<InputStream> answer(URI mirror) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(mirror).timeout(timeouts.silence()).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the download was interrupted");
        } catch (HttpTimeoutException e) {
            throw new FailedMirror("it does not answer in time", e);
        } catch (ConnectException e) {
            throw new FailedMirror("there is no connection to it", e);
        } catch (IOException e) {
            throw new FailedMirror("the connection failed: " + e.getMessage(), e);
        }
    }

    /** Returns the hash of what has been copied, at most one byte more than the file should have. */
    private String copy(RemoteFile file, URI mirror, PatientReader body, FileChannel out) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[CHUNK_BYTES];
        long received = 0;
        for (int count = next(body, chunk); count >= 0; count = next(body, chunk)) {
            received += count;
            if (received > file.bytes()) {
                throw new FailedMirror("it sends more than the " + file.bytes() + " bytes that the file has");
            }
            digest.update(chunk, 0, count);
            for (ByteBuffer rest = ByteBuffer.wrap(chunk, 0, count); rest.hasRemaining(); ) {
                out.write(rest);
            }
            listener.onBytes(file, mirror, received);
        }
        requireLength(file, received);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int next(PatientReader body, byte[] chunk) throws IOException {
        try {
            return body.read(chunk);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new FailedMirror(e.getMessage(), e);
        }
    }

    private static void requireLength(RemoteFile file, long bytes) throws FailedMirror {
        if (bytes != file.bytes()) {
            throw new FailedMirror("what it sends has " + bytes + " bytes, but the file has " + file.bytes());
        }
    }

    private static void requireHash(RemoteFile file, String sha256) throws FailedMirror {
        if (!sha256.equals(file.sha256())) {
            throw new FailedMirror("what it sends has the SHA-256 " + sha256 + ", but must have " + file.sha256());
        }
    }
}
