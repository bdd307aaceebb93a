package org.snn4j.network.file;

import java.io.IOException;

/** JSON that does not say what it should: names the file, the place in it and what would be right. */
public final class MalformedJsonException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * @param file the file's path, or the name by which the reader knows its source
     * @param place where in the document: "network.layers[1].threshold"
     */
    public MalformedJsonException(String file, String place, String problem) {
        this(file, place + " " + problem);
    }

    /**
     * @param file the file's path, or the name by which the reader knows its source
     * @param problem what is wrong, beginning with its place
     */
    MalformedJsonException(String file, String problem) {
        super(file + ": " + problem);
    }
}
