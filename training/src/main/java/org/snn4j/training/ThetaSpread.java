package org.snn4j.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;

/**
 * How much adapted thresholds differ. While a network learns theta sees to it that no neuron wins for ever; when it only answers,
 * the difference between a neuron's theta and the mean speaks for or against it whatever the image is.
 */
final class ThetaSpread {
    private ThetaSpread() {}

    /**
     * What was learned, with each theta of a layer brought towards the mean of all, if its neurons have any.
     *
     * @param spread what is left of its distance to the mean: 1 for all, 0 for none
     */
    static LearnedState narrowed(LearnedState learned, Layer layer, double spread) {
        if (spread == 1 || !hasTheta(learned, layer)) {
            return learned;
        }
        FloatArray theta = learned.require(name(layer));
        float[] narrowed = theta.values();
        double sum = 0;
        for (float each : narrowed) {
            sum += each;
        }
        double mean = sum / narrowed.length;
        for (int j = 0; j < narrowed.length; j++) {
            narrowed[j] = (float) (mean + spread * (narrowed[j] - mean));
        }
        Map<String, FloatArray> arrays = new LinkedHashMap<>(learned.arrays());
        arrays.put(name(layer), FloatArray.of(theta.shape(), narrowed));
        return new LearnedState(arrays);
    }

    static boolean hasTheta(LearnedState learned, Layer layer) {
        return learned.arrays().containsKey(name(layer));
    }

    private static String name(Layer layer) {
        return layer.name() + "." + Variable.THETA;
    }
}
