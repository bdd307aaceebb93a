package org.snn4j.tensor.neuron;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.neuron.AdaptiveLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link DiehlAndCook} in ND4J operations. */
final class TensorDiehlAndCook implements TensorDynamics {
    private final Membrane membrane;
    private final INDArray theta;
    private final Program decayTheta;
    private final Program integrate;
    private final Program raiseTheta;
    private final Optional<OneSpike> oneSpike;

    TensorDiehlAndCook(DiehlAndCook model, Cells cells) {
        INDArray thresholds = cells.sharedZeros();
        INDArray counts = cells.sharedZeros();
        membrane = new Membrane(cells, model.rest(), model.reset(), model.refractory());
        theta = cells.sharedZeros();
        decayTheta = new Program().scale(theta, cells.spec().decay(model.tauTheta()));
        integrate = new Program()
                .then(membrane.ignoreInputWhileRefractory())
                .then(membrane.leakAndAdd(model.rest(), cells.spec().decay(model.tauMembrane())))
                .sum(theta, model.threshold(), thresholds)
                .subtractRow(membrane.v(), thresholds, cells.scratch())
                .reaches(cells.scratch(), 0, cells.spikes())
                .then(membrane.fire())
                .atLeast(membrane.v(), model.lowerBound());
        raiseTheta = new Program().sums(cells.spikes(), 0, counts).then(raise(model, counts, cells));
        oneSpike = model.oneSpike() ? Optional.of(new OneSpike(cells)) : Optional.empty();
    }

    /** {@link AdaptiveLIF}, which is the same without the one-spike rule. */
    TensorDiehlAndCook(AdaptiveLIF model, Cells cells) {
        this(model.asDiehlAndCook(), cells);
    }

    /** Adds to theta by each neuron's count of spikes. */
    private Program raise(DiehlAndCook model, INDArray counts, Cells cells) {
        if (Double.isInfinite(model.thetaHalf())) {
            return new Program().addScaled(theta, counts, model.thetaPlus());
        }
        INDArray share = cells.sharedZeros();
        return new Program()
                .magnitude(theta, share)
                .sum(share, model.thetaHalf(), share)
                .divideInto(model.thetaHalf(), share)
                .scale(share, model.thetaPlus())
                .multiply(share, counts)
                .add(theta, share);
    }

    @Override
    public void step(Step now) {
        if (now.learning()) {
            decayTheta.run();
        }
        integrate.run();
        if (now.learning()) {
            raiseTheta.run();
        }
        oneSpike.ifPresent(rule -> rule.choose(now));
    }

    @Override
    public void reset() {
        membrane.reset();
    }

    @Override
    public Map<Variable, INDArray> state() {
        Map<Variable, INDArray> state = new HashMap<>(membrane.state());
        state.put(Variable.THETA, theta);
        return state;
    }

    @Override
    public Set<Variable> learned() {
        return Set.of(Variable.THETA);
    }
}
