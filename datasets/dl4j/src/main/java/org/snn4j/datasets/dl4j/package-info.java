/** The data sets and results of snn4j in the types of ND4J, DataVec and Deeplearning4j, and back. */
package org.snn4j.datasets.dl4j;
