package org.snn4j.network.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/**
 * Oracle: the format's description in docs/scenario.md. Each row breaks a scenario that is right in one place, and the
 * message must name that place.
 */
class ScenarioErrorTest {
    @TempDir
    private Path folder;

    @Test
    void scenarioThatTheRowsBreakIsRight() throws IOException {
        new TinyScenario(folder).read().run(Engine.event(), 0, output -> {});
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "null value",
            value = {
                "/format | ~~ | the document has no \"format\"",
                "/format | \"snn4j-scenario/2\" | format is \"snn4j-scenario/2\"; \"snn4j-scenario/1\" would be right",
                "/format | 1 | format is 1",
                "/about | 1 | about is 1; a text",
                "/more | 1 | the document has an unknown \"more\"",
                "/network | ~~ | the document has no \"network\"",
                "/network | [] | network is []",
                "/network/dt | 0 | network is wrong: network.dt is 0.0",
                "/network/dt | 1e999 | network.dt is ",
                "/network/dt | \"1\" | network.dt is \"1\"",
                "/network/more | 1 | network has an unknown \"more\"",
                "/network/layers | [] | network",
                "/network/layers/1/type | \"Lif\" | network.layers[1].type is \"Lif\"; a neuron model, one of [",
                "/network/layers/1/shape | [0] | network.layers[1] is wrong",
                "/network/layers/1/shape | [2, -2] | network.layers[1] is wrong",
                "/network/layers/1/shape | [50000, 50000] | network.layers[1] is wrong",
                "/network/layers/1/shape | [2.5] | network.layers[1].shape[0] is 2.5",
                "/network/layers/1/name | \"X\" | network is wrong: two layers are called X",
                "/network/layers/1/name | \"../A\" | network.layers[1] is wrong: layer name \"../A\"",
                "/network/layers/1/tauMembrane | 0 | network.layers[1] is wrong: LIF.tauMembrane is 0.0",
                "/network/layers/1/tauMembrane | 1e999 | network.layers[1].tauMembrane is ",
                "/network/layers/1/lowerBound | -1e999 | network.layers[1].lowerBound is ",
                "/network/layers/1/tauMembrane | \"9\" | network.layers[1].tauMembrane is \"9\"",
                "/network/layers/1/tau | 9 | network.layers[1].tau is unknown",
                "/network/layers/1/oneSpike | true | network.layers[1].oneSpike is unknown",
                "/network/layers/1/traces | 1 | network.layers[1].traces is 1",
                "/network/layers/1/traces | false | network is wrong: connection 0 (X-A): its learning rule reads",
                "/network/connections/0/type | \"dense\" | network.connections[0].type is \"dense\"",
                "/network/connections/0/source | \"Q\" | network is wrong: connection 0 (Q-A): there is no layer Q",
                "/network/connections/0/target | \"X\" | network is wrong: connection 0 (X-X): layer X is an Input",
                "/network/connections/0/receptor | \"both\" | network.connections[0].receptor is \"both\"; \"excitatory\" or",
                "/network/connections/0/receptor | \"inhibitory\" | (X-A): it acts on an inhibitory receptor, but the LIF",
                "/network/connections/0/weight | 1 | network.connections[0] has an unknown \"weight\"",
                "/network/connections/0/weights | \"c.npy\" | network.connections[0].weights is \"c.npy\"; ",
                "/network/connections/0/weights | \"j.npy\" | (X-A): weights have shape [2, 2]; [3, 4] would be right",
                "/network/connections/0/weights | \"j-nan.npy\" | j-nan.npy, which is wrong: it holds NaN at 0",
                "/network/connections/0/weights | \"none.npy\" | none.npy, which is not there",
                "/network/connections/0/wmin | 2e999 | network.connections[0].wmin is ",
                "/network/connections/0/wmax | -1e999 | network.connections[0].wmax is ",
                "/network/connections/0/norm | -1 | network.connections[0] is wrong: connection.norm is -1.0",
                "/network/connections/0/rule/type | \"PrePost\" | network.connections[0].rule.type is \"PrePost\"",
                "/network/connections/0/rule/nu | [1] | network.connections[0].rule.nu is [1]",
                "/network/connections/0/bias | \"b-nan.npy\" | b-nan.npy, which is wrong: it holds NaN at 0",
                "/network/connections/0/rule/eta | 1 | network.connections[0].rule.eta is unknown",
                "/record | ~~ | the document has no \"record\"",
                "/record | {} | record is {}; a list",
                "/record/0/layer | \"Q\" | record[0].layer is wrong: there is no layer Q; the layers are [X, A]",
                "/record/0/variables | [] | record[0].variables is []; at least one would be right",
                "/record/0/variables | [\"s\", \"s\"] | record[0] records s of layer A a second time",
                "/record/0/variables | [1] | record[0].variables[0] is 1",
                "/record/0/source | \"X\" | record[0] has an unknown \"source\"",
                "/record/1/source | ~~ | record[1] has no \"source\"",
                "/record/1/source | \"Q\" | record[1].source is wrong: there is no layer Q",
                "/record/1/target | \"X\" | record[1] is wrong: no connection from X to X has an array of weights",
                "/record/1/source | \"A\" | record[1] is wrong: no connection from A to A has an array of weights",
                "/record/1/variables | [\"v\"] | record[1].variables is [\"v\"]; [\"w\"] would be right",
                "/record/0 | {\"source\": \"X\", \"target\": \"A\", \"variables\": [\"w\"]} | record[1] records the weights",
                "/runs | ~~ | the document has no \"runs\"",
                "/runs | [] | runs is []; at least one run would be right",
                "/runs/0 | 1 | runs[0] is 1; an object would be right",
                "/runs/0/inputs | ~~ | runs[0] has no \"inputs\"",
                "/runs/0/inputs/Q | \"x.npy\" | runs[0].inputs.Q is wrong: there is no layer Q; the layers are [X, A]",
                "/runs/0/inputs/X | 1 | runs[0].inputs.X is 1; a text",
                "/runs/0/inputs/X | \"x-long.npy\" | runs[0].inputs.X is wrong: the input of layer X has 5 steps",
                "/runs/1/inputs/X | \"x-wide.npy\" | runs[1].inputs.X is wrong: the input of layer X has shape [2]",
                "/runs/0/inputs/X | \"x-two.npy\" | x-two.npy, which is wrong: the spike of neuron 0 at step 0",
                "/runs/0/inputs/X | \"x-flat.npy\" | x-flat.npy, which is wrong: spikes of shape [4, 3] have too few",
                "/runs/0/inputs/X | \"x-empty.npy\" | x-empty.npy, which is wrong: a spike batch needs",
                "/runs/0/inputs/X | \"x-halves.npy\" | runs[0].inputs.X is wrong: layer X is an Input layer",
                "/runs/0/inputs/X | \"longs.npy\" | longs.npy, which is wrong: it holds integers",
                "/runs/0/inputs/X | \"cut.npy\" | runs[0].inputs.X names a file that cannot be read: ",
                "/runs/0/inputs/X | \"none.npy\" | runs[0].inputs.X names ",
                "/runs/0/inputs/X | \"sub\" | sub, which cannot be read: is a directory",
                "/runs/0/inputs/X | \"x-batch.npy\" | runs[1].inputs is wrong: it shows 1 samples, but cannot go on from",
                "/runs/0/inputs | {\"X\": \"x-batch.npy\", \"A\": \"e.npy\"} | runs[0].inputs is wrong: the input of layer A",
                "/runs/0/inputs/A | \"e-nan.npy\" | e-nan.npy, which is wrong: it holds NaN at 0",
                "/runs/0/inputs | {\"A\": \"e-empty.npy\"} | runs[0].inputs.A is wrong: the input of layer A has no samples",
                "/runs/0/time | ~~ | runs[0] has no \"time\"",
                "/runs/0/time | -4 | runs[0].time is wrong: run.time is -4.0",
                "/runs/0/time | 0.4 | runs[0].time is wrong: the run takes 0.4 ms, which are 0.4 steps of 1.0 ms",
                "/runs/0/time | 1e300 | runs[0].time is wrong: run.time is 1.0E300",
                "/runs/0/time | 1e999 | runs[0].time is ",
                "/runs/0 | {\"inputs\": {}, \"time\": 2e9} | runs[0].time is wrong: shape [2000000000, 1, 2, 2]",
                "/runs/0/learning | 1 | runs[0].learning is 1; true or false",
                "/runs/0/oneStep | null | runs[0].oneStep is null",
                "/runs/0/reset | \"yes\" | runs[0].reset is \"yes\"",
                "/runs/0/reward | true | runs[0].reward is true; a finite number",
                "/runs/0/reward | 1e999 | runs[0].reward is ",
                "/runs/0/aPlus | \"1\" | runs[0].aPlus is \"1\"",
                "/runs/0/aMinus | [] | runs[0].aMinus is []",
                "/runs/0/clamp | null | runs[0].clamp is null; an object would be right",
                "/runs/0/clamp | {\"Q\": \"c.npy\"} | runs[0].clamp.Q is wrong: there is no layer Q",
                "/runs/0/clamp | {\"A\": \"c-long.npy\"} | runs[0].clamp.A is wrong: clamp of layer A has shape [5, 2, 2]",
                "/runs/0/clamp | {\"A\": \"c-two.npy\"} | runs[0].clamp.A is wrong: clamp of layer A holds 2 at 0",
                "/runs/0/clamp | {\"A\": \"j.npy\"} | runs[0].clamp.A names a file that cannot be read: ",
                "/runs/0/unclamp | {\"A\": \"x.npy\"} | runs[0].unclamp.A is wrong: unclamp of layer A has shape [4, 1, 3]",
                "/runs/0/injectVoltage | {\"A\": \"j-nan.npy\"} | j-nan.npy, which is wrong: it holds NaN at 0",
                "/runs/0/injectVoltage | {\"A\": \"c.npy\"} | runs[0].injectVoltage.A names a file that cannot be read: ",
                "/runs/0/more | 1 | runs[0] has an unknown \"more\"",
            })
    void brokenPlaceIsNamed(String pointer, String value, String message) throws IOException {
        TinyScenario broken = new TinyScenario(folder).with(pointer, value);
        assertThatThrownBy(broken::read)
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith(folder.resolve("scenario.json") + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void linkOutOfTheFolderIsRefusedAndOneWithinItFollowed(@TempDir Path elsewhere) throws IOException {
        TinyScenario scenario = new TinyScenario(folder).with("/runs/0/inputs/X", "\"link.npy\"");
        Path link = folder.resolve("link.npy");
        Path outside = Files.copy(folder.resolve("x.npy"), elsewhere.resolve("x.npy"));
        Files.createSymbolicLink(link, outside);
        assertThatThrownBy(scenario::read)
                .isInstanceOf(MalformedJsonException.class)
                .hasMessage(folder.resolve("scenario.json") + ": runs[0].inputs.X names " + link + ", a link to "
                        + outside.toRealPath() + "; a file in the scenario's folder would be right");

        Files.delete(link);
        Files.createSymbolicLink(link, folder.resolve("sub").resolve("x.npy"));
        assertThat(scenario.read().runs()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../w.npy", "sub/../../w.npy", "sub/..", "..", "/w.npy", "", "w\\u0000.npy"})
    void arrayOutsideTheFolderIsRefused(String name) throws IOException {
        Files.createDirectory(folder.resolve("inner"));
        TinyScenario scenario = new TinyScenario(folder.resolve("inner"));
        Files.copy(folder.resolve("inner/x.npy"), folder.resolve("w.npy"));
        assertThatThrownBy(scenario.with("/runs/0/inputs/X", "\"" + name + "\"")::read)
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("scenario.json: runs[0].inputs.X names \"")
                .hasMessageContaining("a file in the scenario's folder, by a relative path without \"..\"");
    }

    @Test
    void arrayInAFolderBelowIsRead() throws IOException {
        Scenario plain = new TinyScenario(folder).read();
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Scenario below = new TinyScenario(inner)
                .with("/runs/0/inputs/X", "\"sub/x.npy\"")
                .read();
        assertThat(below).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/record/0/variables | [\"s\", \"q\"] | record[0].variables[1] is wrong: layer A (LIF) has no variable q",
                "/record/0/variables | [\"../s\"] | record[0].variables[0] is wrong: layer A (LIF) has no variable ../s",
                "/runs/1/injectVoltage | {\"X\": \"v.npy\"} | runs[1] is wrong: voltage cannot be injected into layer X",
            })
    void whatOnlyAnEngineCanTellIsCheckedBeforeTheFirstStep(String pointer, String value, String message)
            throws IOException {
        TinyScenario tiny = new TinyScenario(folder);
        Npy.write(FloatArray.of(Shape.of(3), 1, 2, 3), folder.resolve("v.npy"));
        Scenario scenario = tiny.with(pointer, value).read();
        List<ScenarioOutput> outputs = new ArrayList<>();
        assertThatThrownBy(() -> scenario.run(Engine.event(), 0, outputs::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertThat(outputs).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | the document is []; an object would be right",
                "{\"format\": \"snn4j-scenario/1\" | line 1, column ",
                "{\"format\": 1, \"format\": 1} | is not JSON: Duplicate field 'format'",
                "{} {} | line 1, column 4 is not JSON",
                "{\"format\": NaN} | is not JSON",
                "~~ | the document is",
                "~\u0000\u0000\u0000{~ | is not JSON",
            })
    void otherTextIsRefused(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.json"), text, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Scenario.read(file))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void folderAndMissingFileAreNamed() {
        assertThatThrownBy(() -> Scenario.read(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(folder + ": is a folder; the JSON file in it would be right");
        assertThatThrownBy(() -> Scenario.read(folder.resolve("none.json")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none.json");
    }
}
