package org.snn4j.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.snn4j.models.MaturingModel;
import org.snn4j.network.Connection;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.array.FloatArray;

/** Which network learns from which sample, where the model matures or its learning slows down. */
final class Stages {
    /** In how many steps a model matures. */
    private static final int COUNT = 100;

    private final TrainingPlan plan;
    private final long total;
    private final long every;

    /** @param total how many samples will be shown */
    Stages(TrainingPlan plan, long total) {
        this.plan = plan;
        this.total = total;
        this.every = Math.max(1, total / COUNT);
    }

    /** Whether another network learns from this sample than from the one before. */
    boolean beginsWith(long shown) {
        boolean matures = plan.model() instanceof MaturingModel && shown % every == 0;
        boolean slows =
                plan.rateDecay().factor() < 1 && shown % plan.rateDecay().samples() == 0;
        return shown > 0 && (matures || slows);
    }

    /** Whether a stage begins after one sample and not after another. */
    boolean beginsWithin(long after, long until) {
        return LongStream.rangeClosed(after + 1, until).anyMatch(this::beginsWith);
    }

    /** The network that learns from this sample. */
    Network network(long shown) {
        Network network = plan.model() instanceof MaturingModel maturing
                ? maturing.network((double) (shown / every * every) / total)
                : plan.model().network();
        if (plan.batch() > 1) {
            network = network.withTauThetaScaled(1.0 / plan.batch());
        }
        double rates = plan.rateDecay().after(shown);
        return rates == 1 ? network : network.withRatesScaled(rates);
    }

    /** What was learned, with the weights that no rule changes as the network has them at first. */
    static LearnedState withFixedWeights(Network network, LearnedState learned, LearnedState initial) {
        Map<String, FloatArray> arrays = new LinkedHashMap<>(learned.arrays());
        for (int i = 0; i < network.connections().size(); i++) {
            Connection connection = network.connections().get(i);
            String name = network.connectionName(i) + ".w";
            if (connection.topology().plasticity().rule().isEmpty()
                    && initial.arrays().containsKey(name)) {
                arrays.put(name, initial.require(name));
            }
        }
        return new LearnedState(arrays);
    }
}
