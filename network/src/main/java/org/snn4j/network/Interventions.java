package org.snn4j.network;

import java.util.HashMap;
import java.util.Map;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;

/**
 * What is forced on layers during a run, by layer; each array is [...shape of the layer] for every step alike, or [steps,
 * ...shape], and holds for all samples of the batch.
 *
 * @param clamp where 1, the neuron spikes whatever it would have done; that spike enters the trace, drives its targets and
 *     counts in learning, but does not reset v, start a refractory period or raise theta
 * @param unclamp where 1, the neuron does not spike whatever it or a clamp would have done
 * @param injectVoltage what is added to v before the neurons are updated, mV
 */
public record Interventions(
        Map<String, ByteArray> clamp, Map<String, ByteArray> unclamp, Map<String, FloatArray> injectVoltage) {
    public static final Interventions NONE = new Interventions(Map.of(), Map.of(), Map.of());

    public Interventions {
        clamp = Map.copyOf(clamp);
        unclamp = Map.copyOf(unclamp);
        injectVoltage = Map.copyOf(injectVoltage);
        clamp.forEach((layer, mask) -> requireMask("clamp", layer, mask));
        unclamp.forEach((layer, mask) -> requireMask("unclamp", layer, mask));
        injectVoltage.forEach(Interventions::requireFinite);
    }

    Interventions withClamp(String layer, ByteArray mask) {
        return new Interventions(with(clamp, layer, mask), unclamp, injectVoltage);
    }

    Interventions withUnclamp(String layer, ByteArray mask) {
        return new Interventions(clamp, with(unclamp, layer, mask), injectVoltage);
    }

    Interventions withInjectVoltage(String layer, FloatArray voltage) {
        return new Interventions(clamp, unclamp, with(injectVoltage, layer, voltage));
    }

    /** Checks that every array fits its layer and the run. */
    void requireFit(Network network, int steps) {
        clamp.forEach((layer, mask) -> requireShape("clamp", network.layer(layer), mask, steps));
        unclamp.forEach((layer, mask) -> requireShape("unclamp", network.layer(layer), mask, steps));
        injectVoltage.forEach((layer, voltage) -> requireShape("injectVoltage", network.layer(layer), voltage, steps));
    }

    private static void requireShape(String what, Layer layer, NdArray array, int steps) {
        if (!array.shape().equals(layer.shape())
                && !array.shape().equals(layer.shape().within(steps))) {
            throw new IllegalArgumentException(what + " of layer " + layer.name() + " has shape " + array.shape() + "; "
                    + layer.shape() + " or " + layer.shape().within(steps) + " would be right");
        }
    }

    private static void requireMask(String what, String layer, ByteArray mask) {
        for (int i = 0; i < mask.shape().size(); i++) {
            if (mask.get(i) < 0 || mask.get(i) > 1) {
                throw new IllegalArgumentException(what + " of layer " + layer + " holds " + (mask.get(i) & 0xFF)
                        + " at " + i + "; each must be 0 or 1");
            }
        }
    }

    private static void requireFinite(String layer, FloatArray voltage) {
        for (int i = 0; i < voltage.shape().size(); i++) {
            if (!Float.isFinite(voltage.get(i))) {
                throw new IllegalArgumentException("injectVoltage of layer " + layer + " holds " + voltage.get(i)
                        + " at " + i + "; each must be a finite number");
            }
        }
    }

    private static <T> Map<String, T> with(Map<String, T> map, String layer, T value) {
        Map<String, T> longer = new HashMap<>(map);
        longer.put(layer, value);
        return longer;
    }
}
