package org.snn4j.network.event;

/**
 * The synapses of each neuron on one side of a dense connection, in the order of their delays.
 *
 * @param others for each neuron those on the other side, the ones of the shortest delay first, then by number
 * @param first for each neuron where those of each delay begin, in steps; one more entry for the end
 */
record DelayOrder(int[][] others, int[][] first) {
    /**
     * Orders synapses.
     *
     * @param steps for each neuron on this side and each on the other, the delay of their synapse
     * @param longest the longest of them
     */
    static DelayOrder of(int[][] steps, int longest) {
        int[][] others = new int[steps.length][];
        int[][] first = new int[steps.length][longest + 2];
        for (int i = 0; i < steps.length; i++) {
            for (int delay : steps[i]) {
                first[i][delay + 1]++;
            }
            for (int delay = 0; delay <= longest; delay++) {
                first[i][delay + 1] += first[i][delay];
            }
            others[i] = ordered(steps[i], first[i].clone());
        }
        return new DelayOrder(others, first);
    }

    private static int[] ordered(int[] delays, int[] next) {
        int[] ordered = new int[delays.length];
        for (int other = 0; other < delays.length; other++) {
            ordered[next[delays[other]]++] = other;
        }
        return ordered;
    }
}
