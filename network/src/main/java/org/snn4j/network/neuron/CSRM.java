package org.snn4j.network.neuron;

import static org.snn4j.network.Parameters.atLeastZero;
import static org.snn4j.network.Parameters.finite;
import static org.snn4j.network.Parameters.positive;

import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.snn4j.network.Variable;
import org.snn4j.network.event.EventNeuron;
import org.snn4j.network.event.Kernels;
import org.snn4j.network.event.Membrane;
import org.snn4j.network.event.NeuronDynamics;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StateTransfer;
import org.snn4j.network.event.StepClock;

/**
 * The cumulative spike response model: the potential is a sum of responses to all inputs and to all own spikes of a window
 * of time, and is at rest when they are over.
 *
 * <pre>
 * v ← rest + Σ_k epsilon(k dt) I(t − k) + Σ_k eta(k dt) s(t − k)
 *       k = 0, 1, … below responseWindow/dt    k = 1, 2, … up to etaWindow/dt
 * eta(s) = −eta0 e^(−s/tauEta)
 * v ≥ threshold: spike, unless refractory; refractory for the given time
 * </pre>
 *
 * <p>I(t) is the input of step t, s(t) is 1 if the neuron fired in step t, and epsilon is a {@link ResponseKernel}, read at
 * multiples of dt and not scaled further: an input counts in the step that it arrives in with epsilon(0). Windows are
 * rounded to whole steps, at least one; what is older has no effect any more, however high the kernel still is. There is no
 * leak and no reset: kernels fade by themselves, and a spike acts on v through eta alone, from the next step on, spike upon
 * spike. A refractory neuron goes on to respond to input, it only does not fire. With an exponential kernel and tauEta =
 * tauResponse it is a leaky integrator of that time constant from which each spike takes eta0. A clamped spike has no eta, and
 * injected voltage no effect, since v is made anew in every step.
 *
 * <p>Gerstner and Kistler 2002, Spiking Neuron Models, section 4.2, with the refractory kernel summed over all spikes;
 * Gerstner 2008, doi 10.4249/scholarpedia.1343.
 *
 * @param threshold mV
 * @param rest v without input and spikes, mV
 * @param refractory for how long after a spike there is no other, ms
 * @param kernel epsilon
 * @param tauResponse epsilon's time constant, ms
 * @param responseWindow how long an input counts, ms
 * @param eta0 how deep a spike pushes v, mV
 * @param tauEta time constant of eta's decay, ms
 * @param etaWindow how long a spike counts, ms
 */
