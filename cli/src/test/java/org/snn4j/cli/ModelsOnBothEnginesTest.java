package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.Window;
import org.snn4j.models.Catalogue;
import org.snn4j.models.PrebuiltModel;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.spikes.SpikeTrain;
import org.snn4j.tensor.TensorEngine;

/** Oracle: the other engine. Here both are on the class path. */
class ModelsOnBothEnginesTest {
    private static final double TIME = 40;

    static List<String> models() {
        return Catalogue.names();
    }

    /** Sums are rounded differently, so that after a long time a spike could differ; in 40 ms none does. */
    @ParameterizedTest
    @MethodSource("models")
    void modelLearnsWithTheSameSpikesOnBoth(String name) {
        PrebuiltModel model = Catalogue.recommended(name, 9);
        SpikeTrain event = spikes(model, Engine.event());
        assertThat(event.count()).as("spikes").isPositive();
        assertThat(spikes(model, new TensorEngine())).isEqualTo(event);
    }

    private static SpikeTrain spikes(PrebuiltModel model, Engine engine) {
        Network network = model.network();
        float[] grey = new float[model.inputs()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = i % 5 / 4f;
        }
        SpikeTrain input = new Poisson(128)
                .encoder(new Window(TIME, network.dt()), 3)
                .encode(grey, 0)
                .reshaped(network.layer(model.inputLayer()).shape());
        try (Simulation simulation = network.simulate(engine, 1)) {
            Recording recording = simulation.record(model.readoutLayer(), Variable.SPIKES);
            simulation.run(Run.of(model.inputLayer(), input, TIME));
            return recording.train(0);
        }
    }
}
