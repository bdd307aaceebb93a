package org.snn4j.tensor.connection;

import java.util.Set;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.MaxPool;
import org.snn4j.network.connection.MeanField;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Topology;
import org.snn4j.tensor.translation.Translations;

/** The kinds of connection that the tensor engine knows. */
public final class ConnectionTranslations {
    private static final Translations<Topology, Wiring, TensorProjection> REGISTER = new Translations<
                    Topology, Wiring, TensorProjection>()
            .enter(Dense.class, DenseSynapses::projection)
            .enter(Sparse.class, SparseSynapses::projection)
            .enter(OneToOne.class, TensorOneToOne::new)
            .enter(AllButSelf.class, TensorAllButSelf::new)
            .enter(Convolution.class, ConvolutionSynapses::projection)
            .enter(Local.class, LocalSynapses::projection)
            .enter(MaxPool.class, TensorMaxPool::new)
            .enter(MeanField.class, TensorMeanField::new);

    private ConnectionTranslations() {}

    /** The kinds of connection that have a translation. */
    public static Set<Class<? extends Topology>> models() {
        return REGISTER.models();
    }

    /**
     * The state of a connection.
     *
     * @throws UnsupportedOperationException if its kind, or its rule, has no translation
     */
    public static TensorProjection projection(Topology topology, Wiring wiring) {
        return REGISTER.translate(topology, wiring)
                .orElseThrow(() -> new UnsupportedOperationException("the tensor engine cannot run connections of type "
                        + topology.type() + ": they have no translation to ND4J; use the event engine"));
    }
}
