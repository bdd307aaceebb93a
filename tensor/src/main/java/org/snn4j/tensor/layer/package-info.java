/** Layers in the tensor engine: input from outside, neurons, traces. */
package org.snn4j.tensor.layer;
