/** Choosing settings on a validation split of the training images. */
package org.snn4j.training.search;
