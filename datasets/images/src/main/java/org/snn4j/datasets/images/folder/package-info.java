/** Folders of image files, one for each class. */
package org.snn4j.datasets.images.folder;
