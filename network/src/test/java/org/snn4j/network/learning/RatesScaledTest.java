package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Receptor;
import org.snn4j.network.Trace;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.Input;

/** Oracle: the same rule made with the products. */
class RatesScaledTest {
    private static final Rates NU = new Rates(2, -4);
    private static final Rates HALF = new Rates(1, -2);

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(new PostPre(NU, Reduction.MEAN), new PostPre(HALF, Reduction.MEAN)),
                Arguments.of(
                        new WeightDependentPostPre(NU, Reduction.MEAN),
                        new WeightDependentPostPre(HALF, Reduction.MEAN)),
                Arguments.of(new Hebbian(NU, Reduction.MEAN), new Hebbian(HALF, Reduction.MEAN)),
                Arguments.of(
                        new DiehlAndCookRule(2, 3, 4, Reduction.SUM), new DiehlAndCookRule(1, 3, 4, Reduction.SUM)),
                Arguments.of(
                        new DiehlAndCookExponentialRule(2, 3, 4, Reduction.SUM),
                        new DiehlAndCookExponentialRule(1, 3, 4, Reduction.SUM)),
                Arguments.of(
                        new DiehlAndCookSymmetricRule(NU, 3, 4, Reduction.SUM),
                        new DiehlAndCookSymmetricRule(HALF, 3, 4, Reduction.SUM)),
                Arguments.of(
                        new Triplet(NU, new Rates(6, 8), 3, 4, Reduction.SUM),
                        new Triplet(HALF, new Rates(3, 4), 3, 4, Reduction.SUM)),
                Arguments.of(new MSTDP(NU, 3, 4, Reduction.SUM), new MSTDP(HALF, 3, 4, Reduction.SUM)),
                Arguments.of(new MSTDPET(NU, 3, 4, 5, Reduction.SUM), new MSTDPET(HALF, 3, 4, 5, Reduction.SUM)),
                Arguments.of(new Rmax(NU, 3, 4, Reduction.SUM), new Rmax(HALF, 3, 4, Reduction.SUM)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ratesAndNothingElseAreMultiplied(LearningRule rule, LearningRule half) {
        assertThat(rule.withRatesScaled(0.5)).isEqualTo(half);
        assertThat(rule.withRatesScaled(1)).isEqualTo(rule);
    }

    @Test
    void allRulesOfANetworkSlowDownAndNothingElseChanges() {
        Network network = network(new PostPre(2, 4));
        assertThat(network.withRatesScaled(0.5)).isEqualTo(network(new PostPre(1, 2)));
    }

    @Test
    void ruleThatDoesNotSayHowIsNamed() {
        record Own(Reduction reduction) implements LearningRule {}
        assertThatThrownBy(() -> new Own(Reduction.SUM).withRatesScaled(2))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("Own does not say how");
    }

    private static Network network(LearningRule rule) {
        return Network.builder()
                .layer(Layer.of("X", new Input(), 3).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Y", ConductanceLIF.defaults(), 2).withTrace(Trace.replacing(20)))
                .connect(
                        "X",
                        "Y",
                        Dense.uniform(0, 1).bounds(0, 1).norm(2).learning(rule).learningAtArrival())
                .connect("Y", "Y", AllButSelf.of(3))
                .connect(new Connection("Y", "Y", Dense.uniform(0, 1).learning(rule), 3).onto(Receptor.INHIBITORY))
                .build();
    }
}
