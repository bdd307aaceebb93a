package org.snn4j.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.datasets.images.download.RemoteFile;

/** Says on standard error what is downloaded from where, and of large files how far it has come. */
final class DownloadText implements DownloadListener {
    private static final long LARGE = 50_000_000;
    private static final int STEPS = 10;

    private final PrintWriter messages;
    private long step;

    DownloadText(PrintWriter messages) {
        this.messages = messages;
    }

    @Override
    public void onBytes(RemoteFile file, URI mirror, long received) {
        if (received == 0) {
            step = 0;
            messages.println("downloading " + file.name() + ", " + size(file.bytes()) + ", from " + mirror.getHost());
        } else if (file.bytes() >= LARGE && STEPS * received / file.bytes() > step) {
            step = STEPS * received / file.bytes();
            messages.println("downloading " + file.name() + ": " + size(received) + ", " + 100 / STEPS * step + " %");
        }
    }

    /** In millions of bytes, with a decimal where that says more. */
    static String size(long bytes) {
        return String.format(Locale.ROOT, bytes < 100_000_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
    }
}
