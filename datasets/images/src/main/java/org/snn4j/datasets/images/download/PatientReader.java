package org.snn4j.datasets.images.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a stream and gives up when nothing comes for some time, which {@link InputStream} alone cannot. */
final class PatientReader implements AutoCloseable {
    private final InputStream in;
    private final Duration patience;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread reader = new Thread(task, "snn4j-download");
        reader.setDaemon(true);
        return reader;
    });

    PatientReader(InputStream in, Duration patience) {
        this.in = in;
        this.patience = patience;
    }

    /**
     * As {@link InputStream#read(byte[])}.
     *
     * @throws HttpTimeoutException if nothing comes
     */
    int read(byte[] chunk) throws IOException {
        Future<Integer> reading = thread.submit(() -> in.read(chunk));
        try {
            return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("it fell silent for " + patience.toMillis() / 1000.0 + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the download was interrupted");
        } catch (ExecutionException e) {
            throw new IOException("the connection broke: " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        in.close();
    }
}
