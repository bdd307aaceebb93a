package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.network.learning.GivenSpikes.synapse;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.spikes.SpikeBatch;

/** Pair rules on batches of samples that are alike. Oracle: what one of the samples does alone. */
class ReductionTest {
    private static final double X_TAR = 0.4;

    static List<LearningRule> rulesThatReadTheWeight() {
        return List.of(
                new WeightDependentPostPre(new Rates(0.2, 0.3), Reduction.SUM),
                new DiehlAndCookRule(0.3, X_TAR, 1, Reduction.SUM),
                new DiehlAndCookExponentialRule(0.3, X_TAR, 2, Reduction.SUM),
                new DiehlAndCookSymmetricRule(new Rates(0.2, 0.3), X_TAR, 1, Reduction.SUM));
    }

    /** Of two samples alike each calls for the change that one of them would make, so that the sum is twice that. */
    @ParameterizedTest
    @MethodSource("rulesThatReadTheWeight")
    void samplesOfABatchSeeTheWeightFromBeforeTheStep(LearningRule rule) {
        float one = afterABatchOf(1, rule, Order.PRE_POST) - 0.5f;
        assertThat(Math.abs(one)).isGreaterThan(0.05f);
        assertThat((double) afterABatchOf(2, rule, Order.PRE_POST) - 0.5).isCloseTo(2 * one, within(1e-6));
    }

    static List<LearningRule> rulesThatTakeTheMean() {
        Rates nu = new Rates(0.2, 0.3);
        return List.of(
                new PostPre(nu, Reduction.MEAN),
                new Hebbian(nu, Reduction.MEAN),
                new WeightDependentPostPre(nu, Reduction.MEAN),
                new DiehlAndCookRule(0.3, X_TAR, 1, Reduction.MEAN),
                new DiehlAndCookExponentialRule(0.3, X_TAR, 2, Reduction.MEAN),
                new DiehlAndCookSymmetricRule(nu, X_TAR, 1, Reduction.MEAN));
    }

    @ParameterizedTest
    @MethodSource("rulesThatTakeTheMean")
    void meanOfSamplesAlikeIsTheChangeOfOne(LearningRule rule) {
        for (Order order : Order.values()) {
            assertThat(afterABatchOf(3, rule, order)).isCloseTo(afterABatchOf(1, rule, order), within(1e-6f));
        }
        assertThat(Math.abs(afterABatchOf(1, rule, Order.PRE_POST) - 0.5f)).isGreaterThan(0.05f);
    }

    /** Which spike of a pair comes first; only the later one changes the weight. */
    private enum Order {
        PRE_POST,
        POST_PRE
    }

    private static float afterABatchOf(int samples, LearningRule rule, Order order) {
        Network network = GivenSpikes.network(1, synapse(0.5, rule).bounds(0, 1), 1, 1);
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            SpikeBatch pre =
                    new SpikeBatch(Collections.nCopies(samples, Trains.single(9, order == Order.PRE_POST ? 3 : 5)));
            simulation.run(Run.of("X", pre, 9).clamp("Y", Trains.single(9, 4).toDense()));
            return simulation.weights("X", "Y").get(0);
        }
    }
}
