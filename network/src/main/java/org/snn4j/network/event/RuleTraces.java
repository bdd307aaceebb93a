package org.snn4j.network.event;

import java.util.Optional;
import java.util.function.IntFunction;
import org.snn4j.network.Trace;

/**
 * Traces that a learning rule keeps beside those of the layers: of the spikes on one side of its synapses, with a time
 * constant of their own. The rule moves them on, so it can read them without this step's spikes.
 */
public final class RuleTraces {
    private final Traces[] traces;
    private final IntFunction<SpikeList> spikes;

    RuleTraces(Trace trace, PopulationSpec population, IntFunction<SpikeList> spikes) {
        this.spikes = spikes;
        this.traces = Traces.perSample(trace, population);
    }

    /** The first half of a step: decay. */
    public void decay(StepClock clock) {
        for (Traces ofSample : traces) {
            if (clock.step() == 0) {
                ofSample.beginRun(Optional.empty());
            }
            ofSample.decay();
        }
    }

    /** The second half of a step: its spikes. */
    public void addSpikes() {
        for (int sample = 0; sample < traces.length; sample++) {
            traces[sample].add(spikes.apply(sample));
        }
    }

    /** The trace of one neuron; between the halves of a step without the step's spikes. */
    public float value(int sample, int neuron) {
        return traces[sample].value(neuron);
    }

    /** Hands over all of them, see {@link StateTransfer}. */
    public void carry(StateTransfer state) {
        for (Traces ofSample : traces) {
            ofSample.carry(state);
        }
    }

    public void reset() {
        for (Traces ofSample : traces) {
            ofSample.reset();
        }
    }
}
