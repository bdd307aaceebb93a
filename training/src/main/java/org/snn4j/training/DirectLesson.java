package org.snn4j.training;

import org.snn4j.network.Layer;
import org.snn4j.network.Run;

/** How a {@link DirectTeacher} teaches one sample. */
interface DirectLesson {
    /**
     * The run of a training sample with the teacher.
     *
     * @param shown how many samples were shown before
     */
    Run taught(Run run, long shown, int label);

    /** @param layer whose neurons learn */
    static DirectLesson of(DirectTeacher teacher, Layer layer, int classes, double dt, long seed) {
        if (teacher instanceof Clamp clamp) {
            return new Clamping(clamp, layer, classes, dt, seed);
        }
        if (teacher instanceof HoldBack holdBack) {
            return new HoldingBack(holdBack, layer, classes, dt);
        }
        throw new IllegalStateException("nobody knows how " + teacher + " teaches");
    }
}