public record CSRM(
        double threshold,
        double rest,
        double refractory,
        ResponseKernel kernel,
        double tauResponse,
        double responseWindow,
        double eta0,
        double tauEta,
        double etaWindow)
        implements EventNeuron {
    /** Every neuron keeps as many numbers. */
    private static final int LONGEST_WINDOW = 100_000;

    public CSRM {
        finite("CSRM", "threshold", threshold);
        finite("CSRM", "rest", rest);
        atLeastZero("CSRM", "refractory", refractory);
        Objects.requireNonNull(kernel, "CSRM.kernel is missing");
        positive("CSRM", "tauResponse", tauResponse);
        positive("CSRM", "responseWindow", responseWindow);
        finite("CSRM", "eta0", eta0);
        positive("CSRM", "tauEta", tauEta);
        positive("CSRM", "etaWindow", etaWindow);
    }

    /** A leaky integrator with a time constant of 10 ms, seen through windows of 50 ms. */
    public static CSRM defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * epsilon(0), epsilon(dt), … as far as the window goes.
     *
     * @throws IllegalArgumentException if the window has too many steps
     */
    public float[] responses(double dt) {
        float[] responses = new float[steps("responseWindow", responseWindow, dt)];
        for (int k = 0; k < responses.length; k++) {
            responses[k] = (float) kernel.at(k * dt, tauResponse);
        }
        Kernels.snapToZero(responses);
        return responses;
    }

    /**
     * eta(dt), eta(2 dt), … as far as the window goes.
     *
     * @throws IllegalArgumentException if the window has too many steps
     */
    public float[] afterpotentials(double dt) {
        float[] afterpotentials = new float[steps("etaWindow", etaWindow, dt)];
        for (int k = 0; k < afterpotentials.length; k++) {
            afterpotentials[k] = (float) (-eta0 * StrictMath.exp(-(k + 1) * dt / tauEta));
        }
        Kernels.snapToZero(afterpotentials);
        return afterpotentials;
    }

    private static int steps(String name, double window, double dt) {
        double steps = Math.max(Math.floor(window / dt + 0.5), 1);
        if (steps > LONGEST_WINDOW) {
            throw new IllegalArgumentException("CSRM." + name + " is " + window + " ms, which are " + steps
                    + " steps of " + dt + " ms; at most " + LONGEST_WINDOW + " steps would be right");
        }
        return (int) steps;
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return new Dynamics(this, population);
    }

    private static final class Dynamics implements NeuronDynamics {
        private final float threshold;
        private final float rest;
        private final Membrane[] membranes;
        private final KernelSum[] responses;
        private final KernelSum[] afterpotentials;

        Dynamics(CSRM model, PopulationSpec population) {
            threshold = (float) model.threshold;
            rest = (float) model.rest;
            membranes = Membrane.perSample(population, model.rest, model.rest, model.refractory);
            responses = perSample(model.responses(population.dt()), population);
            afterpotentials = perSample(model.afterpotentials(population.dt()), population);
        }

        private static KernelSum[] perSample(float[] kernel, PopulationSpec population) {
            return IntStream.range(0, population.batch())
                    .mapToObj(sample -> new KernelSum(kernel, population.neurons()))
                    .toArray(KernelSum[]::new);
        }

        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            Membrane membrane = membranes[sample];
            responses[sample].add(input);
            sum(membrane.v(), responses[sample].current(), afterpotentials[sample].current());
            Kernels.crossings(membrane.v(), threshold, spikes);
            membrane.suppressWhileRefractory(spikes);
            membrane.countRefractory();
            membrane.beginRefractory(spikes);
            responses[sample].advance();
            afterpotentials[sample].advance();
            afterpotentials[sample].add(spikes);
        }

        /** v ← rest + response + afterpotential. Modifies v. */
        private void sum(float[] v, float[] response, float[] afterpotential) {
            for (int j = 0; j < v.length; j++) {
                v[j] = rest + response[j] + afterpotential[j];
            }
        }

        @Override
        public void carry(int sample, StateTransfer transfer) {
            membranes[sample].carry(transfer);
            responses[sample].carry(transfer);
            afterpotentials[sample].carry(transfer);
        }

        @Override
        public void reset() {
            Membrane.reset(membranes);
            for (int sample = 0; sample < membranes.length; sample++) {
                responses[sample].reset();
                afterpotentials[sample].reset();
            }
        }

        @Override
        public Map<Variable, float[]> state(int sample) {
            return membranes[sample].state();
        }
    }

    /** Parameters of {@link CSRM}, each at its default until it is set. */
    public static final class Builder {
        private double threshold = -52;
        private double rest = -65;
        private double refractory = 5;
        private ResponseKernel kernel = ResponseKernel.EXPONENTIAL;
        private double tauResponse = 10;
        private double responseWindow = 50;
        private double eta0 = 13;
        private double tauEta = 10;
        private double etaWindow = 50;

        private Builder() {}

        public Builder threshold(double value) {
            threshold = value;
            return this;
        }

        public Builder rest(double value) {
            rest = value;
            return this;
        }

        public Builder refractory(double value) {
            refractory = value;
            return this;
        }

        public Builder kernel(ResponseKernel value) {
            kernel = value;
            return this;
        }

        public Builder tauResponse(double value) {
            tauResponse = value;
            return this;
        }

        public Builder responseWindow(double value) {
            responseWindow = value;
            return this;
        }

        public Builder eta0(double value) {
            eta0 = value;
            return this;
        }

        public Builder tauEta(double value) {
            tauEta = value;
            return this;
        }

        public Builder etaWindow(double value) {
            etaWindow = value;
            return this;
        }

        public CSRM build() {
            return new CSRM(threshold, rest, refractory, kernel, tauResponse, responseWindow, eta0, tauEta, etaWindow);
        }
    }
}
