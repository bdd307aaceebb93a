/** Drawn or photographed digits, made to look like MNIST's. */
package org.snn4j.datasets.images.digit;
