package org.snn4j.network.event;

import static org.snn4j.network.kernel.CacheLine.LEAD;

import java.util.Optional;
import java.util.Set;
import org.snn4j.network.Connection;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.kernel.ArrayKernels;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * A dense connection from an input layer, whose spikes are known when a run begins, for one sample at a time. The currents of
 * the run are worked out ahead; the columns of targets that fire are kept apart, learn there and are added step by step. It
 * does what {@link DenseProjection} does, to the bit, in less time.
 */
final class InputProjection implements Projection, LearnedWeights {
    private static final float ANY_WEIGHT = 0;
    /** From how many targets on working the currents out takes longer than handing them over. */
    private static final int WORTH_A_THREAD = 2048;

    private final ArrayKernels kernels = ArrayKernels.fastest();
    private final Axons axons;
    private final Plasticity plasticity;
    private final Optional<PairUpdate> update;
    private final float low;
    private final float high;
    private final TiledWeights weights;
    private final PlasticColumns columns;
    private InputCurrents currents;
    /** Where there are threads for it, and enough work. */
    private final Optional<CurrentsAhead> ahead;

    /** Targets whose weights something else than a spike changed since they were last normalised. */
    private final ColumnSet changed;
    /** Targets with a weight outside the bounds, where a norm or the start put it. */
    private final ColumnSet unclipped;

    private final float[] preChanges;
    private final float[] postChanges;
    /** Of the columns: their magnitudes, or for a length their squares. */
    private final double[] columnSums;

    private final float[] scratch;
    private final float[] sums;
    /** Where the spikes of a single step begin and end. */
    private final int[] ofSpikes = {0, 0};
    /** The source's spikes in this run, if nothing else can make it fire. */
    private Optional<SpikeTrain> train = Optional.empty();
    /** The source's spikes in the next run, as far as anybody said. */
    private Optional<SpikeTrain> announced = Optional.empty();

    private int step;
    private boolean finite = true;
    /** Whether the currents are those of this run. */
    private boolean prepared;
    /** Whether {@link #preChanges} hold what the last step's presynaptic spikes have yet to change. */
    private boolean pending;

    InputProjection(Axons axons, Plasticity plasticity, float[][] rows, int threads) {
        int targets = axons.target().layer().size();
        this.axons = axons;
        this.plasticity = plasticity;
        Bounds bounds = plasticity.bounds();
        this.low = (float) bounds.low();
        this.high = (float) bounds.high();
        this.update = plasticity.rule().map(rule -> ((PairRule) rule).update(site(axons, bounds)));
        this.weights = new TiledWeights(rows, bounds);
        this.columns = new PlasticColumns(weights);
        this.currents = new InputCurrents(weights);
        this.ahead = isWorthAThread(threads, targets)
                ? Optional.of(new CurrentsAhead(new InputCurrents(weights), targets))
                : Optional.empty();
        this.changed = new ColumnSet(targets);
        this.unclipped = new ColumnSet(targets);
        this.preChanges = new float[LEAD + TiledWeights.wholeVectors(targets)];
        this.postChanges = new float[rows.length];
        this.columnSums = new double[TiledWeights.wholeVectors(targets)];
        this.scratch = new float[LEAD + weights.paddedTargets()];
        this.sums = new float[weights.paddedTargets()];
        everyTargetChanged();
    }

    /**
     * Whether a connection can be run this way: dense, undelayed, from an input layer, the first that reaches its target, fixed
     * or with a pair rule that neither reads the weight nor changes silent sources, for one sample at a time.
     */
    static boolean serves(Network network, int index, Axons axons) {
        Connection connection = network.connections().get(index);
        Plasticity plasticity = connection.topology().plasticity();
        boolean first = network.connections().subList(0, index).stream()
                .noneMatch(other -> other.target().equals(connection.target()));
        return first
                && axons.batch() == 1
                && connection.delay() == 0
                && connection.topology() instanceof Dense dense
                && dense.bias().isEmpty()
                && dense.mask().isEmpty()
                && dense.delays().isEmpty()
                && network.layer(connection.source()).neurons() instanceof Input
                && plasticity.weightDecay() == 0
                && plasticity.signs() == Plasticity.Signs.FREE
                && plasticity
                        .rule()
                        .map(rule -> serves(rule, axons, plasticity))
                        .orElse(true);
    }

    private static boolean serves(LearningRule rule, Axons axons, Plasticity plasticity) {
        if (!(rule instanceof PairRule pairRule)) {
            return false;
        }
        PairUpdate update = pairRule.update(site(axons, plasticity.bounds()));
        return !update.dependsOnWeight() && !update.changesSilentSources();
    }

    private static LearningSite site(Axons axons, Bounds bounds) {
        return new LearningSite(new Arrivals(axons.source(), 0), axons.target(), bounds, Optional.empty());
    }

