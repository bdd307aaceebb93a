package org.snn4j.network.learning;

import static org.snn4j.network.Parameters.positive;

import java.util.Objects;
import java.util.Optional;
import org.snn4j.network.event.EventRule;
import org.snn4j.network.event.Learner;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.PairUpdate;
import org.snn4j.network.event.RuleTraces;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StateTransfer;
import org.snn4j.network.event.StepClock;

/**
 * Triplet rule: a pair of spikes counts the more, the more the later one's own neuron has fired before.
 *
 * <pre>
 * presynaptic spike:  w ← w − x_post (pair.pre + triplet.pre · r)
 * postsynaptic spike: w ← w + x_pre (pair.post + triplet.post · o)
 * </pre>
 *
 * <p>r and o are slow traces of the presynaptic and the postsynaptic spikes, as they are just before the spike in question:
 * the first of a volley meets none. A spike makes them 1, or adds 1, as it does to the traces x of the layers: where those
 * are replaced, only the nearest spikes count. In a step with spikes on both sides, the presynaptic change comes first; both
 * see x with this step's spikes, and r and o without. Pfister and Gerstner 2006, doi 10.1523/JNEUROSCI.1425-06.2006.
 *
 * @param pair learning rates of pairs
 * @param triplet learning rates of triplets
 * @param tauPre time constant of r, ms
 * @param tauPost time constant of o, ms
 * @param reduction how the changes of a batch are joined
 */
public record Triplet(Rates pair, Rates triplet, double tauPre, double tauPost, Reduction reduction)
        implements EventRule {
    public Triplet {
        Objects.requireNonNull(pair, "Triplet.pair is missing");
        Objects.requireNonNull(triplet, "Triplet.triplet is missing");
        positive("Triplet", "tauPre", tauPre);
        positive("Triplet", "tauPost", tauPost);
        Objects.requireNonNull(reduction, "Triplet.reduction is missing");
    }

    /** No learning until rates are given; the time constants of hippocampal cultures. */
    public static Triplet defaults() {
        return new Triplet(new Rates(0, 0), new Rates(0, 0), 101, 125, Reduction.SUM);
    }

    /**
     * What the program of Diehl and Cook 2015 (doi 10.3389/fncom.2015.00099) learns by, with traces of 20 ms that are
     * replaced on both sides: depression by pairs, potentiation by triplets of input, output, output.
     */
    public static Triplet diehlAndCook2015() {
        return new Triplet(new Rates(1e-4, 0), new Rates(0, 1e-2), 101, 40, Reduction.SUM);
    }

    @Override
    public Triplet withRatesScaled(double factor) {
        return new Triplet(pair.scaled(factor), triplet.scaled(factor), tauPre, tauPost, reduction);
    }

    @Override
    public Learner learner(LearningSite site) {
        return new TripletLearner(this, site);
    }

    private static final class TripletLearner implements Learner {
        private final Triplet rule;
        private final LearningSite site;
        /** Absent where no triplet of inputs counts. */
        private final Optional<RuleTraces> r;

        private final RuleTraces o;
        private final Update update;
        private final SpikeList one = new SpikeList(1);

        TripletLearner(Triplet rule, LearningSite site) {
            this.rule = rule;
            this.site = site;
            this.r = rule.triplet.pre() == 0 ? Optional.empty() : Optional.of(site.newSourceTraces(rule.tauPre));
            this.o = site.newTargetTraces(rule.tauPost);
            this.update = new Update(rule.reduction.factor(site.batch()));
        }

        @Override
        public void learn(StepClock clock) {
            r.ifPresent(traces -> traces.decay(clock));
            o.decay(clock);
            for (int sample = 0; sample < site.batch(); sample++) {
                onPre(sample, site.sourceSpikes(sample));
            }
            for (int sample = 0; sample < site.batch(); sample++) {
                onPost(sample, site.targetSpikes(sample));
            }
            r.ifPresent(RuleTraces::addSpikes);
            o.addSpikes();
        }

        private void onPre(int sample, SpikeList sources) {
            if (sources.count() == 0) {
                return;
            }
            if (r.isEmpty()) {
                update.setRate(rule.pair.pre());
                site.synapses().applyOnPre(sources, site.targetTraces(sample), update);
                return;
            }
            for (int k = 0; k < sources.count(); k++) {
                int source = sources.get(k);
                update.setRate(rule.pair.pre() + rule.triplet.pre() * r.get().value(sample, source));
                site.synapses().applyOnPre(only(source), site.targetTraces(sample), update);
            }
        }

        private void onPost(int sample, SpikeList targets) {
            for (int k = 0; k < targets.count(); k++) {
                int target = targets.get(k);
                update.setRate(rule.pair.post() + rule.triplet.post() * o.value(sample, target));
                site.synapses().applyOnPost(only(target), site.sourceTraces(sample), update);
            }
        }

        private SpikeList only(int neuron) {
            one.clear();
            one.add(neuron);
            return one;
        }

        @Override
        public void carry(StateTransfer transfer) {
            r.ifPresent(traces -> traces.carry(transfer));
            o.carry(transfer);
        }

        @Override
        public void reset() {
            r.ifPresent(RuleTraces::reset);
            o.reset();
        }
    }

    /** The two laws at the rate of the spike that is at work. */
    private static final class Update implements PairUpdate {
        private final double factor;
        private float rate;

        Update(double factor) {
            this.factor = factor;
        }

        void setRate(double unreduced) {
            rate = (float) (unreduced * factor);
        }

        @Override
        public float onPre(float w, float postTrace) {
            return -rate * postTrace;
        }

        @Override
        public float onPost(float w, float preTrace) {
            return rate * preTrace;
        }

        @Override
        public void addOnPre(float[] row, float[] changes, int[] targets, float[] postTraces, int count) {
            for (int k = 0; k < count; k++) {
                changes[targets[k]] += onPre(row[targets[k]], postTraces[k]);
            }
        }

        @Override
        public void addOnPost(
                float[][] rows, float[][] changes, int target, int[] sources, float[] preTraces, int count) {
            for (int k = 0; k < count; k++) {
                changes[sources[k]][target] += onPost(rows[sources[k]][target], preTraces[k]);
            }
        }
    }
}
