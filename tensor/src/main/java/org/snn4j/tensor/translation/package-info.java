/** What all translations of models to ND4J share. */
package org.snn4j.tensor.translation;
