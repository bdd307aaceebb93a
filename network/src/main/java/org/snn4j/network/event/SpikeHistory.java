package org.snn4j.network.event;

import java.util.stream.IntStream;

/** The spikes of a layer in the steps before this one, as far back as a connection's delay asks for. */
final class SpikeHistory {
    /** By step, of which {@code newest} is the last, then sample. */
    private final SpikeList[][] steps;
    /** By step, whether its spikes reach later layers in the step that fires them. */
    private final boolean[] atOnce;

    private int newest;

    /** @param depth how many steps are kept, at least 1 */
    SpikeHistory(PopulationSpec population, int depth) {
        steps = IntStream.range(0, depth)
                .mapToObj(step -> SpikeList.perSample(population.batch(), population.neurons()))
                .toArray(SpikeList[][]::new);
        atOnce = new boolean[depth];
    }

    int depth() {
        return steps.length;
    }

    /** Keeps the spikes of a step and gives back the lists of the oldest, to be used again. */
    SpikeList[] push(SpikeList[] spikes, boolean firedAtOnce) {
        newest = newest + 1 == steps.length ? 0 : newest + 1;
        SpikeList[] oldest = steps[newest];
        steps[newest] = spikes;
        atOnce[newest] = firedAtOnce;
        return oldest;
    }

    /** The spikes of the step {@code age} steps ago, 1 for the last one. */
    SpikeList get(int sample, int age) {
        return steps[place(age)][sample];
    }

    /** Whether the spikes of the step {@code age} steps ago reached later layers, or will, one step sooner than others. */
    boolean firedAtOnce(int age) {
        return atOnce[place(age)];
    }

    /** Whether any step is of the other kind. */
    boolean holdsOther(boolean firedAtOnce) {
        for (boolean kind : atOnce) {
            if (kind != firedAtOnce) {
                return true;
            }
        }
        return false;
    }

    private int place(int age) {
        int place = newest + 1 - age;
        return place < 0 ? place + steps.length : place;
    }

    void carry(StateTransfer state) {
        for (int step = 0; step < steps.length; step++) {
            for (SpikeList spikes : steps[step]) {
                state.list(spikes);
            }
            atOnce[step] = state.flag(atOnce[step]);
        }
        newest = state.whole(newest);
    }

    boolean isEmpty() {
        for (SpikeList[] step : steps) {
            for (SpikeList spikes : step) {
                if (spikes.count() > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    void clear() {
        for (SpikeList[] step : steps) {
            for (SpikeList spikes : step) {
                spikes.clear();
            }
        }
    }
}
