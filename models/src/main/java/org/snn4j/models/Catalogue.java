package org.snn4j.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The prebuilt models by name, as the command line lists them. A model that joins gets its line here. */
public final class Catalogue {
    private static final Map<String, IntFunction<PrebuiltModel>> RECOMMENDED = new LinkedHashMap<>();

    static {
        RECOMMENDED.put(DiehlAndCook2015.NAME, DiehlAndCook2015::recommended);
        RECOMMENDED.put(DiehlAndCook2015Original.NAME, DiehlAndCook2015Original::recommended);
        RECOMMENDED.put(DiehlAndCookV2.NAME, DiehlAndCookV2::recommended);
        RECOMMENDED.put(InhibitoryRecurrent.NAME, InhibitoryRecurrent::recommended);
        RECOMMENDED.put(TwoLayer.NAME, TwoLayer::recommended);
        RECOMMENDED.put(SymmetricStdp.NAME, SymmetricStdp::recommended);
        RECOMMENDED.put(IncreasingInhibition.NAME, IncreasingInhibition::recommended);
        RECOMMENDED.put(LocallyConnected.NAME, LocallyConnected::recommended);
        RECOMMENDED.put(Convolutional.NAME, Convolutional::recommended);
    }

    private Catalogue() {}

    /** The names of all models, the default first. */
    public static List<String> names() {
        return List.copyOf(RECOMMENDED.keySet());
    }

    /**
     * A model with the parameters that {@code train} uses.
     *
     * @param name one of {@link #names}
     * @param neurons how many neurons learn
     * @throws IllegalArgumentException naming the models that there are, or the size that the model cannot have
     */
    public static PrebuiltModel recommended(String name, int neurons) {
        IntFunction<PrebuiltModel> model = RECOMMENDED.get(name);
        if (model == null) {
            throw new IllegalArgumentException("there is no model " + name + "; the models are " + names());
        }
        return model.apply(neurons);
    }
}
