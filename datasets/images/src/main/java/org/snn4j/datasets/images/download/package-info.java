/** Downloads with pinned hashes. */
package org.snn4j.datasets.images.download;
