package org.snn4j.network.event;

import java.util.Optional;
import org.snn4j.network.Interventions;
import org.snn4j.network.Layer;
import org.snn4j.network.Run;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeTrain;
import org.snn4j.network.spikes.Spikes;
import org.snn4j.network.spikes.Stimulus;

/** What reaches one layer from outside during a run: spikes or a current, injected voltage, forced and silenced spikes. */
final class Drive {
    private final int neurons;
    private final Optional<Spikes> spikes;
    private final Optional<Current> current;
    private final Optional<FloatArray> voltage;
    private final Optional<ByteArray> clamp;
    private final Optional<ByteArray> unclamp;
    /** Room for a step's spikes that come as input. */
    private int[] arriving = {};

    private Drive(Layer layer, Run run) {
        Interventions interventions = run.interventions();
        this.neurons = layer.size();
        Stimulus stimulus = run.inputs().get(layer.name());
        this.spikes = stimulus instanceof Spikes all ? Optional.of(all) : Optional.empty();
        this.current = stimulus instanceof Current all ? Optional.of(all) : Optional.empty();
        this.voltage = Optional.ofNullable(interventions.injectVoltage().get(layer.name()));
        this.clamp = Optional.ofNullable(interventions.clamp().get(layer.name()));
        this.unclamp = Optional.ofNullable(interventions.unclamp().get(layer.name()));
    }

    static Drive of(Run run, Layer layer) {
        return new Drive(layer, run);
    }

    /** The spikes of all steps, if they are one sample's and nothing is forced or silenced. */
    Optional<SpikeTrain> foreseen() {
        return forces() || spikes.isEmpty() || spikes.get().batch() > 1
                ? Optional.empty()
                : Optional.of(spikes.get().train(0));
    }

    /** Adds the spikes of a step to {@code fired}, which is modified and was empty. */
    void addSpikes(int step, int sample, SpikeList fired) {
        if (spikes.isPresent()) {
            fired.truncate(spikes.get().train(sample).copyStep(step, fired.array()));
        }
    }

    /** Whether nothing at all reaches the layer from outside. */
    boolean isNothing() {
        return spikes.isEmpty() && current.isEmpty() && !injectsVoltage() && !forces();
    }

    /** Whether there is external input in a step. */
    boolean hasInput(int step, int sample) {
        return current.isPresent()
                || spikes.isPresent() && spikes.get().train(sample).count(step) > 0;
    }

    /** Adds external input, 1 for a spike, to {@code input}, which is modified. */
    void addInput(int step, int sample, float[] input) {
        if (spikes.isPresent()) {
            if (arriving.length == 0) {
                arriving = new int[neurons];
            }
            int count = spikes.get().train(sample).copyStep(step, arriving);
            Kernels.addAt(input, arriving, count, 1);
        }
        if (current.isPresent()) {
            int batch = current.get().batch();
            current.get().values().addTo(input, (step * batch + sample) * neurons);
        }
    }

    boolean injectsVoltage() {
        return voltage.isPresent();
    }

    /** Adds the voltage of a step to {@code v}, which is modified. */
    void injectVoltage(int step, float[] v) {
        voltage.ifPresent(values -> values.addTo(v, offset(values.shape(), step)));
    }

    /** Whether spikes are forced or silenced. */
    boolean forces() {
        return clamp.isPresent() || unclamp.isPresent();
    }

    /** Adds clamped and takes away unclamped spikes. */
    void force(int step, SpikeList fired) {
        if (clamp.isPresent()) {
            fired.force(clamp.get(), offset(clamp.get().shape(), step));
        }
        if (unclamp.isPresent()) {
            fired.silence(unclamp.get(), offset(unclamp.get().shape(), step));
        }
    }

    /** Where a step's values begin: arrays without a dimension for steps hold for all of them. */
    private int offset(Shape shape, int step) {
        return shape.size() == neurons ? 0 : step * neurons;
    }
}
