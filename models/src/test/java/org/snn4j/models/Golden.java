package org.snn4j.models;

import java.io.InputStream;
import org.snn4j.network.Connection;
import org.snn4j.network.Network;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.file.NetworkJson;
import org.snn4j.network.file.StrictJson;

/** The networks of the golden cases, whose dynamics the network module holds to what a reference simulator recorded. */
final class Golden {
    private Golden() {}

    /** The network of a case with 40 neurons, without the weights that it was recorded with. */
    static Network network(String name) throws Exception {
        String file = "/golden/" + name + "/scenario.json";
        try (InputStream json = Golden.class.getResourceAsStream(file)) {
            return withoutWeights(NetworkJson.read(
                    StrictJson.read(json.readAllBytes(), file).object("network"),
                    array -> FloatArray.of(Shape.of(784, 40), new float[784 * 40])));
        }
    }

    static Network withoutWeights(Network network) {
        return new Network(
                network.dt(),
                network.layers(),
                network.connections().stream().map(Golden::withoutWeights).toList());
    }

    private static Connection withoutWeights(Connection connection) {
        if (connection.topology() instanceof Dense dense) {
            Dense zero = new Dense(new Weights.Uniform(0, 0), dense.plasticity(), dense.bias());
            return new Connection(connection.source(), connection.target(), zero);
        }
        return connection;
    }
}
