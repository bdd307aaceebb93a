package org.snn4j.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Engine;
import org.snn4j.network.GoldenCase;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeBatch;

/** Oracle: the same runs by {@link Simulation}, and the value that was written. */
class ScenarioTest {
    private static final Variable V = Variable.VOLTAGE;

    @TempDir
    private Path folder;

    static List<String> goldenCases() throws IOException {
        return GoldenCase.names();
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void writtenScenarioReadsBackEqual(String name) throws IOException {
        Scenario scenario = GoldenCase.of(name).scenario();
        Path file = folder.resolve("scenario.json");
        scenario.write(file);
        assertThat(Scenario.read(file)).isEqualTo(scenario);
    }

    @Test
    void everyOptionOfARunReadsBackEqual() throws IOException {
        Scenario scenario = everyOption();
        Path file = folder.resolve("scenario.json");
        scenario.write(file);
        assertThat(Scenario.read(file)).isEqualTo(scenario);
    }

    @Test
    void optionsOfARunReachTheSimulation() throws IOException {
        Scenario scenario = everyOption();
        Map<String, NdArray> expected = new LinkedHashMap<>();
        try (Simulation simulation = scenario.network().simulate(Engine.event(), 5)) {
            Recording v = simulation.record("A", V);
            long sample = 0;
            for (int i = 0; i < scenario.runs().size(); i++) {
                Run run = scenario.runs().get(i).run();
                simulation.run(run.ofSample(sample));
                expected.put("run" + i + ".A.v.npy", v.values());
                expected.put("run" + i + ".X-A.w.npy", simulation.weights("X", "A"));
                if (scenario.runs().get(i).afterwards() == ScenarioRun.Afterwards.RESET) {
                    simulation.reset();
                }
                sample += run.batch();
            }
        }
        assertThat(results(scenario, 5)).isEqualTo(expected);
    }

    @Test
    void equalRunsDrawDifferentWinnersAndTheSameSeedTheSame() throws IOException {
        Network network = Network.builder()
                .layer("X", new Input(), 5)
                .layer("Y", DiehlAndCook.defaults(), 20)
                .connect("X", "Y", Dense.uniform(5, 5))
                .build();
        Run run = Run.of("X", Trains.incessant(5, 50), 50);
        Scenario scenario = new Scenario(
                Optional.empty(),
                network,
                List.of(new ScenarioRecord.OfLayer("Y", List.of(Variable.SPIKES))),
                List.of(
                        new ScenarioRun(run, ScenarioRun.Afterwards.RESET),
                        new ScenarioRun(run, ScenarioRun.Afterwards.RESET)));
        Map<String, NdArray> once = results(scenario, 1);
        assertThat(once.get("run0.Y.s.npy")).isNotEqualTo(once.get("run1.Y.s.npy"));
        assertThat(results(scenario, 1)).isEqualTo(once);
        assertThat(results(scenario, 2)).isNotEqualTo(once);
    }

    @Test
    void connectionsBetweenTheSameLayersAreWrittenApart() throws IOException {
        Network network = Network.builder()
                .layer("X", new Input(), 1)
                .layer("Y", DiehlAndCook.defaults(), 1)
                .connect("X", "Y", Dense.uniform(1, 1))
                .connect("X", "Y", Dense.uniform(2, 2))
                .build();
        Scenario scenario = new Scenario(
                Optional.empty(),
                network,
                List.of(new ScenarioRecord.OfWeights("X", "Y")),
                List.of(new ScenarioRun(Run.of(Map.of(), 1), ScenarioRun.Afterwards.CARRY_OVER)));
        assertThat(results(scenario, 0))
                .isEqualTo(Map.of(
                        "run0.X-Y.w.npy", FloatArray.of(Shape.of(1, 1), 1),
                        "run0.X-Y#2.w.npy", FloatArray.of(Shape.of(1, 1), 2)));
    }

    @Test
    void spikesMayBeGivenAsFloats() throws IOException {
        Scenario bytes = new TinyScenario(folder).read();
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Scenario floats = new TinyScenario(inner)
                .with("/runs/0/inputs/X", "\"x-floats.npy\"")
                .read();
        assertThat(floats).isEqualTo(bytes);
    }

    @Test
    void spikeIntoALayerThatIsNoInputCountsOneMillivolt() throws IOException {
        ByteArray ones =
                ByteArray.of(Shape.of(4, 1, 2, 2), new byte[] {1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0});
        float[] values = new float[16];
        for (int i = 0; i < values.length; i++) {
            values[i] = ones.get(i);
        }
        TinyScenario tiny = new TinyScenario(folder).with("/runs/0/inputs/A", "\"given.npy\"");
        Npy.write(ones, folder.resolve("given.npy"));
        Map<String, NdArray> bySpikes = results(tiny.read(), 0);
        Npy.write(FloatArray.of(ones.shape(), values), folder.resolve("given.npy"));
        Scenario byCurrent = tiny.read();
        assertThat(byCurrent.runs().get(0).run().inputs().get("A")).isInstanceOf(Current.class);
        assertThat(results(byCurrent, 0)).isEqualTo(bySpikes);
        tiny.with("/runs/0/inputs/A", "");
        assertThat(results(tiny.read(), 0)).isNotEqualTo(bySpikes);
    }

    @ParameterizedTest
    @CsvSource({"c-flat.npy, c.npy", "c-flat-steps.npy, c-steps.npy"})
    void arrayOfNeuronsStandsForTheShapeOfTheLayer(String flat, String shaped) throws IOException {
        TinyScenario tiny = new TinyScenario(folder);
        Scenario expected =
                tiny.with("/runs/0/clamp", "{\"A\": \"" + shaped + "\"}").read();
        assertThat(tiny.with("/runs/0/clamp", "{\"A\": \"" + flat + "\"}").read())
                .isEqualTo(expected);
    }

    @Test
    void stateCarriesOverUnlessReset() throws IOException {
        TinyScenario tiny = new TinyScenario(folder);
        tiny.with("/network/layers/1/refractory", "0").with("/runs/1", "{\"inputs\": {}, \"time\": 4}");
        NdArray carried = results(tiny.read(), 0).get("run1.A.v.npy");
        tiny.with("/runs/0/reset", "true");
        NdArray atRest = results(tiny.read(), 0).get("run1.A.v.npy");
        assertThat(carried.asDouble(0)).isNotEqualTo(-65);
        assertThat(atRest.asDouble(0)).isEqualTo(-65);
    }

    /** Two runs, of two samples and of one, that use everything that a run can have. */
    private Scenario everyOption() throws IOException {
        Scenario tiny = new TinyScenario(folder).read();
        Random random = new Random(3);
        Run first = Run.of(
                        Map.of(
                                "X",
                                new SpikeBatch(
                                        List.of(Trains.random(3, 4, 0.5, random), Trains.random(3, 4, 0.5, random))),
                                "A",
                                new Current(FloatArray.of(Shape.of(4, 2, 2, 2), new float[32]))),
                        4)
                .clamp("A", ByteArray.of(Shape.of(2, 2), (byte) 1, (byte) 0, (byte) 0, (byte) 0))
                .unclamp("A", ByteArray.of(Shape.of(4, 2, 2), new byte[16]))
                .injectVoltage("A", FloatArray.of(Shape.of(2, 2), 1, 2, 3, 0.1f))
                .rewarded(new Reward(0.1, 0.9, -0.8))
                .oneStep();
        Run second = Run.of(Map.of(), 7.4).frozen();
        return new Scenario(
                Optional.empty(),
                tiny.network(),
                List.of(new ScenarioRecord.OfLayer("A", List.of(V)), new ScenarioRecord.OfWeights("X", "A")),
                List.of(
                        new ScenarioRun(first, ScenarioRun.Afterwards.RESET),
                        new ScenarioRun(second, ScenarioRun.Afterwards.CARRY_OVER)));
    }

    private static Map<String, NdArray> results(Scenario scenario, long seed) throws IOException {
        Map<String, NdArray> results = new LinkedHashMap<>();
        List<Integer> order = new ArrayList<>();
        scenario.run(Engine.event(), seed, output -> {
            results.put(output.fileName(), output.values());
            order.add(output.run());
        });
        assertThat(order).isSorted();
        return results;
    }
}
