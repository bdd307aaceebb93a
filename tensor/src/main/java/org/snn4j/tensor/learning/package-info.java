/** Learning rules in ND4J operations, one class for each rule, and the register of them. */
package org.snn4j.tensor.learning;
