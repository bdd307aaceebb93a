package org.snn4j.network.event;

import org.snn4j.network.kernel.ArrayKernels;

/**
 * Potentials and adaptive thresholds that take a step only if no neuron reaches its threshold: each step writes to spare arrays,
 * which become the present ones if it is done.
 */
public final class QuietMembrane {
    private final ArrayKernels kernels = ArrayKernels.fastest();
    private final float[] liveV;
    private final float[] liveTheta;
    private float[] v;
    private float[] theta;
    private float[] nextV;
    private float[] nextTheta;

    /** @param v the live potentials, and theta the live adaptive part of the thresholds; {@link #settle} writes them, mV */
    public QuietMembrane(float[] v, float[] theta) {
        this.liveV = v;
        this.liveTheta = theta;
        this.v = v;
        this.theta = theta;
        this.nextV = new float[v.length];
        this.nextTheta = new float[theta.length];
    }

    /** The potentials now, modifiable. */
    public float[] v() {
        return v;
    }

    /** As {@link Kernels#leakAddCross}, if no neuron crosses. @return whether it was done */
    public boolean leakAdd(float rest, float decay, float[] input, int offset, float threshold) {
        return leakAdd(rest, decay, input, offset, threshold, theta);
    }

    /** As {@link Kernels#decayLeakAddCross}, if no neuron crosses. @return whether it was done */
    public boolean decayLeakAdd(float thetaDecay, float rest, float decay, float[] input, int offset, float threshold) {
        kernels.scale(theta, thetaDecay, nextTheta);
        boolean done = leakAdd(rest, decay, input, offset, threshold, nextTheta);
        if (done) {
            float[] before = theta;
            theta = nextTheta;
            nextTheta = before;
        }
        return done;
    }

    private boolean leakAdd(float rest, float decay, float[] input, int offset, float threshold, float[] presentTheta) {
        boolean done = !kernels.leakAddReaches(v, rest, decay, input, offset, threshold, presentTheta, nextV);
        if (done) {
            float[] before = v;
            v = nextV;
            nextV = before;
            Kernels.snapToZero(v, rest);
        }
        return done;
    }

    /** Puts the present values where the live ones are. */
    public void settle() {
        if (v != liveV) {
            System.arraycopy(v, 0, liveV, 0, v.length);
            nextV = v;
            v = liveV;
        }
        if (theta != liveTheta) {
            System.arraycopy(theta, 0, liveTheta, 0, theta.length);
            nextTheta = theta;
            theta = liveTheta;
        }
    }
}
