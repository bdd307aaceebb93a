package org.snn4j.training;

import java.util.Map;
import org.snn4j.network.Recording;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.spikes.SpikeTrain;

/** {@link Rewarding} at work. */
final class RewardLesson implements LabelLesson {
    /** A spike over a weight of 20 mV makes a label neuron fire: at first any of them may. */
    private static final double LEAST_AT_FIRST = 15;

    private static final double MOST_AT_FIRST = 30;
    private static final double HIGH = 60;
    /** For how long the reward is there, ms. */
    private static final double REWARD_TIME = 10;

    private static final double TAU_PAIRS = 20;

    private final Rewarding teacher;
    private final LabelLayer labels;

    RewardLesson(Rewarding teacher, LabelLayer labels) {
        this.teacher = teacher;
        this.labels = labels;
    }

    @Override
    public Dense synapses() {
        Rates nu = new Rates(teacher.nu(), 0);
        return Dense.uniform(LEAST_AT_FIRST, MOST_AT_FIRST)
                .bounds(0, HIGH)
                .learning(new MSTDPET(nu, TAU_PAIRS, TAU_PAIRS, teacher.tauEligibility(), Reduction.SUM));
    }

    /** Without a reward weights stay, but synapses remember what they did. */
    @Override
    public void give(Simulation simulation, Recording answer, SpikeTrain spikes, long shown, int label) {
        simulation.run(Run.of(labels.source().name(), spikes, spikes.steps() * labels.dt())
                .ofSample(shown));
        int guess = guess(answer.counts(0));
        simulation.run(Run.of(Map.of(), REWARD_TIME).ofSample(shown).rewarded(Reward.of(guess == label ? 1 : -1)));
    }

    @Override
    public FloatArray answering(FloatArray learned) {
        return learned;
    }

    /** The neuron with most spikes, of several the first. */
    private static int guess(int... counts) {
        int best = 0;
        for (int label = 1; label < counts.length; label++) {
            best = counts[label] > counts[best] ? label : best;
        }
        return best;
    }
}
