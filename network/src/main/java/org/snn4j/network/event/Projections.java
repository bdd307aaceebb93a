package org.snn4j.network.event;

import java.util.Optional;
import org.snn4j.network.Connection;
import org.snn4j.network.Network;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.MaxPool;
import org.snn4j.network.connection.MeanField;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;

/** Which projection runs which kind of connection. */
final class Projections {
    private Projections() {}

    /**
     * New state for a connection.
     *
     * @throws IllegalArgumentException if its learning rule lacks something, naming the connection
     * @throws UnsupportedOperationException if its learning rule does not run here
     */
    static Projection of(Network network, int index, Axons axons, Resources resources) {
        long seed = resources.seed();
        Connection connection = network.connections().get(index);
        Topology topology = connection.topology();
        if (topology instanceof OneToOne oneToOne) {
            return new OneToOneProjection(axons, oneToOne.weight());
        }
        if (topology instanceof AllButSelf allButSelf) {
            return new AllButSelfProjection(axons, allButSelf.weight());
        }
        if (topology instanceof MaxPool pool) {
            return new MaxPoolProjection(pool, axons);
        }
        if (topology instanceof MeanField meanField) {
            return new MeanFieldProjection(axons, meanField.weight());
        }
        try {
            if (InputProjection.serves(network, index, axons)) {
                Dense dense = (Dense) topology;
                return new InputProjection(
                        axons,
                        dense.plasticity(),
                        rows(dense, weightShape(network, index), seed, index),
                        resources.threads());
            }
            PlasticProjection projection = plastic(topology, axons, weightShape(network, index), seed, index);
            projection.open();
            return projection;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("connection " + connection.name() + ": " + e.getMessage(), e);
        }
    }

    /** The shape of the weights of a connection that has an array of them. */
    static Shape weightShape(Network network, int index) {
        Connection connection = network.connections().get(index);
        return connection
                .topology()
                .weightShape(
                        network.layer(connection.source()).shape(),
                        network.layer(connection.target()).shape())
                .orElseThrow();
    }

    private static PlasticProjection plastic(Topology topology, Axons axons, Shape shape, long seed, int index) {
        Shape source = axons.source().layer().shape();
        Shape target = axons.target().layer().shape();
        if (topology instanceof Dense dense) {
            Optional<SynapticDelays> delays =
                    dense.delays().map(times -> new SynapticDelays(times.values(seed, index, shape), axons));
            return new DenseProjection(dense, axons, rows(dense, shape, seed, index), delays);
        }
        SynapseTable table;
        Weights weights;
        if (topology instanceof Sparse sparse) {
            table = SynapseTable.of(sparse, source, target);
            weights = sparse.weights();
        } else if (topology instanceof Convolution convolution) {
            table = SynapseTable.of(convolution, source, target);
            weights = convolution.weights();
        } else if (topology instanceof Local local) {
            table = SynapseTable.of(local, source, target);
            weights = local.weights();
        } else {
            throw new UnsupportedOperationException(
                    "the event engine cannot run a connection of type " + topology.type());
        }
        return new TableProjection(table, weights.values(seed, index, shape), axons, topology.plasticity());
    }

    private static float[][] rows(Dense dense, Shape shape, long seed, int index) {
        float[][] rows = new float[shape.length(0)][shape.length(1)];
        for (int i = 0; i < rows.length; i++) {
            dense.weights().fillRow(seed, index, i, rows[i]);
        }
        return rows;
    }
}
