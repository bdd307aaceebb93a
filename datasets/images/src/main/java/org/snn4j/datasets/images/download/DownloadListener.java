package org.snn4j.datasets.images.download;

import java.net.URI;

/** Is told how a download goes on, by the thread that downloads. */
public interface DownloadListener {
    /** Listens to nothing. */
    DownloadListener NONE = (file, mirror, received) -> {};

    /**
     * Called when a mirror begins to answer, with 0 received, and after each part of the file.
     *
     * @param received how many bytes have come from this mirror
     */
    void onBytes(RemoteFile file, URI mirror, long received);
}
