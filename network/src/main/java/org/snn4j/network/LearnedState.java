package org.snn4j.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.Sha256;

/**
 * What a network has learned: its weights and adapted thresholds, by name ("X-Ae.w", "Ae.theta"), in the order of the
 * network's connections, then layers.
 */
public record LearnedState(Map<String, FloatArray> arrays) {
    public LearnedState {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** SHA-256 over all values as little-endian 32-bit floats, in order; lower-case hexadecimal. */
    public String sha256() {
        MessageDigest digest = Sha256.newDigest();
        for (FloatArray array : arrays.values()) {
            float[] values = array.values();
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The array of the given name. @throws NoSuchElementException naming those that there are */
    public FloatArray require(String name) {
        FloatArray array = arrays.get(name);
        if (array == null) {
            throw new NoSuchElementException("there is no " + name + "; there are " + arrays.keySet());
        }
        return array;
    }

    /**
     * Checks that this holds the same arrays as the learned state of the network it is to be put into.
     *
     * @throws IllegalArgumentException naming the arrays and shapes of both
     */
    public void requireSameArrays(LearnedState needed) {
        if (!shapes().equals(needed.shapes())) {
            throw new IllegalArgumentException(
                    "the learned state holds " + shapes() + ", but this network needs " + needed.shapes());
        }
    }

    private Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        arrays.forEach((name, array) -> shapes.put(name, array.shape()));
        return shapes;
    }
}
