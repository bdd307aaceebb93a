package org.snn4j.tensor.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The spikes of a layer in the steps before this one, [batch, neurons] each, as far back as is asked for. */
final class SpikeHistory {
    /** By step, of which {@code newest} is the last. */
    private final List<INDArray> steps = new ArrayList<>();
    /** By step, whether its spikes reach later layers in the step that fires them. */
    private final List<Boolean> atOnce = new ArrayList<>();

    private int newest;

    int depth() {
        return steps.size();
    }

    /** Makes room for one more step, before any is kept. */
    void deepen(INDArray zeros) {
        steps.add(zeros);
        atOnce.add(false);
    }

    /** Keeps a copy of the spikes of a step in place of the oldest. */
    void push(INDArray spikes, boolean firedAtOnce) {
        newest = (newest + 1) % steps.size();
        steps.get(newest).assign(spikes);
        atOnce.set(newest, firedAtOnce);
    }

    /** The spikes of the step {@code age} steps ago, 1 for the last one. */
    INDArray get(int age) {
        return steps.get(place(age));
    }

    boolean firedAtOnce(int age) {
        return atOnce.get(place(age));
    }

    /** Whether any step is of the other kind. */
    boolean holdsOther(boolean firedAtOnce) {
        return atOnce.contains(!firedAtOnce);
    }

    void clear() {
        steps.forEach(spikes -> spikes.assign(0));
    }

    /** Takes all steps for the given kind: nothing was fired in them. */
    void takeFor(boolean firedAtOnce) {
        Collections.fill(atOnce, firedAtOnce);
    }

    private int place(int age) {
        return Math.floorMod(newest - age + 1, steps.size());
    }
}
