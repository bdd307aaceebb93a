package org.snn4j.network.file;

import java.io.IOException;

/** A file whose content breaks its format: says which file, at which byte, what was expected and what was found. */
public final class MalformedFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final long offset;

    /**
     * @param file the file's path, or the name by which the reader knows its source
     * @param offset the first byte, counted from 0, that is not as it should be
     */
    public MalformedFileException(String file, long offset, String expected, String found) {
        super(file + ": at byte " + offset + ": expected " + expected + ", found " + found);
        this.file = file;
        this.offset = offset;
    }

    public String file() {
        return file;
    }

    public long offset() {
        return offset;
    }
}
