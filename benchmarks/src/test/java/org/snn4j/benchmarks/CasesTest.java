package org.snn4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.snn4j.network.event.Kernels;
import org.snn4j.network.kernel.ArrayKernels;

class CasesTest {
    private static final Set<Class<?>> KERNELS = Set.of(NeuronKernels.class, RowKernels.class, SynapseKernels.class);
    /** What says how the array kernels work, and is none. */
    private static final Set<String> DESCRIPTIONS = Set.of("vectorUnit", "tileWidth");

    /** Three encodings, two networks each of steps and of samples, two histories of rules, and the kernels. */
    @Test
    void everyCaseRuns() throws RunnerException {
        System.setProperty("jmh.ignoreLock", "true");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("org\\.snn4j\\.benchmarks\\..*")
                        .param("neurons", "16")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();

        int ofKernels = kernelCases().size() + cases(TileKernels.class).size();
        assertThat(results).hasSize(3 + 2 + 2 + 2 + ofKernels);
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    /** A case is named after its kernel, with a word more where the kernel has several forms. */
    @Test
    void everyKernelHasACase() {
        Set<String> cases = kernelCases();
        assertThat(Stream.of(Kernels.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName))
                .isNotEmpty()
                .allSatisfy(kernel -> assertThat(cases).contains(kernel));
    }

    @Test
    void everyArrayKernelHasACase() {
        assertThat(Stream.of(ArrayKernels.class.getMethods())
                        .filter(method -> Modifier.isAbstract(method.getModifiers()))
                        .map(Method::getName)
                        .filter(name -> !DESCRIPTIONS.contains(name)))
                .containsExactlyInAnyOrderElementsOf(cases(TileKernels.class));
    }

    private static Set<String> kernelCases() {
        return KERNELS.stream().flatMap(type -> cases(type).stream()).collect(Collectors.toSet());
    }

    private static Set<String> cases(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }
}
