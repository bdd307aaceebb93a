package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Delays;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.neuron.CSRM;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/** Oracle: what each parameter may be, as its record documents it; an error names the parameter and the number it had. */
class CulpritTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Parameters of each kind, as a name and a way to set them. */
    private static Stream<Parameter> finite() {
        return Stream.of(
                new Parameter("LIF.threshold", x -> LIF.builder().threshold(x).build()),
                new Parameter("LIF.rest", x -> LIF.builder().rest(x).build()),
                new Parameter("LIF.reset", x -> LIF.builder().reset(x).build()),
                new Parameter(
                        "DiehlAndCook.threshold",
                        x -> DiehlAndCook.builder().threshold(x).build()),
                new Parameter(
                        "DiehlAndCook.rest", x -> DiehlAndCook.builder().rest(x).build()),
                new Parameter(
                        "DiehlAndCook.reset",
                        x -> DiehlAndCook.builder().reset(x).build()),
                new Parameter(
                        "DiehlAndCook.thetaPlus",
                        x -> DiehlAndCook.builder().thetaPlus(x).build()),
                new Parameter("CSRM.threshold", x -> CSRM.builder().threshold(x).build()),
                new Parameter("CSRM.rest", x -> CSRM.builder().rest(x).build()),
                new Parameter("CSRM.eta0", x -> CSRM.builder().eta0(x).build()),
                new Parameter(
                        "ConductanceLIF.threshold",
                        x -> ConductanceLIF.builder().threshold(x).build()),
                new Parameter(
                        "ConductanceLIF.rest",
                        x -> ConductanceLIF.builder().rest(x).build()),
                new Parameter(
                        "ConductanceLIF.reset",
                        x -> ConductanceLIF.builder().reset(x).build()),
                new Parameter(
                        "ConductanceLIF.start",
                        x -> ConductanceLIF.builder().start(x).build()),
                new Parameter(
                        "ConductanceLIF.excitatoryReversal",
                        x -> ConductanceLIF.builder().excitatoryReversal(x).build()),
                new Parameter(
                        "ConductanceLIF.inhibitoryReversal",
                        x -> ConductanceLIF.builder().inhibitoryReversal(x).build()),
                new Parameter(
                        "ConductanceLIF.theta0",
                        x -> ConductanceLIF.builder().theta0(x).build()),
                new Parameter(
                        "ConductanceLIF.thetaPlus",
                        x -> ConductanceLIF.builder().thetaPlus(x).build()),
                new Parameter("trace.scale", x -> new Trace(20, x, Trace.OnSpike.ADD)),
                new Parameter("nu.pre", x -> new Rates(x, 0)),
                new Parameter("nu.post", x -> new Rates(0, x)),
                new Parameter("OneToOne.weight", OneToOne::of),
                new Parameter("AllButSelf.weight", AllButSelf::of),
                new Parameter("Uniform.low", x -> new Weights.Uniform(x, 1)),
                new Parameter("Uniform.high", x -> new Weights.Uniform(0, x)));
    }

    private static Stream<Parameter> positive() {
        return Stream.of(
                new Parameter(
                        "LIF.tauMembrane", x -> LIF.builder().tauMembrane(x).build()),
                new Parameter(
                        "DiehlAndCook.tauMembrane",
                        x -> DiehlAndCook.builder().tauMembrane(x).build()),
                new Parameter(
                        "DiehlAndCook.tauTheta",
                        x -> DiehlAndCook.builder().tauTheta(x).build()),
                new Parameter(
                        "CSRM.tauResponse", x -> CSRM.builder().tauResponse(x).build()),
                new Parameter(
                        "CSRM.responseWindow",
                        x -> CSRM.builder().responseWindow(x).build()),
                new Parameter("CSRM.tauEta", x -> CSRM.builder().tauEta(x).build()),
                new Parameter("CSRM.etaWindow", x -> CSRM.builder().etaWindow(x).build()),
                new Parameter(
                        "ConductanceLIF.tauMembrane",
                        x -> ConductanceLIF.builder().tauMembrane(x).build()),
                new Parameter(
                        "ConductanceLIF.tauExcitatory",
                        x -> ConductanceLIF.builder().tauExcitatory(x).build()),
                new Parameter(
                        "ConductanceLIF.tauInhibitory",
                        x -> ConductanceLIF.builder().tauInhibitory(x).build()),
                new Parameter(
                        "ConductanceLIF.tauTheta",
                        x -> ConductanceLIF.builder().tauTheta(x).build()),
                new Parameter("trace.tau", Trace::replacing),
                new Parameter("connection.norm", x -> Dense.uniform(0, 1).norm(x)),
                new Parameter("connection.length", Norm::ofLength),
                new Parameter("network.dt", x -> new Network(x, List.of(Layer.of("X", new Input(), 1)), List.of())),
                new Parameter("run.time", x -> Run.of(Map.of(), x)));
    }

    private static Stream<Parameter> atLeastZero() {
        return Stream.of(
                new Parameter(
                        "CSRM.refractory", x -> CSRM.builder().refractory(x).build()),
                new Parameter(
                        "ConductanceLIF.refractory",
                        x -> ConductanceLIF.builder().refractory(x).build()),
                new Parameter("delays.low", x -> new Delays.Uniform(x, 1e30)),
                new Parameter("LIF.refractory", x -> LIF.builder().refractory(x).build()),
                new Parameter(
                        "DiehlAndCook.refractory",
                        x -> DiehlAndCook.builder().refractory(x).build()));
    }

    private static Stream<Parameter> lowerLimits() {
        return Stream.of(
                new Parameter("LIF.lowerBound", x -> LIF.builder().lowerBound(x).build()),
                new Parameter(
                        "DiehlAndCook.lowerBound",
                        x -> DiehlAndCook.builder().lowerBound(x).build()));
    }

    static Stream<Arguments> wrongNumbers() {
        return Stream.of(
                        with(finite(), NAN, INFINITE, -INFINITE),
                        with(positive(), NAN, INFINITE, -INFINITE, 0, -1),
                        with(atLeastZero(), NAN, INFINITE, -INFINITE, -1),
                        with(lowerLimits(), NAN, INFINITE),
                        with(
                                Stream.of(new Parameter(
                                        "weightDecay", x -> Dense.uniform(0, 1).weightDecay(x))),
                                NAN,
                                -0.1,
                                1.1,
                                INFINITE))
                .flatMap(arguments -> arguments);
    }

    private static Stream<Arguments> with(Stream<Parameter> parameters, double... values) {
        return parameters.flatMap(parameter ->
                DoubleStream.of(values).mapToObj(value -> arguments(parameter.name(), value, parameter.setter())));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("wrongNumbers")
    void wrongNumberIsNamedWithItsValue(String name, double value, DoubleFunction<?> setter) {
        assertThatThrownBy(() -> setter.apply(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(String.valueOf(value))
                .hasMessageContaining("must be");
    }

    static Stream<Arguments> wrongValues() {
        Plasticity fixed = Plasticity.FIXED;
        Weights zeros = new Weights.Uniform(0, 0);
        Trace.OnSpike none = null;
        return Stream.of(
                wrong("wmin is 2.0 and wmax is 1.0", () -> new Bounds(2, 1)),
                wrong("wmin is NaN", () -> new Bounds(NAN, 1)),
                wrong("wmax is NaN", () -> new Bounds(0, NAN)),
                wrong("delays.high is 0.5", () -> new Delays.Uniform(1, 0.5)),
                wrong("Uniform.high is 0.0", () -> new Weights.Uniform(1, 0)),
                wrong("is NaN", () -> new Weights.Given(FloatArray.of(Shape.of(2, 2), 1, 2, Float.NaN, 4))),
                wrong("layer name \"\"", () -> Layer.of("", new Input(), 1)),
                wrong("layer name \"  \"", () -> Layer.of("  ", new Input(), 1)),
                wrong("layer name \"a/b\"", () -> Layer.of("a/b", new Input(), 1)),
                wrong("layer name \"a\\b\"", () -> Layer.of("a\\b", new Input(), 1)),
                wrong("layer name \"a#2\"", () -> Layer.of("a#2", new Input(), 1)),
                wrong("layer name \"a\0\"", () -> Layer.of("a\0", new Input(), 1)),
                wrong("layer X has shape []", () -> Layer.of("X", new Input())),
                wrong("layer X has shape [3, 0]", () -> Layer.of("X", new Input(), 3, 0)),
                wrong(
                        "carried.batch is 0",
                        () -> new CarriedState(0, FloatArray.of(Shape.of(0)), LongArray.of(Shape.of(0)))),
                missing("layer.neurons", () -> Layer.of("X", null, 1)),
                missing("layer.trace", () -> new Layer("X", Shape.of(1), new Input(), null)),
                missing("trace.onSpike", () -> new Trace(1, 1, none)),
                missing("connection.source", () -> new Connection(null, "Y", OneToOne.of(1))),
                missing("connection.target", () -> new Connection("X", null, OneToOne.of(1))),
                missing("connection.topology", () -> new Connection("X", "Y", null)),
                missing("Dense.weights", () -> new Dense(null, fixed, Optional.empty())),
                missing("Dense.plasticity", () -> new Dense(zeros, null, Optional.empty())),
                missing("Dense.bias", () -> new Dense(zeros, fixed, null)),
                missing("rule", () -> new Plasticity(null, fixed.bounds(), fixed.norm(), 0, fixed.signs())),
                missing("bounds", () -> new Plasticity(fixed.rule(), null, fixed.norm(), 0, fixed.signs())),
                missing("norm", () -> new Plasticity(fixed.rule(), fixed.bounds(), null, 0, fixed.signs())),
                missing("norm.measure", () -> new Norm(1, null)),
                missing("connection.receptor", () -> new Connection("X", "Y", OneToOne.of(1)).onto(null)),
                missing(
                        "ConductanceLIF.whileRefractory",
                        () -> ConductanceLIF.builder().whileRefractory(null).build()),
                missing("CSRM.kernel", () -> CSRM.builder().kernel(null).build()),
                missing("timing", () -> fixed.withTiming(null)),
                missing("PostPre.nu", () -> new PostPre(null, PostPre.defaults().reduction())),
                missing("PostPre.reduction", () -> new PostPre(new Rates(0, 0), null)),
                missing("name", () -> new Variable(null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongValues")
    void wrongValueIsNamed(String culprit, Class<? extends Exception> type, ThrowingCallable maker) {
        assertThatThrownBy(maker).isInstanceOf(type).hasMessageContaining(culprit);
    }

    @Test
    void limitsThemselvesAreAllowed() {
        LIF.builder().refractory(0).lowerBound(Double.NEGATIVE_INFINITY).build();
        DiehlAndCook.builder().refractory(0).lowerBound(-70).build();
        Dense.uniform(1, 1).bounds(2, 2).weightDecay(0).weightDecay(1);
    }

    private static Arguments wrong(String culprit, ThrowingCallable maker) {
        return arguments(culprit, IllegalArgumentException.class, maker);
    }

    private static Arguments missing(String culprit, ThrowingCallable maker) {
        return arguments(culprit, NullPointerException.class, maker);
    }

    private record Parameter(String name, DoubleFunction<?> setter) {}
}