    /** Whether currents are worked out for the next run while this one goes on. */
    static boolean isWorthAThread(int threads, int targets) {
        return threads > 1 && targets >= WORTH_A_THREAD;
    }

    private void everyTargetChanged() {
        changed.addAll();
        unclipped.addAll();
    }

    @Override
    public void begin() {
        train = axons.source().foreseen();
        step = -1;
        prepared = false;
    }

    Population source() {
        return axons.source();
    }

    Population target() {
        return axons.target();
    }

    /**
     * Makes the currents ready, and has the next run's begun. Not before the second step: the first clips what the end of the
     * last run put outside the bounds.
     */
    private void prepare() {
        prepared = true;
        if (ahead.isPresent() && train.isPresent() && ahead.get().isFor(train.get())) {
            currents = ahead.get().exchange(currents);
        } else {
            currents.clear();
        }
        if (ahead.isPresent()) {
            announced.filter(currents::hold).ifPresent(ahead.get()::start);
            announced = Optional.empty();
        }
    }

    @Override
    public void announce(Run next) {
        if (next.inputs().get(axons.source().layer().name()) instanceof SpikeTrain spikes) {
            announced = Optional.of(spikes);
        }
    }

    @Override
    public void close() {
        ahead.ifPresent(CurrentsAhead::close);
    }

    private void weightsChanged(int target) {
        if (ahead.isPresent()) {
            ahead.get().changed(target);
        }
    }

    @Override
    public void deliver() {
        step++;
        if (step > 0 && !prepared) {
            prepare();
        }
        SpikeList spikes = axons.arriving(0);
        if (spikes.count() == 0) {
            return;
        }
        float[] input = axons.receiveFirst(0);
        if (step > 0 && train.isPresent()) {
            currents.addTo(input, train.get(), step - 1);
        } else {
            addRows(input, spikes);
        }
        if (columns.count() > 0) {
            sumRows(columns.rows(), columns.width(), spikes, 0);
            for (int slot = 0; slot < columns.count(); slot++) {
                input[columns.target(slot)] = sums[slot];
            }
        }
    }

    /** Whether what it brings in the steps to come depends on nothing but the source's spikes in this run, as long as the target does not fire. */
    boolean foresees(StepClock clock) {
        return step >= 0 && train.isPresent() && !(clock.learning() && unclipped.count() > 0);
    }

    /** Works out what it brings in the next step. @return the place in {@link #foreseen} where that begins, by target */
    int foresee() {
        if (!prepared) {
            prepare();
        }
        int offset = currents.offset(train.orElseThrow(), step);
        if (columns.count() > 0) {
            int[] spikes = currents.spikes().neurons();
            int from = currents.spikes().first(step);
            int to = currents.spikes().first(step + 1);
            if (pending) {
                kernels.addClampedAndSum(
                        columns.rows(), columns.width(), spikes, from, to, preChanges, low, high, sums);
            } else {
                kernels.sumRows(
                        columns.rows(),
                        columns.width(),
                        spikes,
                        currents.spikes().first(),
                        step,
                        step + 1,
                        scratch,
                        sums,
                        0,
                        0);
            }
            pending = false;
            float[] input = currents.sums();
            for (int slot = 0; slot < columns.count(); slot++) {
                input[offset + columns.target(slot)] = sums[slot];
            }
        }
        return offset;
    }

    float[] foreseen() {
        return currents.sums();
    }

    /** The step that was foreseen is over, and the target has not fired in it. What it teaches is learned when it is read. */
    void pass(StepClock clock) {
        step++;
        pending = clock.learning() && update.isPresent() && columns.count() > 0 && changesOnPre(update.get());
    }

    /** Learns what the last steps have left to be learned. */
    void endPassing() {
        ListedSpikes spikes = currents.spikes();
        for (int k = spikes.first(step); k < spikes.first(step + 1) && pending; k++) {
            kernels.addClamped(columns.rows()[spikes.neurons()[k]], preChanges, columns.width(), low, high);
        }
        pending = false;
    }

    private void addRows(float[] input, SpikeList spikes) {
        for (int tile = 0; tile < weights.tiles(); tile++) {
            sumRows(weights.tile(tile), weights.width(tile), spikes, weights.firstTarget(tile));
        }
        System.arraycopy(sums, 0, input, 0, input.length);
    }

    /** Writes the sum of the rows of one step's spikes to {@link #sums}, from {@code offset} on. */
    private void sumRows(float[][] rows, int width, SpikeList spikes, int offset) {
        ofSpikes[1] = spikes.count();
        kernels.sumRows(rows, width, spikes.array(), ofSpikes, 0, 1, scratch, sums, offset, 0);
    }

    @Override
    public void learn(StepClock clock) {
        if (update.isPresent()) {
            learn(update.get());
        }
        if (unclipped.count() > 0) {
            for (int k = 0; k < unclipped.count(); k++) {
                clip(unclipped.columns()[k]);
            }
            unclipped.clear();
        }
    }

