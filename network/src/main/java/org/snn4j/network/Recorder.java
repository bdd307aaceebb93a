package org.snn4j.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.snn4j.network.array.Shape;

/** All that is recorded in a simulation, and what there is to record. */
final class Recorder {
    private final Network network;
    private final List<Recording> recordings = new ArrayList<>();

    Recorder(Network network) {
        this.network = network;
    }

    /** @throws IllegalArgumentException if the layer has no such variable */
    Recording layer(int layer, Variable variable, Retention retention, Stepper stepper) {
        Layer recorded = network.layers().get(layer);
        if (!variables(layer, stepper).contains(variable)) {
            throw new IllegalArgumentException(
                    "layer " + recorded.name() + " (" + recorded.neurons().type() + ") has no variable " + variable
                            + "; it has " + variables(layer, stepper));
        }
        return add(new Quantity.OfLayer(recorded, layer, variable), retention);
    }

    /** @throws IllegalArgumentException if the connection has no such variable */
    Recording connection(int connection, Variable variable, Retention retention, Stepper stepper) {
        String name = network.connectionName(connection);
        if (!stepper.synapticVariables(connection).contains(variable)) {
            throw new IllegalArgumentException("connection " + name + " ("
                    + network.connections().get(connection).topology().type() + ") has no variable " + variable
                    + "; it has " + sorted(stepper.synapticVariables(connection)));
        }
        return add(new Quantity.OfConnection(name, connection, shape(connection), variable), retention);
    }

    /** All variables of all layers and connections, by name. */
    List<Variable> variables(Stepper stepper) {
        Set<Variable> all = new HashSet<>();
        for (int i = 0; i < network.layers().size(); i++) {
            all.addAll(variables(i, stepper));
        }
        for (int i = 0; i < network.connections().size(); i++) {
            all.addAll(stepper.synapticVariables(i));
        }
        return sorted(all);
    }

    /**
     * Records variables in whatever layers and connections have them.
     *
     * @throws IllegalArgumentException if none has one of them
     */
    Monitor monitor(Collection<Variable> wanted, Retention retention, Stepper stepper) {
        requirePresent(wanted, variables(stepper));
        List<Recording> all = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            for (Variable variable : variables(i, stepper)) {
                if (wanted.contains(variable)) {
                    all.add(layer(i, variable, retention, stepper));
                }
            }
        }
        for (int i = 0; i < network.connections().size(); i++) {
            for (Variable variable : sorted(stepper.synapticVariables(i))) {
                if (wanted.contains(variable)) {
                    all.add(connection(i, variable, retention, stepper));
                }
            }
        }
        return Monitor.of(all);
    }

    /** @throws IllegalStateException if a recording cannot hold a run */
    void requireRoom(int steps, int batch) {
        for (Recording recording : recordings) {
            recording.requireRoom(steps, batch);
        }
    }

    void begin(int steps, int batch) {
        for (Recording recording : recordings) {
            recording.begin(steps, batch);
        }
    }

    /** Whether anything is recorded besides spikes of neurons. */
    boolean followsEveryStep() {
        for (int i = 0; i < recordings.size(); i++) {
            if (recordings.get(i).followsEveryStep()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Called after every step, or several: without an iterator, which would be made in every step.
     *
     * @param steps how many were taken; in all but the last no layer but inputs has fired
     */
    void capture(Stepper stepper, int steps) {
        for (int i = 0; i < recordings.size(); i++) {
            recordings.get(i).capture(stepper, steps);
        }
    }

    private Recording add(Quantity quantity, Retention retention) {
        Recording recording = new Recording(quantity, retention);
        recordings.add(recording);
        return recording;
    }

    private static void requirePresent(Collection<Variable> wanted, List<Variable> present) {
        for (Variable variable : wanted) {
            if (!present.contains(variable)) {
                throw new IllegalArgumentException(
                        "no layer or connection of this network has a variable " + variable + "; there are " + present);
            }
        }
    }

    /** Spikes first, then all others by name. */
    private static List<Variable> variables(int layer, Stepper stepper) {
        return Stream.concat(Stream.of(Variable.SPIKES), sorted(stepper.variables(layer)).stream())
                .distinct()
                .toList();
    }

    private static List<Variable> sorted(Set<Variable> variables) {
        return variables.stream().sorted(Comparator.comparing(Variable::name)).toList();
    }

    private Shape shape(int connection) {
        Connection joined = network.connections().get(connection);
        return joined.topology()
                .weightShape(
                        network.layer(joined.source()).shape(),
                        network.layer(joined.target()).shape())
                .orElseThrow();
    }
}
