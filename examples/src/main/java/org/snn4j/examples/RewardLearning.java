package org.snn4j.examples;

import java.util.Map;
import org.snn4j.encoding.Encoder;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.Window;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.reward.MovingAverageRewardPredictionError;
import org.snn4j.network.reward.RewardFunction;

/** A neuron learns from reward alone to fire more, or less: what led to a trial better than the last ones is strengthened. */
public final class RewardLearning {
    private RewardLearning() {}

    public static void main(String... arguments) {
        learn(1);
        learn(-1);
    }

    private static void learn(int rewardOfASpike) {
        MSTDPET rule = new MSTDPET(new Rates(0.5, 0), 20, 20, 100, Reduction.SUM);
        Network network = Network.builder()
                .layer("inputs", new Input(), 20)
                .layer("neuron", LIF.defaults(), 1)
                .connect(
                        "inputs", "neuron", Dense.uniform(0.5, 1.5).bounds(0, 4).learning(rule))
                .build();
        Window window = new Window(200, 1);
        Encoder encoder = new Poisson(40).encoder(window, 42);
        float[] values = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            Recording fired = simulation.record("neuron", Variable.SPIKES);
            RewardFunction critic = MovingAverageRewardPredictionError.over(10);
            for (int trial = 0; trial <= 400; trial++) {
                simulation.run(Run.of("inputs", encoder.encode(values, trial), window.time()));
                int reward = rewardOfASpike * fired.counts(0)[0];
                simulation.run(Run.of(Map.of(), 5).rewarded(Reward.of(critic.compute(reward))));
                critic = critic.update(reward);
                simulation.reset();
                if (trial % 100 == 0) {
                    System.out.printf("%+d for each spike, trial %d: %+d%n", rewardOfASpike, trial, reward);
                }
            }
        }
    }
}
