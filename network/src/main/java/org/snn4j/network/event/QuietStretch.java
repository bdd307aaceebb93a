package org.snn4j.network.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.snn4j.network.Connection;
import org.snn4j.network.Network;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.neuron.Input;

/**
 * The steps between output spikes, in which a network like Diehl and Cook's does little: inputs fire, as was known before the run,
 * the neurons that they drive integrate, and all others lie still. It takes them one after another, past everything that has
 * nothing to do, with the same results to the bit.
 *
 * <p>It serves networks with one input layer, whose one connection is an {@link InputProjection} to {@link QuietDynamics quiet}
 * neurons; whatever else there is may only be reached by connections that do nothing without spikes.
 */
final class QuietStretch {
    private final InputProjection input;
    private final Population source;
    private final Population driven;
    private final QuietDynamics dynamics;
    private final List<Population> others;
    /** Whether this run is one of those that it can take steps of. */
    private boolean serves;

    private QuietStretch(InputProjection input, Population[] populations) {
        this.input = input;
        this.source = input.source();
        this.driven = input.target();
        this.dynamics = (QuietDynamics) driven.dynamics().orElseThrow();
        this.others = Arrays.stream(populations)
                .filter(population -> population != source && population != driven)
                .toList();
    }

    /** That of a network; none where it serves none of its runs. @param projections in the order of the connections */
    static Optional<QuietStretch> of(Network network, Population[] populations, Projection[] projections) {
        List<InputProjection> inputs = new ArrayList<>();
        for (int i = 0; i < projections.length; i++) {
            if (projections[i] instanceof InputProjection input) {
                inputs.add(input);
            } else if (!doesNothingWithoutSpikes(network, network.connections().get(i))) {
                return Optional.empty();
            }
        }
        long inputLayers = network.layers().stream()
                .filter(layer -> layer.neurons() instanceof Input)
                .count();
        return inputs.stream()
                .filter(input -> inputs.size() == 1 && inputLayers == 1)
                .filter(input -> input.target().dynamics().orElseThrow() instanceof QuietDynamics)
                .map(input -> new QuietStretch(input, populations))
                .findFirst();
    }

    private static boolean doesNothingWithoutSpikes(Network network, Connection connection) {
        boolean withoutMatrix =
                connection.topology() instanceof OneToOne || connection.topology() instanceof AllButSelf;
        return withoutMatrix && !(network.layer(connection.source()).neurons() instanceof Input);
    }

    /** Called at the beginning of each run, after the layers'. */
    void begin() {
        serves = source.foreseen().isPresent() && source.deliversInNextStep() && driven.deliversInNextStep();
        for (int k = 0; k < others.size(); k++) {
            serves &= others.get(k).deliversInNextStep();
        }
    }

    /** Takes steps until the next would make a neuron fire, at most so many. @return how many */
    int take(StepClock clock, int most) {
        if (!serves || !input.foresees(clock) || !isStill()) {
            return 0;
        }
        int taken = 0;
        while (taken < most && stepQuietly(clock)) {
            taken++;
        }
        if (taken > 0) {
            end(clock, taken);
        }
        return taken;
    }

    private boolean stepQuietly(StepClock clock) {
        int offset = input.foresee();
        if (!dynamics.stepQuietly(clock, input.foreseen(), offset)) {
            return false;
        }
        clock.tick();
        driven.pass(1, clock.step());
        input.pass(clock);
        return true;
    }

    private boolean isStill() {
        boolean still = driven.isLeftAlone();
        for (int k = 0; k < others.size() && still; k++) {
            Population other = others.get(k);
            still = other.isLeftAlone() && other.dynamics().orElseThrow().isIdle();
        }
        return still;
    }

    private void end(StepClock clock, int taken) {
        input.endPassing();
        dynamics.endQuietSteps();
        source.pass(taken, clock.step());
        for (int k = 0; k < others.size(); k++) {
            others.get(k).pass(taken, clock.step());
            others.get(k).dynamics().orElseThrow().idle(taken);
        }
    }
}
