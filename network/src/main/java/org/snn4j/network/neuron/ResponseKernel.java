package org.snn4j.network.neuron;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The course of a membrane potential after an input of 1 mV: epsilon(s) for the time s ≥ 0 since the input, without a unit.
 * Its one parameter tau is a time constant or width, ms. The exponential, alpha, triangular and rectangular kernels have
 * the same area, tau; all but alpha are 1 at their highest. Gerstner and Kistler 2002, Spiking Neuron Models, section 4.2;
 * Shrestha and Orchard 2018 (SLAYER), arXiv 1810.08646.
 */
public enum ResponseKernel {
    /** e^(−s/tau): the potential of a leaky integrator; 1 at once. */
    @JsonProperty("exponential")
    EXPONENTIAL {
        @Override
        public double at(double s, double tau) {
            return StrictMath.exp(-s / tau);
        }
    },
    /** (s/tau) e^(−s/tau): 1/e at tau. */
    @JsonProperty("alpha")
    ALPHA {
        @Override
        public double at(double s, double tau) {
            return s / tau * StrictMath.exp(-s / tau);
        }
    },
    /** (s/tau) e^(1 − s/tau), as SLAYER has it: 1 at tau, area e tau. */
    @JsonProperty("slayerAlpha")
    SLAYER_ALPHA {
        @Override
        public double at(double s, double tau) {
            return s / tau * StrictMath.exp(1 - s / tau);
        }
    },
    /** e^(−|s − tau|/tau): 1/e at once, 1 at tau, area (2 − 1/e) tau. */
    @JsonProperty("laplacian")
    LAPLACIAN {
        @Override
        public double at(double s, double tau) {
            return StrictMath.exp(-Math.abs(s - tau) / tau);
        }
    },
    /** 1 − |s − tau|/tau, but 0 from 2 tau on: 1 at tau. */
    @JsonProperty("triangular")
    TRIANGULAR {
        @Override
        public double at(double s, double tau) {
            return Math.max(1 - Math.abs(s - tau) / tau, 0);
        }
    },
    /** 1 as long as s &lt; tau, then 0. */
    @JsonProperty("rectangular")
    RECTANGULAR {
        @Override
        public double at(double s, double tau) {
            return tau - s > ROUNDING * tau ? 1 : 0;
        }
    };

    /** What a multiple of dt may be off by. */
    private static final double ROUNDING = 1e-9;

    /**
     * The value at one time.
     *
     * @param s the time since the input, at least 0, ms
     * @param tau ms
     */
    public abstract double at(double s, double tau);
}
