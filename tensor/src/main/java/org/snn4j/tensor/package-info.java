/** snn4j in ND4J: the tensor engine, and conversion to and from its arrays. */
package org.snn4j.tensor;