    private void learn(PairUpdate laws) {
        SpikeList pre = axons.source().spikes(0);
        SpikeList post = axons.target().spikes(0);
        columns.adopt(axons.target().traces(0).active());
        if (columns.count() == 0) {
            return;
        }
        if (pre.count() > 0) {
            learnOnPre(laws, pre, post.count() == 0);
        }
        if (post.count() > 0) {
            learnOnPost(laws, post);
            for (int k = 0; k < pre.count(); k++) {
                kernels.clamp(columns.rows()[pre.get(k)], columns.width(), low, high);
            }
        }
    }

    /** Works out {@link #preChanges}. @return whether any is not 0 */
    private boolean changesOnPre(PairUpdate laws) {
        float[] traces = axons.target().traces(0).activeValues();
        boolean changes = false;
        for (int slot = 0; slot < columns.count(); slot++) {
            float change = laws.onPre(ANY_WEIGHT, traces[slot]);
            preChanges[LEAD + slot] = change;
            changes |= change != 0;
        }
        return changes;
    }

    private void learnOnPre(PairUpdate laws, SpikeList pre, boolean complete) {
        if (!changesOnPre(laws)) {
            return;
        }
        int width = columns.width();
        for (int k = 0; k < pre.count(); k++) {
            float[] row = columns.rows()[pre.get(k)];
            if (complete) {
                kernels.addClamped(row, preChanges, width, low, high);
            } else {
                kernels.add(row, preChanges, width);
            }
        }
    }

    private void learnOnPost(PairUpdate laws, SpikeList post) {
        SpikeList sources = axons.source().traces(0).active();
        float[] traces = axons.source().traces(0).activeValues();
        for (int a = 0; a < sources.count(); a++) {
            postChanges[a] = laws.onPost(ANY_WEIGHT, traces[a]);
        }
        for (int k = 0; k < post.count(); k++) {
            Kernels.addClampedToColumn(
                    columns.rows(),
                    LEAD + columns.slot(post.get(k)),
                    sources.array(),
                    postChanges,
                    sources.count(),
                    low,
                    high);
        }
    }

    private void clip(int target) {
        int slot = columns.slot(target);
        boolean clipped =
                slot >= 0 ? Kernels.clampColumn(columns.rows(), LEAD + slot, low, high) : weights.clampColumn(target);
        if (clipped) {
            weightsChanged(target);
            changed.add(target);
        }
    }

    /** Scales what has changed and gives the columns of the targets that fired back to the matrix. */
    @Override
    public void normalize() {
        sumColumns(PlasticProjection.measure(plasticity.norm()));
        finite = true;
        for (int slot = 0; slot < columns.count(); slot++) {
            finite &= Double.isFinite(columnSums[slot]);
        }
        if (plasticity.norm().isPresent()) {
            normalize(plasticity.norm().get());
        } else {
            for (int slot = 0; slot < columns.count(); slot++) {
                weightsChanged(columns.target(slot));
                weights.setColumn(columns.target(slot), columns.rows(), slot, 1);
            }
        }
        columns.clear();
    }

    private void sumColumns(Norm.Measure measure) {
        if (measure == Norm.Measure.LENGTH) {
            kernels.sumSquares(columns.rows(), columns.width(), columnSums);
        } else {
            kernels.sumMagnitudes(columns.rows(), columns.width(), columnSums);
        }
    }

    private void normalize(Norm norm) {
        for (int slot = 0; slot < columns.count(); slot++) {
            int target = columns.target(slot);
            weightsChanged(target);
            float factor = PlasticProjection.normFactor(norm, columnSums[slot]);
            if (weights.setColumn(target, columns.rows(), slot, factor)) {
                unclipped.add(target);
            }
        }
        for (int k = 0; k < changed.count(); k++) {
            int target = changed.columns()[k];
            if (columns.slot(target) < 0) {
                weightsChanged(target);
                float factor = PlasticProjection.normFactor(norm, weights.sum(target, norm.measure()));
                if (weights.scaleColumn(target, factor)) {
                    unclipped.add(target);
                }
            }
        }
        changed.clear();
    }

    @Override
    public boolean isFinite() {
        return finite;
    }

    @Override
    public void carry(StateTransfer state) {
        changed.carry(state);
        unclipped.carry(state);
    }

    /** The weights alone: a pair rule keeps nothing for a synapse. */
    @Override
    public Set<Variable> variables() {
        return Set.of(Variable.WEIGHTS);
    }

    @Override
    public void copy(Variable variable, float[] target, int offset) {
        weights.copyTo(target, offset, columns);
    }

    @Override
    public void replaceWeights(FloatArray array) {
        columns.clear();
        currents.clear();
        ahead.ifPresent(CurrentsAhead::discard);
        weights.copyFrom(array);
        everyTargetChanged();
    }
}
