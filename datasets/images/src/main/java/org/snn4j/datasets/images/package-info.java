/** Labelled grey images: IDX files, the bundled MNIST digits, image files, orders and splits that a seed fixes. */
package org.snn4j.datasets.images;
