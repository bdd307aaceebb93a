/** Files: NumPy's {@code .npy} format read strictly, writing that leaves nothing half done, and digests. */
package org.snn4j.network.file;
