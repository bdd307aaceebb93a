package org.snn4j.datasets.images;

import java.io.IOException;
import java.io.InputStream;

/** Where the files of a data set lie: a folder, or an archive. */
public interface IdxStore {
    /** Whether there is a file of that name. */
    boolean holds(String name);

    /** Opens a file that is there. */
    InputStream open(String name) throws IOException;

    /** What error messages call that file. */
    String pathOf(String name);
}
