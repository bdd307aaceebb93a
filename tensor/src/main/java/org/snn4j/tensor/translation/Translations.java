package org.snn4j.tensor.translation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A register of which class says in ND4J's operations what a model says in plain arithmetic.
 *
 * @param <M> the kind of model
 * @param <C> what a translation is made for
 * @param <T> the kind of translation
 */
public final class Translations<M, C, T> {
    private final Map<Class<? extends M>, BiFunction<M, C, T>> byModel = new LinkedHashMap<>();

    /** Enters a model; for use where the register is made. */
    public <X extends M> Translations<M, C, T> enter(Class<X> model, BiFunction<X, C, T> translation) {
        byModel.put(model, (value, context) -> translation.apply(model.cast(value), context));
        return this;
    }

    /** The translation of a model, if its class has been entered. */
    public Optional<T> translate(M model, C context) {
        return Optional.ofNullable(byModel.get(model.getClass())).map(translation -> translation.apply(model, context));
    }

    /** The models that have been entered. */
    public Set<Class<? extends M>> models() {
        return Set.copyOf(byModel.keySet());
    }
}
