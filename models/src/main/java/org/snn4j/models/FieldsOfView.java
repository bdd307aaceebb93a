package org.snn4j.models;

import java.util.Optional;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Trace;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;

/**
 * What models share whose neurons each see a square part of the image: inputs X excite neurons Y, as many at each place as there
 * are filters, which inhibit the others of their place and nobody else.
 */
interface FieldsOfView extends PrebuiltModel {
    int filters();

    int kernel();

    int stride();

    DiehlAndCook excitatory();

    double tauTrace();

    double initialWeight();

    Bounds bounds();

    Rates nu();

    double norm();

    double inhibition();

    /** What carries the spikes of X to Y. */
    Topology fields(Windows windows, Plasticity learning);

    private Places places() {
        return Places.of(name(), inputs(), kernel(), stride());
    }

    @Override
    default int neurons() {
        return filters() * places().count();
    }

    @Override
    default Network network() {
        Places places = places();
        Trace trace = Trace.replacing(tauTrace());
        Plasticity learning = new Plasticity(
                Optional.of(new PostPre(nu(), Reduction.SUM)),
                bounds(),
                Optional.of(Norm.ofSum(norm())),
                0,
                Plasticity.Signs.FREE);
        return Network.builder()
                .dt(dt())
                .layer(Layer.of(inputLayer(), new Input(), 1, places.side(), places.side())
                        .withTrace(trace))
                .layer(Layer.of(readoutLayer(), excitatory(), filters(), places.across(), places.across())
                        .withTrace(trace))
                .connect(inputLayer(), readoutLayer(), fields(places.windows(), learning))
                .connect(readoutLayer(), readoutLayer(), Places.inhibition(filters(), inhibition()))
                .build();
    }

    @Override
    default String inputLayer() {
        return "X";
    }

    @Override
    default String readoutLayer() {
        return "Y";
    }
}
