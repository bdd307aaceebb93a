package org.snn4j.network.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.network.Variable;

/** A rule that learns at arrival on a dense connection whose synapses have delays of their own: at work on those of each delay. */
final class LearningByDelay implements Learner {
    private final DenseProjection connection;
    private final List<Learner> learners = new ArrayList<>();
    private final ChangedWeights changed = new ChangedWeights();

    LearningByDelay(EventRule rule, DenseProjection connection, SynapticDelays delays) {
        this.connection = connection;
        DelayOrder outgoing = delays.outgoing();
        DelayOrder incoming = delays.incoming();
        for (int delay = 0; delay <= delays.longest(); delay++) {
            Arrivals arrivals = connection.newArrivals(connection.axons().delay() + delay);
            Synapses synapses = new SynapsesOfDelay(connection, outgoing, incoming, delay, changed);
            learners.add(rule.learner(connection.site(arrivals, synapses)));
        }
    }

    @Override
    public void learn(StepClock clock) {
        changed.clear();
        for (Learner learner : learners) {
            learner.learn(clock);
        }
    }

    /** What the rule has changed in this step. */
    ChangedWeights changed() {
        return changed;
    }

    /** Each learner keeps values for synapses of its own, and zeros for the others. */
    @Override
    public Map<Variable, WeightField> state() {
        Map<Variable, WeightField> state = new HashMap<>();
        for (Variable variable : learners.get(0).state().keySet()) {
            WeightField sum = connection.zeros();
            for (Learner learner : learners) {
                sum.add(learner.state().get(variable));
            }
            state.put(variable, sum);
        }
        return state;
    }

    @Override
    public void carry(StateTransfer transfer) {
        learners.forEach(learner -> learner.carry(transfer));
    }

    @Override
    public void reset() {
        learners.forEach(Learner::reset);
    }
}
