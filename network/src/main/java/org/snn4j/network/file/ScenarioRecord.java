package org.snn4j.network.file;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.snn4j.network.Connection;
import org.snn4j.network.Network;
import org.snn4j.network.Variable;

/** Something that a scenario records in every run. */
public sealed interface ScenarioRecord {
    /**
     * Variables of a layer, in every step.
     *
     * @param layer its name
     * @param variables at least one, none twice
     */
    record OfLayer(String layer, List<Variable> variables) implements ScenarioRecord {
        public OfLayer {
            Objects.requireNonNull(layer, "layer is missing");
            variables = List.copyOf(variables);
        }
    }

    /** The weights of each connection from one layer to another, after the run. */
    record OfWeights(String source, String target) implements ScenarioRecord {
        public OfWeights {
            Objects.requireNonNull(source, "source is missing");
            Objects.requireNonNull(target, "target is missing");
        }

        /** The places in the network of those connections from source to target that have an array of weights. */
        List<Integer> connections(Network network) {
            return IntStream.range(0, network.connections().size())
                    .filter(i -> joins(network.connections().get(i)))
                    .filter(i -> network.connections().get(i).topology().hasWeights())
                    .boxed()
                    .toList();
        }

        private boolean joins(Connection connection) {
            return connection.source().equals(source) && connection.target().equals(target);
        }
    }
}
