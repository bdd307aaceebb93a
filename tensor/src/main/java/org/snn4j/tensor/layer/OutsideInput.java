package org.snn4j.tensor.layer;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Run;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.Spikes;
import org.snn4j.network.spikes.Stimulus;
import org.snn4j.tensor.array.Transfer;

/** What a layer is given from outside, step by step, as an array: 1 for a spike, or a current. */
final class OutsideInput {
    private final String layer;
    private final PopulationSpec spec;
    private final INDArray array;
    private final float[] values;
    private final int[] arriving;
    private Optional<Stimulus> stimulus = Optional.empty();

    /** @param array [batch, neurons], overwritten in every step that {@link #show} is called for */
    OutsideInput(String layer, PopulationSpec spec, INDArray array) {
        this.layer = layer;
        this.spec = spec;
        this.array = array;
        this.values = new float[Math.multiplyExact(spec.batch(), spec.neurons())];
        this.arriving = new int[spec.neurons()];
    }

    void begin(Run run) {
        stimulus = Optional.ofNullable(run.inputs().get(layer));
    }

    /** Whether there is any in this run. */
    boolean isPresent() {
        return stimulus.isPresent();
    }

    /** Puts one step's input into the array. */
    void show(int step) {
        Arrays.fill(values, 0);
        if (stimulus.orElseThrow() instanceof Spikes spikes) {
            addSpikes(spikes, step);
        } else if (stimulus.get() instanceof Current current) {
            current.values().addTo(values, step * values.length);
        }
        Transfer.write(values, array);
    }

    private void addSpikes(Spikes spikes, int step) {
        for (int sample = 0; sample < spec.batch(); sample++) {
            int count = spikes.train(sample).copyStep(step, arriving);
            for (int k = 0; k < count; k++) {
                values[sample * spec.neurons() + arriving[k]] = 1;
            }
        }
    }
}
