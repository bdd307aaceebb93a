package org.snn4j.network.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.snn4j.network.Layer;
import org.snn4j.network.NonFiniteException;
import org.snn4j.network.Run;
import org.snn4j.network.Variable;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.SpikeTrain;

/** The state of one layer: for each sample of the batch its spikes, input and traces, and the neurons' own dynamics. */
final class Population {
    private final Layer layer;
    private final PopulationSpec spec;
    /** Absent for an Input layer, whose spikes come from outside. */
    private final Optional<NeuronDynamics> dynamics;

    /** By sample, the live variables of the neurons. */
    private final List<Map<Variable, float[]>> watched;

    private final SynapticInput[] input;
    private final Traces[] traces;
    private SpikeList[] spikes;
    private SpikeHistory history;
    /** Of the run that goes on; none before the first. */
    private Drive drive;

    /** Whether this run's spikes reach later layers in the step that fires them. */
    private boolean deliversAtOnce;
    /** The same of the run that fired {@link #spikes}. */
    private boolean firedAtOnce;
    /** Whether a run of the other kind may have left spikes that are still under way. */
    private boolean deliveryChanged;

    Population(Layer layer, PopulationSpec spec) {
        this.layer = layer;
        this.spec = spec;
        this.dynamics = dynamics(layer, spec);
        this.watched = IntStream.range(0, dynamics.isPresent() ? spec.batch() : 0)
                .mapToObj(sample -> dynamics.get().state(sample))
                .toList();
        this.input = IntStream.range(0, spec.batch())
                .mapToObj(sample -> new SynapticInput(spec.neurons()))
                .toArray(SynapticInput[]::new);
        this.traces = layer.trace().map(trace -> Traces.perSample(trace, spec)).orElse(new Traces[0]);
        this.spikes = SpikeList.perSample(spec.batch(), spec.neurons());
        this.history = new SpikeHistory(spec, 1);
    }

    void beginRun(Run run) {
        drive = Drive.of(run, layer);
        deliversAtOnce = run.delivery() == Run.Delivery.SAME_STEP;
        deliveryChanged = firedAtOnce != deliversAtOnce || history.holdsOther(deliversAtOnce);
        for (Traces trace : traces) {
            trace.beginRun(foreseen());
        }
    }

    /** Makes the spikes of the last step the previous ones, and room for this step's. */
    void turn() {
        spikes = history.push(spikes, firedAtOnce);
        firedAtOnce = deliversAtOnce;
        for (int sample = 0; sample < spikes.length; sample++) {
            spikes[sample].clear();
            input[sample].clear();
        }
    }

    /** External input, injected voltage, neurons, clamps, traces. The synaptic input is in place already. */
    void step(StepClock clock) {
        if (dynamics.isPresent()) {
            step(clock, dynamics.get());
        } else {
            for (int sample = 0; sample < spec.batch(); sample++) {
                drive.addSpikes(clock.step(), sample, spikes[sample]);
            }
        }
        if (drive.forces()) {
            for (int sample = 0; sample < spec.batch(); sample++) {
                drive.force(clock.step(), spikes[sample]);
            }
        }
        for (int sample = 0; sample < traces.length; sample++) {
            traces[sample].advance(spikes[sample]);
        }
    }

    private void step(StepClock clock, NeuronDynamics neurons) {
        neurons.beginStep(clock);
        for (int sample = 0; sample < spec.batch(); sample++) {
            if (drive.hasInput(clock.step(), sample)) {
                drive.addInput(clock.step(), sample, input[sample].all());
            }
            if (drive.injectsVoltage()) {
                drive.injectVoltage(clock.step(), neurons.state(sample).get(Variable.VOLTAGE));
            }
            boolean sparse = input[sample].isSparse() && !drive.injectsVoltage();
            if (!sparse
                    || !neurons.sparseStep(
                            clock, sample, input[sample].values(), input[sample].touched(), spikes[sample])) {
                neurons.step(clock, sample, input[sample].all(), spikes[sample]);
            }
        }
        neurons.endStep(clock);
    }

    /** @throws NonFiniteException if a state variable of the neurons is infinite or not a number, naming it */
    void requireFinite(StepClock clock) {
        for (int sample = 0; sample < watched.size(); sample++) {
            Map<Variable, float[]> ofSample = watched.get(sample);
            for (Map.Entry<Variable, float[]> variable : ofSample.entrySet()) {
                int neuron = FiniteState.firstOther(variable.getValue());
                if (neuron >= 0) {
                    throw new NonFiniteException(
                            layer.name() + "." + variable.getKey() + FiniteState.place(layer.shape(), neuron),
                            variable.getValue()[neuron],
                            clock.sample(sample));
                }
            }
        }
    }

    /** Called between runs. */
    void carry(StateTransfer state) {
        for (int sample = 0; sample < spec.batch(); sample++) {
            int ofSample = sample;
            dynamics.ifPresent(neurons -> neurons.carry(ofSample, state));
            state.list(spikes[sample]);
        }
        for (Traces trace : traces) {
            trace.carry(state);
        }
        history.carry(state);
        firedAtOnce = state.flag(firedAtOnce);
    }

