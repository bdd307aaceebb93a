package org.snn4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.Connection;
import org.snn4j.network.Network;
import org.snn4j.network.Trace;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.learning.Hebbian;

/** Oracle: the table of Hao et al. 2020, for each number of neurons. */
class SymmetricStdpTest {
    @ParameterizedTest
    @CsvSource({
        "100,   0.07, 0.6e7, 0.005",
        "400,   0.07, 0.6e7, 0.005",
        "1600,  0.07, 0.8e7, 0.02",
        "6400,  0.05, 2e7,   0.01",
        "10000, 0.05, 2e7,   0.0075"
    })
    void thetaAndRateAreThoseOfTheTable(int neurons, double thetaPlus, double tauTheta, double nu) {
        SymmetricStdp model = SymmetricStdp.ofNeurons(neurons);
        assertThat(model.excitatory().thetaPlus()).isEqualTo(thetaPlus);
        assertThat(model.excitatory().tauTheta()).isEqualTo(tauTheta);
        assertThat(model.excitatory().thetaHalf()).isEqualTo(10);
        assertThat(model.nu()).isEqualTo(nu);
    }

    @Test
    void ruleHasNoDepressionAndTracesAddUp() {
        Network network = SymmetricStdp.ofNeurons(100).network();
        Trace trace = new Trace(20, 0.1, Trace.OnSpike.ADD);
        assertThat(network.layer("X").trace()).contains(trace);
        assertThat(network.layer("Ae").trace()).contains(trace);
        Plasticity symmetric = new Plasticity(
                Optional.of(new Hebbian(0.005, 0.005)),
                new Bounds(0, 1),
                Optional.of(Norm.ofSum(78.4)),
                0,
                Plasticity.Signs.FREE);
        assertThat(network.connections())
                .containsExactly(
                        new Connection("X", "Ae", new Dense(new Weights.Uniform(0, 0.3), symmetric, Optional.empty())),
                        new Connection("Ae", "Ai", new OneToOne(22.5)),
                        new Connection("Ai", "Ae", new AllButSelf(-120)));
    }
}
