package org.snn4j.network.event;

import java.util.Optional;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.connection.Dense;

/** What a dense connection's weights must keep, whatever a rule does: masked synapses their zero, sources their sign. */
final class RowConstraint {
    private final Optional<ByteArray> mask;
    /** For each source 1 or −1, by its weights at the start. */
    private final int[] signs;

    private final boolean keepsSigns;

    RowConstraint(Dense dense, float[][] rows, boolean keepsSigns) {
        this.mask = dense.mask();
        this.keepsSigns = keepsSigns;
        this.signs = new int[rows.length];
        for (int source = 0; source < rows.length; source++) {
            signs[source] = sign(source, rows[source]);
        }
    }

    /** Modifies the rows. */
    void apply(float[][] rows) {
        if (mask.isEmpty() && !keepsSigns) {
            return;
        }
        for (int source = 0; source < rows.length; source++) {
            float[] row = rows[source];
            for (int j = 0; j < row.length && mask.isPresent(); j++) {
                row[j] = isMasked(source * row.length + j) ? 0 : row[j];
            }
            if (keepsSigns && signs[source] > 0) {
                Kernels.atLeast(row, 0);
            } else if (keepsSigns) {
                Kernels.atMost(row, 0);
            }
        }
    }

    private boolean isMasked(int synapse) {
        return mask.isPresent() && mask.get().get(synapse) == 1;
    }

    private int sign(int source, float[] row) {
        boolean excites = false;
        boolean inhibits = false;
        for (int j = 0; j < row.length; j++) {
            excites |= row[j] > 0 && !isMasked(source * row.length + j);
            inhibits |= row[j] < 0 && !isMasked(source * row.length + j);
        }
        if (keepsSigns && excites && inhibits) {
            throw new IllegalArgumentException("source neuron " + source
                    + " both excites and inhibits at the start; to keep signs, its weights must have one");
        }
        return inhibits ? -1 : 1;
    }
}
