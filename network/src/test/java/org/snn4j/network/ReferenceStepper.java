package org.snn4j.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.neuron.DiehlAndCook;

/** The order of a step of the {@link ReferenceSimulator}, and what a simulation asks of it. */
final class ReferenceStepper implements Stepper {
    private final Network network;
    private final List<ReferenceSimulator.Cells> layers;
    private final List<ReferenceSimulator.Synapses> connections;
    private final Map<String, Learned> learned = new LinkedHashMap<>();
    private Run run;
    private int step;

    ReferenceStepper(
            Network network, List<ReferenceSimulator.Cells> layers, List<ReferenceSimulator.Synapses> connections) {
        this.network = network;
        this.layers = layers;
        this.connections = connections;
        for (int c = 0; c < connections.size(); c++) {
            if (network.connections().get(c).topology() instanceof Dense) {
                float[][] w = connections.get(c).w;
                learned.put(network.connectionName(c) + ".w", new Learned(Shape.of(w.length, w[0].length), w));
            }
        }
        for (ReferenceSimulator.Cells cells : layers) {
            if (cells.layer.neurons() instanceof DiehlAndCook) {
                learned.put(cells.layer.name() + ".theta", new Learned(cells.layer.shape(), cells.theta));
            }
        }
    }

    @Override
    public void begin(Run begun) {
        if (!begun.interventions().equals(Interventions.NONE) || begun.delivery() != Run.Delivery.NEXT_STEP) {
            throw new UnsupportedOperationException(
                    "the reference simulator knows neither interventions nor delivery in the same step");
        }
        run = begun;
        step = 0;
        layers.forEach(cells -> cells.begin(run.inputs().get(cells.layer.name())));
    }

    @Override
    public void step() {
        layers.forEach(ReferenceSimulator.Cells::turn);
        connections.forEach(ReferenceSimulator.Synapses::deliver);
        layers.forEach(cells -> cells.step(step, run.learning()));
        if (run.learning()) {
            connections.forEach(ReferenceSimulator.Synapses::learn);
        }
        step++;
    }

    @Override
    public void end() {
        connections.forEach(synapses -> synapses.plasticity.norm().ifPresent(synapses::normalize));
    }

    @Override
    public void reset() {
        layers.forEach(ReferenceSimulator.Cells::reset);
    }

    @Override
    public int spikes(int layer, int sample, int[] target) {
        boolean[] s = layers.get(layer).s[sample];
        int count = 0;
        for (int j = 0; j < s.length; j++) {
            if (s[j]) {
                target[count++] = j;
            }
        }
        return count;
    }

    @Override
    public Set<Variable> variables(int layer) {
        return Set.of(Variable.VOLTAGE, Variable.TRACE, Variable.THETA);
    }

    @Override
    public void copyState(int layer, Variable variable, int sample, float[] target, int offset) {
        ReferenceSimulator.Cells cells = layers.get(layer);
        Map<String, float[]> state = Map.of("v", cells.v[sample], "x", cells.x[sample], "theta", cells.theta);
        System.arraycopy(state.get(variable.name()), 0, target, offset, cells.size);
    }

    @Override
    public Set<Variable> synapticVariables(int connection) {
        return network.connections().get(connection).topology() instanceof Dense ? Set.of(Variable.WEIGHTS) : Set.of();
    }

    @Override
    public void copySynapses(int connection, Variable variable, float[] target, int offset) {
        float[][] w = connections.get(connection).w;
        for (int i = 0; i < w.length; i++) {
            System.arraycopy(w[i], 0, target, offset + i * w[i].length, w[i].length);
        }
    }

    @Override
    public LearnedState learned() {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        learned.forEach((name, live) -> arrays.put(name, live.copy()));
        return new LearnedState(arrays);
    }

    @Override
    public void restore(LearnedState state) {
        learned.forEach((name, live) -> live.replace(state.require(name)));
    }

    @Override
    public void close() {
        // It holds nothing but memory.
    }

    /** Something that is learned: its live values, in rows. */
    private record Learned(Shape shape, float[]... rows) {
        FloatArray copy() {
            float[] values = new float[shape.size()];
            visit((i, j) -> values[i * rows[0].length + j] = rows[i][j]);
            return FloatArray.of(shape, values);
        }

        void replace(FloatArray values) {
            visit((i, j) -> rows[i][j] = values.get(i * rows[0].length + j));
        }

        private void visit(ReferenceSimulator.Visit visit) {
            ReferenceSimulator.forEach(rows.length, rows[0].length, visit);
        }
    }
}
