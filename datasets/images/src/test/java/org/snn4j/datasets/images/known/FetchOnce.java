package org.snn4j.datasets.images.known;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.datasets.images.download.Downloader;
import org.snn4j.datasets.images.download.Timeouts;

/** A program that fetches the tests' data set: FOLDER and MIRROR. When it has begun, it waits until its
 * standard input is closed. */
final class FetchOnce {
    private FetchOnce() {}

    public static void main(String... arguments) throws Exception {
        DatasetCache cache =
                new DatasetCache(new CacheSettings(Path.of(arguments[0]), Optional.of(URI.create(arguments[1]))));
        DownloadListener listener = (file, mirror, received) -> {
            if (received == 0 && file.name().startsWith("train-images")) {
                waitForTheOther();
            }
        };
        cache.fetch(Tiny.SET, new Downloader(Timeouts.STANDARD, listener));
        System.out.println(cache.open(Tiny.SET).train().sha256());
    }

    /** Says that the download has begun, and goes on when told. */
    private static void waitForTheOther() {
        try {
            System.out.println("begun");
            System.out.flush();
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
