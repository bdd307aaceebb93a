package org.snn4j.network.event;

/**
 * Those synapses of a dense connection that have one delay, for a rule that learns at arrival: it works on them as on a
 * connection of their own.
 */
final class SynapsesOfDelay implements Synapses {
    private final DenseProjection connection;
    private final DelayOrder outgoing;
    private final DelayOrder incoming;
    private final int delay;
    private final ChangedWeights changed;
    /** The neurons on the other side of a spike's synapses that are to be visited, and their traces. */
    private final int[] visited;

    private final float[] traces;

    /** @param changed collects what rules change, for the connection to clip */
    SynapsesOfDelay(
            DenseProjection connection, DelayOrder outgoing, DelayOrder incoming, int delay, ChangedWeights changed) {
        this.connection = connection;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.delay = delay;
        this.changed = changed;
        int most = Math.max(outgoing.others().length, incoming.others().length);
        this.visited = new int[most];
        this.traces = new float[most];
    }

    @Override
    public void applyOnPre(SpikeList sources, Traces targets, PairUpdate update) {
        if (targets.active().count() == 0) {
            return;
        }
        float[][] changes = connection.changes(update);
        for (int k = 0; k < sources.count(); k++) {
            int source = sources.get(k);
            int count = visit(outgoing, source, targets, false);
            update.addOnPre(weights().rows()[source], changes[source], visited, traces, count);
            for (int v = 0; v < count; v++) {
                changed.add(source, visited[v]);
                connection.targetChanged(visited[v]);
            }
        }
    }

    @Override
    public void applyOnPost(SpikeList targets, Traces sources, PairUpdate update) {
        float[][] changes = connection.changes(update);
        for (int k = 0; k < targets.count(); k++) {
            int target = targets.get(k);
            int count = visit(incoming, target, sources, update.changesSilentSources());
            update.addOnPost(weights().rows(), changes, target, visited, traces, count);
            for (int v = 0; v < count; v++) {
                changed.add(visited[v], target);
            }
            connection.targetChanged(target);
        }
    }

    /** Lists the neurons beyond the synapses of one neuron that have a trace, or all; returns how many there are. */
    private int visit(DelayOrder order, int neuron, Traces others, boolean all) {
        int[] candidates = order.others()[neuron];
        int end = order.first()[neuron][delay + 1];
        float[] trace = others.byNeuron();
        int count = 0;
        for (int t = order.first()[neuron][delay]; t < end; t++) {
            int other = candidates[t];
            if (all || trace[other] != 0) {
                visited[count] = other;
                traces[count++] = trace[other];
            }
        }
        return count;
    }

    @Override
    public void settle() {
        connection.settle(changed);
    }

    @Override
    public WeightField weights() {
        return connection.weights();
    }

    @Override
    public WeightField zeros() {
        return connection.zeros();
    }

    @Override
    public void addFrom(WeightField field, int source, float[] perTarget, float factor) {
        int[] targets = outgoing.others()[source];
        int end = outgoing.first()[source][delay + 1];
        for (int t = outgoing.first()[source][delay]; t < end; t++) {
            field.rows()[source][targets[t]] += factor * perTarget[targets[t]];
            noteChange(field, source, targets[t]);
        }
    }

    @Override
    public void addInto(WeightField field, int target, float[] perSource, float factor) {
        int[] sources = incoming.others()[target];
        int end = incoming.first()[target][delay + 1];
        for (int t = incoming.first()[target][delay]; t < end; t++) {
            field.rows()[sources[t]][target] += factor * perSource[sources[t]];
            noteChange(field, sources[t], target);
        }
    }

    private void noteChange(WeightField field, int source, int target) {
        if (field == weights()) {
            changed.add(source, target);
            connection.targetChanged(target);
        }
    }

    @Override
    public void addToWeights(WeightField field, float factor) {
        connection.addToWeights(field, factor);
    }
}
