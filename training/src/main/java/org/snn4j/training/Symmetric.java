package org.snn4j.training;

import org.snn4j.network.Parameters;

/**
 * The teacher of Hao, Huang, Dong and Xu 2020 (doi 10.1016/j.neunet.2019.09.007). While label neurons learn none of them
 * integrates its input: that of the right class fires a Poisson train, the others are silent. Weights from the network's
 * neurons follow the symmetric rule
 *
 * <pre>
 * presynaptic spike:  w ← w + nu · x_post        traces of 20 ms to which a spike adds 0.1
 * postsynaptic spike: w ← w + nu · x_pre         0 ≤ w ≤ high
 * </pre>
 *
 * <p>and what a label neuron receives is scaled to sum to norm · neurons after each sample. One 32-bit number for each step.
 *
 * @param nu the learning rate of the weights to the label neurons
 * @param rate at which the right label neuron fires while it learns, Hz
 * @param norm what a label neuron's weights sum to, for each neuron that it listens to
 * @param high the greatest weight
 * @param gain how far a spike moves a label neuron over a weight of 1 when it answers, mV
 * @param epochs how often all training samples are shown to the label neurons
 */
public record Symmetric(double nu, double rate, double norm, double high, double gain, int epochs)
        implements LabelTeacher {
    public static final String NAME = "symmetric";

    public Symmetric {
        Parameters.positive(NAME, "nu", nu);
        Parameters.positive(NAME, "rate", rate);
        Parameters.positive(NAME, "norm", norm);
        Parameters.positive(NAME, "high", high);
        Parameters.positive(NAME, "gain", gain);
        if (epochs < 1) {
            throw new IllegalArgumentException(NAME + ".epochs is " + epochs + "; it must be at least 1");
        }
    }

    /**
     * The published teacher, which {@code train} uses. The published synapses are conductances of 1 ms with a reversal
     * potential 60 mV above rest, on membranes of 10 ms: a weight of 1 moves the potential by about 60 · 1 / 10 mV.
     */
    public static Symmetric recommended() {
        return new Symmetric(0.04, 200, 0.8, 8, 6, 1);
    }

    @Override
    public String name() {
        return NAME;
    }
}