    /** Whether no spike is under way from here, and nothing from outside reaches it in this run. */
    boolean isLeftAlone() {
        return spikes[0].count() == 0 && history.isEmpty() && drive.isNothing();
    }

    /** Whether every spike of this run, and those before it that are still under way, arrives one step later or more. */
    boolean deliversInNextStep() {
        return !deliversAtOnce && !deliveryChanged;
    }

    Optional<NeuronDynamics> dynamics() {
        return dynamics;
    }

    /** Goes on by steps in which none of the only sample's neurons fires but those that are foreseen. @param step the last of them */
    void pass(int steps, int step) {
        for (Traces trace : traces) {
            trace.pass(steps);
        }
        if (dynamics.isEmpty()) {
            spikes[0].clear();
            drive.addSpikes(step, 0, spikes[0]);
        }
    }

    void reset() {
        dynamics.ifPresent(NeuronDynamics::reset);
        for (Traces trace : traces) {
            trace.reset();
        }
        for (int sample = 0; sample < spec.batch(); sample++) {
            spikes[sample].clear();
        }
        history.clear();
    }

    Layer layer() {
        return layer;
    }

    PopulationSpec spec() {
        return spec;
    }

    /** The live input of one sample, for connections to add to. */
    SynapticInput input(int sample) {
        return input[sample];
    }

    /** The live input over the inhibitory receptor of one sample, for neurons that have one. */
    float[] inhibition(int sample) {
        return dynamics.orElseThrow().inhibition(sample);
    }

    /** The spikes of this step. */
    SpikeList spikes(int sample) {
        return spikes[sample];
    }

    /**
     * The spikes that reach {@code target} in this step over a connection with the given delay, in steps: ascending, and a
     * neuron twice where a spike that is delivered at once catches up with one that is delivered in the next step.
     */
    SpikeList arriving(Population target, int sample, int delay) {
        boolean leadsOn = spec.layer() < target.spec.layer();
        if (leadsOn && deliveryChanged) {
            return arrivingFromBothKinds(sample, delay);
        }
        return fired(sample, leadsOn && deliversAtOnce ? delay : delay + 1);
    }

    private SpikeList arrivingFromBothKinds(int sample, int delay) {
        boolean atOnce = delay == 0 ? firedAtOnce : history.firedAtOnce(delay);
        boolean inNextStep = !history.firedAtOnce(delay + 1);
        if (atOnce && inNextStep) {
            return SpikeList.merged(fired(sample, delay), fired(sample, delay + 1));
        }
        if (atOnce || inNextStep) {
            return fired(sample, atOnce ? delay : delay + 1);
        }
        return SpikeList.NONE;
    }

    /** The spikes of {@code age} steps ago, 0 for those of this step. */
    SpikeList fired(int sample, int age) {
        return age == 0 ? spikes[sample] : history.get(sample, age);
    }

    /** Prepares for connections whose spikes arrive up to {@code delay} steps later than the next. */
    void rememberFor(int delay) {
        history = delay + 1 > history.depth() ? new SpikeHistory(spec, delay + 1) : history;
    }

    /** The traces of one sample; the network has checked that a layer whose traces are read keeps them. */
    Traces traces(int sample) {
        return traces[sample];
    }

    /** The spikes of this run, if it is an input layer of one sample that nothing but them makes fire, one step later. */
    Optional<SpikeTrain> foreseen() {
        return dynamics.isPresent() || deliversAtOnce ? Optional.empty() : drive.foreseen();
    }

    boolean has(Variable variable) {
        return variables().contains(variable);
    }

    /** The variables that {@link #copyState} knows. */
    Set<Variable> variables() {
        Set<Variable> variables = new HashSet<>();
        dynamics.ifPresent(neurons -> variables.addAll(neurons.state(0).keySet()));
        if (traces.length > 0) {
            variables.add(Variable.TRACE);
        }
        return variables;
    }

    void copyState(Variable variable, int sample, float[] target, int offset) {
        if (Variable.TRACE.equals(variable)) {
            traces[sample].copyTo(target, offset);
        } else {
            float[] state = state(variable, sample);
            System.arraycopy(state, 0, target, offset, state.length);
        }
    }

    /** A live state variable that the neurons have, one value for each. */
    float[] state(Variable variable, int sample) {
        return dynamics.orElseThrow().state(sample).get(variable);
    }

    /** The live arrays that the neurons have learned. */
    Map<Variable, float[]> learned() {
        Map<Variable, float[]> learned = new HashMap<>();
        dynamics.ifPresent(neurons -> neurons.learned()
                .forEach(variable -> learned.put(variable, neurons.state(0).get(variable))));
        return learned;
    }

    private static Optional<NeuronDynamics> dynamics(Layer layer, PopulationSpec spec) {
        if (layer.neurons() instanceof Input) {
            return Optional.empty();
        }
        if (layer.neurons() instanceof EventNeuron model) {
            return Optional.of(model.dynamics(spec));
        }
        throw new UnsupportedOperationException("the event engine cannot run the neurons of layer " + layer.name()
                + ": " + layer.neurons().type() + " does not implement EventNeuron");
    }
}
