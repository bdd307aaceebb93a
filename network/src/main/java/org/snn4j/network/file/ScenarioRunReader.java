package org.snn4j.network.file;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.Stimulus;

/** Reads the runs of a scenario: what drives each layer and what is forced on it. */
final class ScenarioRunReader {
    private final ScenarioArrays arrays;
    private final Network network;

    ScenarioRunReader(ScenarioArrays arrays, Network network) {
        this.arrays = arrays;
        this.network = network;
    }

    ScenarioRun read(StrictObject json) throws IOException {
        Map<String, Stimulus> inputs = new HashMap<>();
        StrictObject given = json.object("inputs");
        for (String name : given.names()) {
            Layer layer = valid(given, name, () -> network.layer(name));
            Stimulus stimulus = arrays.stimulus(given.text(name), given.placeOf(name));
            inputs.put(name, valid(given, name, () -> fitted(stimulus, layer)));
        }
        double time = json.number("time");
        Run run = valid(json, "time", () -> Run.of(inputs, time));
        run = forced(json, "clamp", run, (mask, layer, before) -> before.clamp(layer.name(), bytes(mask, layer)));
        run = forced(json, "unclamp", run, (mask, layer, before) -> before.unclamp(layer.name(), bytes(mask, layer)));
        run = forced(
                json,
                "injectVoltage",
                run,
                (voltage, layer, before) -> before.injectVoltage(layer.name(), floats(voltage, layer)));
        run = run.rewarded(reward(json));
        run = json.flag("learning", true) ? run : run.frozen();
        run = json.flag("oneStep", false) ? run.oneStep() : run;
        boolean reset = json.flag("reset", false);
        json.finish();
        return new ScenarioRun(run, reset ? ScenarioRun.Afterwards.RESET : ScenarioRun.Afterwards.CARRY_OVER);
    }

    private static Reward reward(StrictObject json) throws IOException {
        return new Reward(
                json.number("reward", Reward.NONE.value()),
                json.number("aPlus", Reward.NONE.aPlus()),
                json.number("aMinus", Reward.NONE.aMinus()));
    }

    private interface Forcing {
        /** @param given the layers' arrays by name */
        Run on(StrictObject given, Layer layer, Run before) throws IOException;
    }

    private Run forced(StrictObject json, String member, Run plain, Forcing forcing) throws IOException {
        Run run = plain;
        Optional<StrictObject> given = json.optionalObject(member);
        if (given.isPresent()) {
            for (String name : given.get().names()) {
                Run before = run;
                run = valid(given.get(), name, () -> forcing.on(given.get(), network.layer(name), before));
            }
        }
        return run;
    }

    private ByteArray bytes(StrictObject given, Layer layer) throws IOException {
        ByteArray array = arrays.bytes(given.text(layer.name()), given.placeOf(layer.name()));
        Shape shape = fitted(array.shape(), layer);
        return shape.equals(array.shape()) ? array : ByteArray.of(shape, array.values());
    }

    private FloatArray floats(StrictObject given, Layer layer) throws IOException {
        FloatArray array = arrays.floats(given.text(layer.name()), given.placeOf(layer.name()));
        Shape shape = fitted(array.shape(), layer);
        return shape.equals(array.shape()) ? array : FloatArray.of(shape, array.values());
    }

    /** For a layer of any shape, [neurons] and [steps, neurons] are understood too. */
    private static Shape fitted(Shape given, Layer layer) {
        if (given.equals(Shape.of(layer.size()))) {
            return layer.shape();
        }
        boolean perStep = given.rank() == 2 && given.length(1) == layer.size() && !given.equals(layer.shape());
        return perStep ? layer.shape().within(given.length(0)) : given;
    }

    /** Input layers take spikes only, but those may be given as floats. */
    private static Stimulus fitted(Stimulus given, Layer layer) {
        if (!(layer.neurons() instanceof Input) || !(given instanceof Current current)) {
            return given;
        }
        float[] values = current.values().values();
        byte[] spikes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0 && values[i] != 1) {
                throw new IllegalArgumentException("layer " + layer.name()
                        + " is an Input layer, which takes spikes, 0 or 1, but was given " + values[i] + " at " + i);
            }
            spikes[i] = (byte) values[i];
        }
        return SpikeBatch.ofDense(ByteArray.of(current.values().shape(), spikes));
    }

    private interface Making<T> {
        T make() throws IOException;
    }

    /** Makes a value whose own checks speak of it alone, and adds where it stands. */
    private static <T> T valid(StrictObject json, String member, Making<T> making) throws IOException {
        try {
            return making.make();
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new MalformedJsonException(json.file(), json.placeOf(member), "is wrong: " + e.getMessage());
        }
    }
}
