/** Connections in ND4J operations, one class for each kind, and the register of them. */
package org.snn4j.tensor.connection;
