package org.snn4j.cli;

import java.nio.file.Path;
import org.snn4j.datasets.images.known.CacheSettings;
import org.snn4j.datasets.images.known.DatasetCache;
import picocli.CommandLine.Option;

/** The option that says where downloaded data sets are kept. */
final class CacheOption {
    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where downloaded data sets are kept [the property snn4j.cache, else SNN4J_CACHE, else the"
                    + " user's cache]")
    private Path folder;

    boolean isGiven() {
        return folder != null;
    }

    /** Has a path that is not absolute begin in a folder. */
    void lookFrom(Path base) {
        folder = folder == null ? null : base.resolve(folder);
    }

    DatasetCache cache() {
        CacheSettings settings = CacheSettings.ofUser();
        return new DatasetCache(folder == null ? settings : settings.withFolder(folder));
    }
}
