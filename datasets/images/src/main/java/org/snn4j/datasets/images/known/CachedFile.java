package org.snn4j.datasets.images.known;

import java.nio.file.Path;
import org.snn4j.datasets.images.download.RemoteFile;

/**
 * A file in the cache, or its place there.
 *
 * @param file what it should be
 * @param path where it is, or would be
 * @param sha256 the hash of what is there; empty if nothing is
 */
public record CachedFile(RemoteFile file, Path path, String sha256) {
    /** How a file in the cache is. */
    public enum State {
        MISSING,
        INTACT,
        DAMAGED
    }

    public State state() {
        if (sha256.isEmpty()) {
            return State.MISSING;
        }
        return sha256.equals(file.sha256()) ? State.INTACT : State.DAMAGED;
    }
}
