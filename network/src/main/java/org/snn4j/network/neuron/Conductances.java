package org.snn4j.network.neuron;

import org.snn4j.network.event.Kernels;
import org.snn4j.network.event.PopulationSpec;

/**
 * How a membrane with two decaying conductances moves on in a step of dt, by exponential integration:
 *
 * <pre>
 * e = ge · shareExcitatory, i = gi · shareInhibitory      the means over the step
 * settled = (rest + e · excitatoryReversal + i · inhibitoryReversal) / (1 + e + i)
 * v ← v + (settled − v) (1 − e^(−x)),   x = dt/tauMembrane · (1 + e + i)
 * ge ← ge e^(−dt/tauExcitatory), gi ← gi e^(−dt/tauInhibitory)
 * </pre>
 *
 * <p>The decay of the conductances is exact. The potential is exact for conductances that stay at their mean over the step,
 * share = tau/dt (1 − e^(−dt/tau)), so the charge that a spike brings is exact too. An explicit Euler step, as in the
 * original program, overshoots once dt/tauMembrane (1 + e + i) exceeds 1: some thirty inhibitory neurons that fire together
 * throw v beyond its reversal potential and back over the threshold. Here v always stays between where it was and where it
 * goes.
 *
 * <p>For e^x − 1 stands its Taylor polynomial of degree 8, r(x), so that 1 − e^(−x) = r / (1 + r): right to a float's
 * precision up to x = 0.7, to 3 in 10,000 at x = 2, and beyond that still between 0 and 1 and rising. Made of products and
 * sums, it has the same bits in both engines and on all machines.
 */
public final class Conductances {
    /**
     * Taken off a conductance in each step. It is below the last bit of any that matters, but ends the decay of the others
     * before they are subnormal, which would cost some seventy times more.
     */
    public static final float FLOOR = 1e-30f;

    /** So large that e^(−x) is 0 beside 1, and small enough for its eighth power. */
    public static final float LARGEST_STEP = 1000;

    private static final float OVER_2 = 1f / 2;
    private static final float OVER_6 = 1f / 6;
    private static final float OVER_24 = 1f / 24;
    private static final float OVER_120 = 1f / 120;
    private static final float OVER_720 = 1f / 720;
    private static final float OVER_5040 = 1f / 5040;
    private static final float OVER_40320 = 1f / 40320;

    private final float rest;
    private final float excitatoryReversal;
    private final float inhibitoryReversal;
    private final float shareExcitatory;
    private final float shareInhibitory;
    private final float decayExcitatory;
    private final float decayInhibitory;
    private final float rate;
    /** Of each neuron 1 + e + i and where v would settle: short loops one after another become vector instructions. */
    private final float[] total;

    private final float[] settled;

    Conductances(ConductanceLIF model, PopulationSpec population) {
        double dt = population.dt();
        rest = (float) model.rest();
        excitatoryReversal = (float) model.excitatoryReversal();
        inhibitoryReversal = (float) model.inhibitoryReversal();
        shareExcitatory = meanShare(model.tauExcitatory(), dt);
        shareInhibitory = meanShare(model.tauInhibitory(), dt);
        decayExcitatory = (float) StrictMath.exp(-dt / model.tauExcitatory());
        decayInhibitory = (float) StrictMath.exp(-dt / model.tauInhibitory());
        rate = (float) (dt / model.tauMembrane());
        total = new float[population.neurons()];
        settled = new float[population.neurons()];
    }

    /** The mean of e^(−t/tau) for t from 0 to dt. */
    public static float meanShare(double tau, double dt) {
        return (float) (-StrictMath.expm1(-dt / tau) * tau / dt);
    }

    /** 1/k!, k from 1 to 8: r(x) = (((c₈ x + c₇) x + …) x + c₁) x. */
    public static float[] coefficients() {
        return new float[] {1, OVER_2, OVER_6, OVER_24, OVER_120, OVER_720, OVER_5040, OVER_40320};
    }

    /**
     * One step.
     *
     * @param v potentials, mV; modified
     * @param ge excitatory conductances; modified
     * @param gi inhibitory conductances; modified
     * @param excitation what is added to ge first
     * @param inhibition what is added to gi first
     */
    void integrate(float[] v, float[] ge, float[] gi, float[] excitation, float[] inhibition) {
        addAndFloor(ge, excitation);
        addAndFloor(gi, inhibition);
        for (int j = 0; j < v.length; j++) {
            float e = ge[j] * shareExcitatory;
            float i = gi[j] * shareInhibitory;
            total[j] = 1 + e + i;
            settled[j] = (e * excitatoryReversal + i * inhibitoryReversal + rest) / total[j];
        }
        for (int j = 0; j < v.length; j++) {
            float rise = rise(Math.min(total[j] * rate, LARGEST_STEP));
            v[j] += (settled[j] - v[j]) * (rise / (rise + 1));
        }
        Kernels.scale(ge, decayExcitatory);
        Kernels.scale(gi, decayInhibitory);
    }

    private static void addAndFloor(float[] conductances, float[] input) {
        for (int j = 0; j < conductances.length; j++) {
            conductances[j] = Math.max(conductances[j] + input[j] - FLOOR, 0);
        }
    }

    private static float rise(float x) {
        float high = ((OVER_40320 * x + OVER_5040) * x + OVER_720) * x + OVER_120;
        return ((((high * x + OVER_24) * x + OVER_6) * x + OVER_2) * x + 1) * x;
    }
}
