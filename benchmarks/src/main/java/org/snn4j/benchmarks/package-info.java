/** JMH cases: array kernels, encoders, steps and samples. {@code benchmarks/jmh} runs them. */
package org.snn4j.benchmarks;
