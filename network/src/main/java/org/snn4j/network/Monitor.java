package org.snn4j.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.Npz;

/**
 * Recordings of a whole network, by name: "Ae.v" of a layer, "X-Ae.w" of a connection.
 *
 * @param recordings the layers' in their order, then the connections'
 */
public record Monitor(Map<String, Recording> recordings) {
    public Monitor {
        recordings = Collections.unmodifiableMap(new LinkedHashMap<>(recordings));
    }

    static Monitor of(List<Recording> recordings) {
        Map<String, Recording> byName = new LinkedHashMap<>();
        for (Recording recording : recordings) {
            if (byName.put(recording.name(), recording) != null) {
                throw new IllegalArgumentException(
                        "two recordings are called " + recording.name() + "; record them one by one");
            }
        }
        return new Monitor(byName);
    }

    /** The recording of the given name. @throws NoSuchElementException naming those that there are */
    public Recording recording(String name) {
        Recording recording = recordings.get(name);
        if (recording == null) {
            throw new NoSuchElementException("there is no recording " + name + "; there are " + recordings.keySet());
        }
        return recording;
    }

    /** A copy of everything that is recorded, see {@link Recording#values}. */
    public Map<String, NdArray> arrays() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        recordings.forEach((name, recording) -> arrays.put(name, recording.values()));
        return arrays;
    }

    /** Writes everything that is recorded as an .npz file, which NumPy's {@code load} opens, whole or not at all. */
    public void save(Path file) throws IOException {
        Npz.write(arrays(), file);
    }

    /** Forgets all steps of all recordings. */
    public void clear() {
        recordings.values().forEach(Recording::clear);
    }
}
