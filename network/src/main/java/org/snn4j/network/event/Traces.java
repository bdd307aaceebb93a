package org.snn4j.network.event;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snn4j.network.Trace;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * The spike traces of one sample of a layer. A trace is not moved on in every step but computed when it is read, from its
 * value at the last spike and the time since: x = x_spike e^(−age dt/tau).
 */
public final class Traces {
    /**
     * Below this factor a decayed trace counts as zero: no weight can feel it, and numbers much smaller would become
     * subnormal, which cost some seventy times more.
     */
    public static final float FLOOR = 1e-30f;

    private static final int NEVER = Integer.MIN_VALUE;

    private static final int TABLE_LIMIT = 4096;

    private final Trace trace;
    private final double dt;
    private final float[] decayByAge;
    /** The trace right after the last spike; of traces that are replaced always the same. */
    private final float[] atSpike;

    private final float initial;
    private final int[] spikeTime;
    private final SpikeList active;
    private final float[] activeValues;
    private final float[] byNeuron;
    private int now;
    /** The spikes of the run, where they are known: they are entered when somebody asks for a trace. */
    private Optional<SpikeTrain> foreseen = Optional.empty();

    /** The same once somebody has asked. */
    private final ListedSpikes arriving = new ListedSpikes();
    /** How many steps of the run have been entered. */
    private int entered;
    /** When {@link #activeValues} was last computed, and for how many neurons. */
    private int computedAt;

    private int computedCount;
    /** When {@link #byNeuron} was last brought up to date, and for how many neurons. */
    private int listedAt;

    private int listedCount;

    Traces(Trace trace, int neurons, double dt) {
        this.trace = trace;
        this.dt = dt;
        this.decayByAge = decayTable();
        this.atSpike = new float[neurons];
        this.spikeTime = new int[neurons];
        this.initial = trace.onSpike() == Trace.OnSpike.ADD ? 0 : (float) trace.scale();
        Arrays.fill(atSpike, initial);
        Arrays.fill(spikeTime, NEVER);
        this.active = new SpikeList(neurons);
        this.activeValues = new float[neurons];
        this.byNeuron = new float[neurons];
    }

    /** Traces of each sample of a batch, all zero. */
    static Traces[] perSample(Trace trace, PopulationSpec population) {
        return IntStream.range(0, population.batch())
                .mapToObj(sample -> new Traces(trace, population.neurons(), population.dt()))
                .toArray(Traces[]::new);
    }

    /** One step: decay, then the step's spikes. */
    void advance(SpikeList spikes) {
        decay();
        if (foreseen.isEmpty()) {
            add(spikes);
        }
    }

    /** The first half of a step. */
    void decay() {
        now++;
    }

    /** So many steps, in which no spike comes that was not foreseen. */
    void pass(int steps) {
        now += steps;
    }

    /** The second half of a step. */
    void add(SpikeList spikes) {
        enter(spikes.array(), 0, spikes.count(), now);
    }

    private void enter(int[] spikes, int from, int to, int time) {
        if (trace.onSpike() == Trace.OnSpike.ADD) {
            for (int k = from; k < to; k++) {
                atSpike[spikes[k]] = value(spikes[k], time) + (float) trace.scale();
                enter(spikes[k], time);
            }
        } else {
            for (int k = from; k < to; k++) {
                enter(spikes[k], time);
            }
        }
    }

    private void enter(int neuron, int time) {
        if (spikeTime[neuron] == NEVER) {
            active.add(neuron);
        }
        spikeTime[neuron] = time;
    }

    private void enterForeseen() {
        if (entered == now || foreseen.isEmpty()) {
            return;
        }
        if (entered == 0) {
            arriving.copy(foreseen.get());
        }
        for (; entered < now; entered++) {
            enter(arriving.neurons(), arriving.first(entered), arriving.first(entered + 1), entered + 1);
        }
    }

    /** The trace of one neuron. */
    public float value(int neuron) {
        enterForeseen();
        return value(neuron, now);
    }

    private float value(int neuron, int time) {
        return spikeTime[neuron] == NEVER ? 0 : atSpike[neuron] * decay(time - spikeTime[neuron]);
    }

    /** The neurons whose trace is not zero, in the order of their first spike. */
    public SpikeList active() {
        enterForeseen();
        return active;
    }

    /** The traces of the {@link #active} neurons, in the same order; not to be modified. */
    public float[] activeValues() {
        enterForeseen();
        if (computedAt != now || computedCount != active.count()) {
            for (int k = 0; k < active.count(); k++) {
                activeValues[k] = value(active.get(k), now);
            }
            computedAt = now;
            computedCount = active.count();
        }
        return activeValues;
    }

    /** The traces of all neurons; not to be modified. */
    float[] byNeuron() {
        enterForeseen();
        if (listedAt != now || listedCount != active.count()) {
            float[] values = activeValues();
            for (int k = 0; k < active.count(); k++) {
                byNeuron[active.get(k)] = values[k];
            }
            listedAt = now;
            listedCount = active.count();
        }
        return byNeuron;
    }

    /**
     * Forgets neurons whose trace has become zero and counts time anew, so that it never overflows.
     *
     * @param spikes all that the run will bring, if that is known
     */
    void beginRun(Optional<SpikeTrain> spikes) {
        enterForeseen();
        int kept = 0;
        for (int k = 0; k < active.count(); k++) {
            int neuron = active.get(k);
            if (value(neuron, now) != 0) {
                spikeTime[neuron] -= now;
                active.set(kept++, neuron);
            } else {
                spikeTime[neuron] = NEVER;
                atSpike[neuron] = initial;
                byNeuron[neuron] = 0;
            }
        }
        active.truncate(kept);
        restartClock();
        foreseen = spikes;
    }

    void reset() {
        foreseen = Optional.empty();
        for (int k = 0; k < active.count(); k++) {
            spikeTime[active.get(k)] = NEVER;
            atSpike[active.get(k)] = initial;
        }
        Arrays.fill(byNeuron, 0);
        active.clear();
        restartClock();
    }

    /** Called between runs. */
    void carry(StateTransfer state) {
        enterForeseen();
        state.floats(atSpike);
        state.wholes(spikeTime);
        state.list(active);
        now = state.whole(now);
    }

    private void restartClock() {
        now = 0;
        entered = 0;
        computedAt = -1;
        listedAt = -1;
    }

    void copyTo(float[] target, int offset) {
        for (int neuron = 0; neuron < atSpike.length; neuron++) {
            target[offset + neuron] = value(neuron);
        }
    }

    private float decay(int age) {
        return age < decayByAge.length ? decayByAge[age] : exactDecay(age);
    }

    private float exactDecay(int age) {
        float decay = (float) StrictMath.exp(-age * dt / trace.tau());
        return decay < FLOOR ? 0 : decay;
    }

    private float[] decayTable() {
        float[] table = new float[TABLE_LIMIT];
        for (int age = 0; age < TABLE_LIMIT; age++) {
            table[age] = exactDecay(age);
        }
        return table;
    }
}
