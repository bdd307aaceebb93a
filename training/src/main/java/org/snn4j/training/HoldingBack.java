package org.snn4j.training;

import java.util.Arrays;
import org.snn4j.network.Layer;
import org.snn4j.network.Run;
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
}
