package org.snn4j.tensor.layer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Interventions;
import org.snn4j.network.Layer;
import org.snn4j.network.Receptor;
import org.snn4j.network.Run;
import org.snn4j.network.Variable;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.neuron.Input;
import org.snn4j.tensor.array.ArrayStore;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.neuron.Cells;
import org.snn4j.tensor.neuron.NeuronTranslations;
import org.snn4j.tensor.neuron.TensorDynamics;
import org.snn4j.tensor.translation.Step;

/** The state of one layer: spikes, input and traces of the whole batch, and the neurons' own dynamics. */
public final class TensorLayer implements SynapseSide {
    private final Layer layer;
    private final Cells cells;
    /** Absent for an Input layer, whose spikes come from outside. */
    private final Optional<TensorDynamics> dynamics;

    private final Optional<SpikeTrace> trace;
    private final OutsideInput outside;
    private final Optional<Forcing> voltage;
    private final Forcing clamp;
    private final Forcing unclamp;
    private final Program clearInput;
    private final Program addOutside;

    public TensorLayer(Layer layer, PopulationSpec spec, ArrayStore store) {
        this.layer = layer;
        this.cells = new Cells(spec, zeros(spec, store), zeros(spec, store), zeros(spec, store), store);
        this.dynamics = layer.neurons() instanceof Input
                ? Optional.empty()
                : Optional.of(NeuronTranslations.dynamics(layer, cells));
        this.trace = layer.trace().map(kept -> new SpikeTrace(kept, cells));
        this.outside = new OutsideInput(layer.name(), spec, dynamics.isPresent() ? cells.scratch() : cells.spikes());
        this.voltage = state(Variable.VOLTAGE).map(v -> Forcing.voltage(cells, v));
        this.clamp = Forcing.clamp(cells);
        this.unclamp = Forcing.unclamp(cells);
        this.clearInput = new Program().set(cells.input(), 0);
        this.addOutside = new Program().add(cells.input(), cells.scratch());
    }

    public void begin(Run run) {
        Interventions forced = run.interventions();
        outside.begin(run);
        voltage.ifPresent(forcing ->
                forcing.begin(Optional.ofNullable(forced.injectVoltage().get(layer.name()))));
        clamp.begin(Optional.ofNullable(forced.clamp().get(layer.name())));
        unclamp.begin(Optional.ofNullable(forced.unclamp().get(layer.name())));
    }

    /** Clears the input, which connections then add to. */
    public void clearInput() {
        if (dynamics.isPresent()) {
            clearInput.run();
        }
    }

    /** External input, injected voltage, neurons, clamps, traces. The synaptic input is in place already. */
    public void step(Step now) {
        if (dynamics.isPresent()) {
            integrate(now, dynamics.get());
        } else if (outside.isPresent()) {
            outside.show(now.index());
        } else {
            cells.spikes().assign(0);
        }
        clamp.apply(now.index());
        unclamp.apply(now.index());
        trace.ifPresent(SpikeTrace::advance);
    }

    private void integrate(Step now, TensorDynamics neurons) {
        if (outside.isPresent()) {
            outside.show(now.index());
            addOutside.run();
        }
        voltage.ifPresent(forcing -> forcing.apply(now.index()));
        neurons.step(now);
    }

    public void reset() {
        dynamics.ifPresent(TensorDynamics::reset);
        trace.ifPresent(SpikeTrace::reset);
        cells.spikes().assign(0);
    }

    @Override
    public Layer layer() {
        return layer;
    }

    @Override
    public PopulationSpec spec() {
        return cells.spec();
    }

    /** What connections onto a receptor add to in this step, [batch, neurons], live. */
    public INDArray input(Receptor receptor) {
        return receptor == Receptor.EXCITATORY
                ? cells.input()
                : dynamics.orElseThrow().inhibition();
    }

    /** The live spikes, [batch, neurons]: of this step once {@link #step} has been called, before that of the last. */
    @Override
    public INDArray spikes() {
        return cells.spikes();
    }

    @Override
    public Optional<INDArray> state(Variable variable) {
        if (Variable.TRACE.equals(variable)) {
            return trace.map(SpikeTrace::x);
        }
        return dynamics.map(TensorDynamics::state).map(state -> state.get(variable));
    }

    /** The variables that {@link #state} knows. */
    public Set<Variable> variables() {
        Set<Variable> variables = new HashSet<>();
        dynamics.ifPresent(neurons -> variables.addAll(neurons.state().keySet()));
        trace.ifPresent(kept -> variables.add(Variable.TRACE));
        return variables;
    }

    /** The live arrays that the neurons have learned, [neurons]. */
    public Map<Variable, INDArray> learned() {
        Map<Variable, INDArray> learned = new HashMap<>();
        for (Variable variable : dynamics.map(TensorDynamics::learned).orElse(Set.of())) {
            learned.put(variable, state(variable).orElseThrow());
        }
        return learned;
    }

    private static INDArray zeros(PopulationSpec spec, ArrayStore store) {
        return store.zeros(spec.batch(), spec.neurons());
    }
}
