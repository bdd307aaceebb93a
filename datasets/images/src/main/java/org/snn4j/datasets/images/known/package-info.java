/** Data sets that are known by name, in folders, or in a cache that they are downloaded to. */
package org.snn4j.datasets.images.known;
