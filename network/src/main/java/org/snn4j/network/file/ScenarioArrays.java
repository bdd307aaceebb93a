package org.snn4j.network.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.Stimulus;

/** The {@code .npy} files beside a scenario; each is read once for each use, however many runs name it. */
final class ScenarioArrays {
    private final Path scenario;
    private final Map<String, ByteArray> bytes = new HashMap<>();
    private final Map<String, FloatArray> floats = new HashMap<>();
    private final Map<String, Stimulus> stimuli = new HashMap<>();

    ScenarioArrays(Path scenario) {
        this.scenario = scenario;
    }

    /**
     * What reads an array.
     *
     * @throws IllegalArgumentException if the values are not what they should be
     */
    private interface Reading<T> {
        T from(Path file) throws IOException;
    }

    /** An array of the network: what it must be is for the network to say. @param place as below */
    NdArray any(String name, String place) throws IOException {
        return read(name, place, file -> {
            NdArray array = Npy.read(file);
            return array instanceof FloatArray floats ? finite(floats) : array;
        });
    }

    /** A mask: uint8. @param place where the scenario names it, for messages */
    ByteArray bytes(String name, String place) throws IOException {
        return read(bytes, name, place, Npy::readBytes);
    }

    /** Voltages: float32. @param place where the scenario names it, for messages */
    FloatArray floats(String name, String place) throws IOException {
        return read(floats, name, place, file -> finite(Npy.readFloats(file)));
    }

    /** Spikes if it is uint8, a current if it is float32. @param place where the scenario names it, for messages */
    Stimulus stimulus(String name, String place) throws IOException {
        return read(stimuli, name, place, file -> stimulus(Npy.read(file)));
    }

    private static Stimulus stimulus(NdArray array) {
        if (array instanceof ByteArray spikes) {
            return SpikeBatch.ofDense(spikes);
        }
        if (array instanceof FloatArray current) {
            return new Current(finite(current));
        }
        throw new IllegalArgumentException(
                "it holds integers of 32 or 64 bits; spikes as uint8 or a current as float32 would be right");
    }

    private static FloatArray finite(FloatArray array) {
        for (int i = 0; i < array.shape().size(); i++) {
            if (!Float.isFinite(array.get(i))) {
                throw new IllegalArgumentException(
                        "it holds " + array.get(i) + " at " + i + "; finite numbers would be right");
            }
        }
        return array;
    }

    private <T> T read(Map<String, T> known, String name, String place, Reading<T> reading) throws IOException {
        T array = known.get(name);
        if (array == null) {
            array = read(name, place, reading);
            known.put(name, array);
        }
        return array;
    }

    private <T> T read(String name, String place, Reading<T> reading) throws IOException {
        Path file = beside(name, place);
        try {
            requireInside(file, place);
            return reading.from(file);
        } catch (NoSuchFileException e) {
            throw wrong(place, "names " + file + ", which is not there", e);
        } catch (IllegalArgumentException e) {
            throw wrong(place, "names " + file + ", which is wrong: " + e.getMessage(), e);
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            throw wrong(place, "names " + file + ", which cannot be read: " + reason, e);
        } catch (MalformedFileException e) {
            throw wrong(place, "names a file that cannot be read: " + e.getMessage(), e);
        }
    }

    /** The file of that name, which may not lie outside the scenario's folder. */
    private Path beside(String name, String place) throws MalformedJsonException {
        try {
            Path path = Path.of(name);
            boolean stays = path.getRoot() == null;
            for (Path part : path) {
                stays &= !part.toString().equals("..");
            }
            if (stays && !name.isEmpty()) {
                return scenario.resolveSibling(path);
            }
        } catch (InvalidPathException e) {
            // Said below, as for a name that leaves the folder.
        }
        throw wrong(
                place,
                "names \"" + name + "\"; a file in the scenario's folder, by a relative path without \"..\", would be"
                        + " right",
                null);
    }

    /** Nor may it be a link that leads out of the folder. */
    private void requireInside(Path file, String place) throws IOException {
        Path folder = scenario.toAbsolutePath().getParent().toRealPath();
        Path real = file.toRealPath();
        if (!real.startsWith(folder)) {
            throw wrong(
                    place,
                    "names " + file + ", a link to " + real + "; a file in the scenario's folder would be right",
                    null);
        }
    }

    private MalformedJsonException wrong(String place, String problem, Exception cause) {
        MalformedJsonException error = new MalformedJsonException(scenario.toString(), place, problem);
        error.initCause(cause);
        return error;
    }
}
