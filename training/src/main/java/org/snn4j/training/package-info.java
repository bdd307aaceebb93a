/** The protocol: train, assign labels, test; and models on disk. */
package org.snn4j.training;
