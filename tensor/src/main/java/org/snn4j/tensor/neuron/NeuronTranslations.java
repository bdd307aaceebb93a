package org.snn4j.tensor.neuron;

import java.util.Set;
import org.snn4j.network.Layer;
import org.snn4j.network.neuron.AdaptiveLIF;
import org.snn4j.network.neuron.BoostedLIF;
import org.snn4j.network.neuron.CSRM;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.CurrentLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.neuron.Izhikevich;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.neuron.SRM0;
import org.snn4j.tensor.translation.Translations;

/** The neuron models that the tensor engine knows; Input layers, which have no neurons' state, it knows besides. */
public final class NeuronTranslations {
    private static final Translations<NeuronModel, Cells, TensorDynamics> REGISTER = new Translations<
                    NeuronModel, Cells, TensorDynamics>()
            .enter(McCullochPitts.class, TensorMcCullochPitts::new)
            .enter(IF.class, TensorIF::new)
            .enter(LIF.class, TensorLIF::new)
            .enter(BoostedLIF.class, TensorLIF::new)
            .enter(CurrentLIF.class, TensorCurrentLIF::new)
            .enter(AdaptiveLIF.class, TensorDiehlAndCook::new)
            .enter(DiehlAndCook.class, TensorDiehlAndCook::new)
            .enter(Izhikevich.class, TensorIzhikevich::new)
            .enter(SRM0.class, TensorSRM0::new)
            .enter(CSRM.class, TensorCSRM::new)
            .enter(ConductanceLIF.class, TensorConductanceLIF::new);

    private NeuronTranslations() {}

    /** The models that have a translation. */
    public static Set<Class<? extends NeuronModel>> models() {
        return REGISTER.models();
    }

    /**
     * New state for a layer.
     *
     * @throws UnsupportedOperationException if its model has no translation and does not implement {@link TensorNeuron}
     */
    public static TensorDynamics dynamics(Layer layer, Cells cells) {
        NeuronModel model = layer.neurons();
        if (model instanceof TensorNeuron own) {
            return own.dynamics(cells);
        }
        return REGISTER.translate(model, cells)
                .orElseThrow(
                        () -> new UnsupportedOperationException(
                                "the tensor engine cannot run the "
                                        + model.type() + " neurons of layer " + layer.name()
                                        + ": they have no translation to ND4J and do not implement TensorNeuron; use the event engine"));
    }
}
