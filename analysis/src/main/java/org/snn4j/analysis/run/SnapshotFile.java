package org.snn4j.analysis.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.file.ArrayArchive;
import org.snn4j.network.file.MalformedJsonException;
import org.snn4j.network.file.StrictObject;

/**
 * The snapshots of a training so far, as an archive of a manifest and .npy arrays: for a training that is interrupted and goes on.
 *
 * @param path where it is; it need not be there
 */
public record SnapshotFile(Path path) {
    private static final String FORMAT = "snn4j-snapshots/1";
    private static final String MOMENTS = "moments";

    /** Writes the file anew, whole or not at all. */
    public void write(List<FieldSnapshot> snapshots) throws IOException {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        ArrayNode moments = manifest.putArray(MOMENTS);
        Map<String, ByteArray> arrays = new LinkedHashMap<>();
        for (FieldSnapshot snapshot : snapshots) {
            ObjectNode moment = moments.addObject().put("samples", snapshot.samples());
            snapshot.accuracy().ifPresent(accuracy -> moment.put("accuracy", accuracy));
            moment.put("least", snapshot.least()).put("greatest", snapshot.greatest());
            arrays.put(name(snapshot.samples()), snapshot.levels());
        }
        ArrayArchive.write(path, manifest, arrays);
    }

    /**
     * Those after at most so many samples, the first moment first; none if there is no file.
     *
     * @throws IOException if the file is malformed
     */
    public List<FieldSnapshot> read(long samples) throws IOException {
        List<FieldSnapshot> snapshots = new ArrayList<>();
        if (Files.exists(path)) {
            ArrayArchive.Content content = ArrayArchive.read(path, FORMAT);
            for (StrictObject moment : content.manifest().objects(MOMENTS)) {
                snapshots.add(snapshot(moment, content));
            }
            content.manifest().finish();
        }
        snapshots.removeIf(snapshot -> snapshot.samples() > samples);
        return snapshots;
    }

    private static FieldSnapshot snapshot(StrictObject moment, ArrayArchive.Content content)
            throws MalformedJsonException {
        long samples = moment.whole("samples");
        OptionalDouble accuracy = moment.optional("accuracy").isPresent()
                ? OptionalDouble.of(moment.number("accuracy"))
                : OptionalDouble.empty();
        double least = moment.number("least");
        double greatest = moment.number("greatest");
        moment.finish();
        if (!(content.arrays().get(name(samples)) instanceof ByteArray levels)) {
            throw content.manifest().error("needs bytes in an array " + name(samples));
        }
        try {
            return new FieldSnapshot(samples, accuracy, least, greatest, levels);
        } catch (IllegalArgumentException e) {
            throw content.manifest().error("does not fit together: " + e.getMessage());
        }
    }

    private static String name(long samples) {
        return "levels-" + samples;
    }
}
