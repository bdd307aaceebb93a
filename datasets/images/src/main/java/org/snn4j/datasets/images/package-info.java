/** Labelled grey images: IDX files, the bundled MNIST digits, and single image files made to look like them. */
package org.snn4j.datasets.images;
