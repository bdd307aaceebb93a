/** ND4J arrays that live as long as a simulation, and lists of operations on them. */
package org.snn4j.tensor.array;
