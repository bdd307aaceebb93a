package org.snn4j.datasets.images.download;

import java.net.URI;
import java.util.List;

/**
 * A published file, and how to know it.
 *
 * @param name the name under which it is kept
 * @param bytes its length
 * @param sha256 the SHA-256 of its content, 64 lower-case hexadecimal digits
 * @param mirrors where it can be had, over http or https, in the order to try
 */
public record RemoteFile(String name, long bytes, String sha256, List<URI> mirrors) {
    public RemoteFile {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("a published file is called \"" + name
                    + "\"; a name of letters, digits, dots, dashes and underscores would be right");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException(name + ": its length is " + bytes + ", but must be at least 1");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    name + ": its SHA-256 is \"" + sha256 + "\"; 64 lower-case hexadecimal digits would be right");
        }
        mirrors = List.copyOf(mirrors);
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException(name + ": there is no mirror; at least one is needed");
        }
        for (URI mirror : mirrors) {
            if (!"http".equals(mirror.getScheme()) && !"https".equals(mirror.getScheme()) || mirror.getHost() == null) {
                throw new IllegalArgumentException(
                        name + ": the mirror " + mirror + " is no address over http or https");
            }
        }
    }

    /** The same file, to be had elsewhere. */
    public RemoteFile at(URI... others) {
        return new RemoteFile(name, bytes, sha256, List.of(others));
    }
}
