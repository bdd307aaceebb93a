package org.snn4j.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Run;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;

/** {@link HoldBack} at work on one layer. */
final class HoldingBack implements DirectLesson {
    private final Layer layer;
    /** For each class, what is added to the potentials of the layer in each step. */
    private final FloatArray[] pushes;

    HoldingBack(HoldBack teacher, Layer layer, int classes, double dt) {
        this.layer = layer;
        ClassBlocks blocks = new ClassBlocks(layer.size(), classes);
        pushes = new FloatArray[classes];
        for (int label = 0; label < classes; label++) {
            float[] push = new float[layer.size()];
            Arrays.fill(push, (float) (-teacher.push() * dt));
            Arrays.fill(push, blocks.first(label), blocks.first(label) + blocks.size(label), 0);
            pushes[label] = FloatArray.of(layer.shape(), push);
        }
    }

    @Override
    public Run taught(Run run, long shown, int label) {
        return run.injectVoltage(layer.name(), pushes[label]);
    }

    @Override
    public LearnedState answering(LearnedState learned) {
        return withLevelTheta(learned, layer);
    }

    /** What was learned, with the mean theta of a layer for each of its neurons, if they have any. */
    static LearnedState withLevelTheta(LearnedState learned, Layer layer) {
        String name = layer.name() + "." + Variable.THETA;
        FloatArray theta = learned.arrays().get(name);
        if (theta == null) {
            return learned;
        }
        double sum = 0;
        for (float each : theta.values()) {
            sum += each;
        }
        float[] level = new float[layer.size()];
        Arrays.fill(level, (float) (sum / level.length));
        Map<String, FloatArray> arrays = new LinkedHashMap<>(learned.arrays());
        arrays.put(name, FloatArray.of(theta.shape(), level));
        return new LearnedState(arrays);
    }
}
