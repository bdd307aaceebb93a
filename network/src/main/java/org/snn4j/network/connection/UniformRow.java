package org.snn4j.network.connection;

import org.snn4j.network.random.AddressedRandom;

/** Numbers for the synapses of one source, drawn uniformly from [low, high), one 32-bit number each. */
record UniformRow(double low, double high) {
    /** @param row modified: receives one number for each target */
    void fill(AddressedRandom random, int connection, int source, float[] row) {
        int[] lanes = new int[AddressedRandom.LANES];
        float from = (float) low;
        float width = (float) (high - low);
        float below = high > low ? Math.nextDown((float) high) : from;
        for (int target = 0; target < row.length; target++) {
            int lane = target % AddressedRandom.LANES;
            if (lane == 0) {
                random.block(connection, source, target / AddressedRandom.LANES, lanes);
            }
            row[target] = Math.min(from + width * AddressedRandom.unitFloat(lanes[lane]), below);
        }
    }
}
