package org.snn4j.training;

import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.spikes.SpikeTrain;

/** {@link Symmetric} at work. */
final class SymmetricLesson implements LabelLesson {
    private final Symmetric teacher;
    private final LabelLayer labels;
    private final PoissonTimes times;

    SymmetricLesson(Symmetric teacher, LabelLayer labels, long seed) {
        this.teacher = teacher;
        this.labels = labels;
        this.times = new PoissonTimes(teacher.rate(), labels.dt(), seed);
    }

    @Override
    public Dense synapses() {
        return Dense.uniform(0, teacher.high())
                .bounds(0, teacher.high())
                .norm(teacher.norm() * labels.source().size())
                .learning(new Hebbian(teacher.nu(), teacher.nu()));
    }

    /** The right neuron fires when the teacher says so, no other ever does, and what any of them integrates has no effect. */
    @Override
    public void give(Simulation simulation, Recording answer, SpikeTrain spikes, long shown, int label) {
        int steps = spikes.steps();
        boolean[] fires = times.of(shown, steps);
        byte[] forced = new byte[steps * labels.classes()];
        byte[] silenced = new byte[forced.length];
        for (int i = 0; i < forced.length; i++) {
            boolean spike = fires[i / labels.classes()] && i % labels.classes() == label;
            forced[i] = (byte) (spike ? 1 : 0);
            silenced[i] = (byte) (spike ? 0 : 1);
        }
        Shape shape = Shape.of(steps, labels.classes());
        simulation.run(Run.of(labels.source().name(), spikes, steps * labels.dt())
                .ofSample(shown)
                .clamp(LabelLayer.NAME, ByteArray.of(shape, forced))
                .unclamp(LabelLayer.NAME, ByteArray.of(shape, silenced)));
    }

    @Override
    public FloatArray answering(FloatArray learned) {
        float[] weights = learned.values();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (float) teacher.gain();
        }
        return FloatArray.of(learned.shape(), weights);
    }
}
