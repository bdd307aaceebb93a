package org.snn4j.network.event;

import org.snn4j.network.CarriedState;

/** Puts state back into a simulation. It is what {@link StateOut} made of the same network, or an exception says that it is not. */
final class StateIn implements StateTransfer {
    private final CarriedState state;
    private final float[] reals;
    private int realCount;
    private int wholeCount;

    StateIn(CarriedState state) {
        this.state = state;
        this.reals = state.reals().values();
    }

    @Override
    public void floats(float... live) {
        require(reals.length - realCount >= live.length);
        System.arraycopy(reals, realCount, live, 0, live.length);
        realCount += live.length;
    }

    @Override
    public void wholes(int... live) {
        for (int k = 0; k < live.length; k++) {
            live[k] = whole(live[k]);
        }
    }

    @Override
    public void list(SpikeList live) {
        live.clear();
        int count = whole(0);
        require(count >= 0 && count <= live.capacity());
        for (int k = 0; k < count; k++) {
            int neuron = whole(0);
            require(neuron >= 0 && neuron < live.capacity());
            live.add(neuron);
        }
    }

    @Override
    public int whole(int live) {
        require(wholeCount < state.wholes().shape().size());
        long value = state.wholes().get(wholeCount++);
        require(value == (int) value);
        return (int) value;
    }

    void finish() {
        require(realCount == reals.length
                && wholeCount == state.wholes().shape().size());
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("the carried state belongs to another network than this simulation's");
        }
    }
}
