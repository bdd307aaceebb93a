package org.snn4j.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.network.LearnedState;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.ArrayArchive;
import org.snn4j.network.file.MalformedJsonException;
import org.snn4j.network.file.StrictObject;

/** The arrays of an archive, each asked for by name and type. */
record ArchivedArrays(ArrayArchive.Content content) {
    NdArray any(String name) throws MalformedJsonException {
        NdArray array = content.arrays().get(name);
        if (array == null) {
            throw manifest()
                    .error("needs an array " + name + ", but holds "
                            + content.arrays().keySet());
        }
        return array;
    }

    FloatArray floats(String name) throws MalformedJsonException {
        return typed(name, FloatArray.class, "32-bit floats");
    }

    /** @param words what the elements are, for messages */
    <A extends NdArray> A typed(String name, Class<A> type, String words) throws MalformedJsonException {
        if (type.isInstance(any(name))) {
            return type.cast(any(name));
        }
        throw manifest().error("needs " + words + " in its array " + name + ", but that holds another type");
    }

    /** What was learned: the arrays that a member of the manifest lists. */
    LearnedState learned(String member) throws MalformedJsonException {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        for (JsonNode name : manifest().list(member)) {
            if (arrays.put(name.asText(), floats(name.asText())) != null) {
                throw manifest().wrong(member, name, "each name once");
            }
        }
        return new LearnedState(arrays);
    }

    StrictObject manifest() {
        return content.manifest();
    }
}
