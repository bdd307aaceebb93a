package org.snn4j.training;

import org.snn4j.network.Recording;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.spikes.SpikeTrain;

/** How a {@link LabelTeacher} teaches one sample. */
interface LabelLesson {
    /** The synapses that learn, from the network's neurons to the label neurons. */
    Dense synapses();

    /**
     * Shows a sample to the label neurons, which learn.
     *
     * @param simulation of the label neurons alone, at rest; modified
     * @param answer records the spikes of the label neurons
     * @param spikes of the network's neurons
     * @param shown how many samples were shown before
     */
    void give(Simulation simulation, Recording answer, SpikeTrain spikes, long shown, int label);

    /** The weights with which label neurons answer, made of those that they have learned. */
    FloatArray answering(FloatArray learned);

    static LabelLesson of(LabelTeacher teacher, LabelLayer labels, TrainingPlan plan) {
        if (teacher instanceof Symmetric symmetric) {
            return new SymmetricLesson(symmetric, labels, Phase.TEACH.seed(plan.seed()));
        }
        if (teacher instanceof Rewarding rewarding) {
            return new RewardLesson(rewarding, labels);
        }
        throw new IllegalStateException("nobody knows how " + teacher + " teaches");
    }
}
