package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for wrongly ends with status 2, says what was wrong and with which value, and leaves nothing behind. */
class WrongUseTest {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --neurons         | 0            | whole number from 1
                    --neurons         | -3           | whole number from 1
                    --neurons         | many         | whole number from 1
                    --neurons         | 2.5          | whole number from 1
                    --neurons         | 99999999999  | whole number from 1
                    --neurons         | 2000000000   | more than 2147483647 elements
                    --epochs          | 0            | whole number from 1
                    --train-samples   | 0            | whole number from 1
                    --train-samples   | 60001        | from 1 to 60000
                    --assign-samples  | 0            | whole number from 1
                    --test-samples    | 0            | whole number from 1
                    --test-samples    | 10001        | from 1 to 10000
                    --hold-out        | 60000        | from 1 to 59999
                    --threads         | 0            | whole number from 1
                    --seed            | luck         | whole number from
                    --watch-port      | 0            | not a port
                    --watch-port      | 65536        | not a port
                    --time            | -250         | finite number above 0
                    --time            | NaN          | finite number above 0
                    --time            | Infinity     | finite number above 0
                    --time            | soon         | not a number
                    --time            | 0.25         | at least one step
                    --dt              | 0            | finite number above 0
                    --dt              | NaN          | finite number above 0
                    --dt              | 1e-300       | steps
                    --intensity       | 0            | finite number above 0
                    --intensity       | NaN          | finite number above 0
                    --intensity       | Infinity     | finite number above 0
                    --model           | lenet        | diehl-cook
                    --engine          | warp         | event
                    --teacher         | homework     | this version has no 'homework', only none and clamp and hold-back and symmetric and reward
                    --teacher-rate    | 50           | --teacher none has no such parameter; it has none
                    --slant           | left         | neither kept nor upright
                    --min-spikes      | -1           | whole number
                    --nu-decay        | 0            | above 0 and at most 1
                    --nu-decay        | 1.5          | above 0 and at most 1
                    --nu-decay-samples | 0           | whole number from 1
                    --theta-spread    | 1.5          | number from 0 to 1
                    --growth          | 2            | --model diehl-cook has no such parameter
                    --encoder         | morse        | poisson, poisson-intervals
                    --encoder         | repeat       | poisson, poisson-intervals, bernoulli would be right
                    --dataset         | imagenet     | mnist, fashion-mnist
                    --dataset         | cifar=.      | neither a data set that is known nor a folder
                    --dataset         | kmnist=nowhere | neither a data set that is known nor a folder
                    --frame           | oval         | neither whole nor digit
                    --frame           | digit        | for folders of images, but mnist
                    --test-fraction   | 0.5          | for folders of images, but mnist
                    --test-fraction   | half         | not a number
                    --split-seed      | 7            | for folders of images, but mnist
                    --split-seed      | x            | whole number from
                    --tau-theta       | -1           | finite number above 0
                    --tau-theta       | NaN          | finite number above 0
                    --tau-theta       | Infinity     | finite number above 0
                    --tau-theta       | none         | not a number
                    --theta-plus      | Infinity     | finite number
                    --one-spike       | maybe        | neither true nor false
                    --bounds-low      | 2            | must not be above
                    --bounds-high     | NaN          | must not be above
                    --norm            | 0            | finite number above 0
                    --inhibition      | -120         | at least 0
                    --excitatory-rest | NaN          | finite number
                    --inhibitory-lower-bound | Infinity | negative infinity
                    --excitatory-refractory | -1     | at least 0
                    """)
    void valueThatCannotBeIsNamedWithWhatWouldBeRight(String option, String value, String right) {
        Path out = temporary.resolve("run");
        Invocation invocation =
                Invocation.of("train", "--json", option, value, "--out", out).requireFailure(2);
        assertThat(invocation.messages()).contains(option, right);
        assertThat(out).doesNotExist();
    }

    static Stream<Arguments> commandLines() {
        return Stream.of(
                arguments("", "subcommand"),
                arguments("trian", "trian"),
                arguments("train --neuron 5", "--neuron"),
                arguments("train --unknown", "--unknown"),
                arguments("train more", "more"),
                arguments("train --neurons", "--neurons"),
                arguments("train --seed 1 --seed 2", "--seed"),
                arguments("train --tau-theta 1 --tau-theta 2", "--tau-theta"),
                arguments("evaluate", "MODEL"),
                arguments("evaluate model.zip --engine warp", "--engine"),
                arguments("evaluate model.zip --threads 0", "--threads"),
                arguments("evaluate model.zip --neurons 5", "--neurons"),
                arguments("predict", "MODEL"),
                arguments("predict model.zip", "IMAGE"),
                arguments("bench --samples 0", "--samples"),
                arguments("bench --warmup 0", "--warmup"),
                arguments("bench --batch 0", "--batch"),
                arguments("bench --engine warp", "--engine"),
                arguments("bench --model lenet", "diehl-cook"),
                arguments("bench --model two-layer", "bench measures diehl-cook"),
                arguments("bench --time 0.25", "--time"),
                arguments("bench --neurons 2000000000", "--neurons"),
                arguments("predict model.zip image.png --frame oval", "--frame"),
                arguments("predict model.zip image.png --show-input text --json", "--show-input"),
                arguments("datasets", "subcommand"),
                arguments("datasets fetch", "fetch"),
                arguments("datasets get", "NAME"),
                arguments("datasets get imagenet", "imagenet"),
                arguments("datasets get emnist", "emnist-letters"),
                arguments("datasets verify imagenet", "imagenet"),
                arguments("datasets list more", "more"),
                arguments("doctor now", "now"),
                arguments("--unknown", "--unknown"));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void commandLineThatCannotBeUnderstoodIsRefused(String line, String culprit) {
        Object[] arguments = line.isEmpty() ? new Object[0] : line.split(" ");
        assertThat(Invocation.of(arguments).requireFailure(2).messages()).contains(culprit);
    }

    @Test
    void unknownCommandsAndOptionsComeWithTheOneThatWasMeant() {
        assertThat(Invocation.of("trian").messages()).contains("train?");
        assertThat(Invocation.of("train", "--neuron", "5").messages()).contains("--neurons");
    }

    @Test
    void optionsThatDoNotFitTogetherAreAllNamed() {
        assertThat(Invocation.of("train", "--bounds-low", 3, "--bounds-high", 2.5)
                        .requireFailure(2)
                        .messages())
                .contains("--bounds-low", "--bounds-high", "3.0", "2.5");
        assertThat(Invocation.of("train", "--time", 4, "--dt", 10)
                        .requireFailure(2)
                        .messages())
                .contains("--time", "--dt", "4.0", "10.0");
        assertThat(Invocation.of("train", "--encoder", "bernoulli", "--intensity", 2500, "--dt", 0.5)
                        .requireFailure(2)
                        .messages())
                .contains("--intensity", "--dt", "2500.0", "0.5", "2000.0");
    }

    @Test
    void teacherThatCannotBeIsNamedByItsParameter() {
        assertThat(Invocation.of("train", "--teacher", "clamp", "--teacher-rate", -1)
                        .requireFailure(2)
                        .messages())
                .contains("--teacher-rate: clamp.rate is -1.0 Hz", "above 0");
    }

    @Test
    void emptyFolderNameIsRefused() {
        assertThat(Invocation.of("train", "--out", "").requireFailure(2).messages())
                .contains("--out");
    }

    @Test
    void recipeThatIsNotThereAndOneOfAnotherModelAreRefused() {
        assertThat(Invocation.of("train", "--recipe", "diehl-cook-7")
                        .requireFailure(2)
                        .messages())
                .contains("--recipe", "no recipe diehl-cook-7", "diehl-cook-100, diehl-cook-400");
        assertThat(Invocation.of("train", "--recipe", "symmetric-100", "--model", "two-layer")
                        .requireFailure(2)
                        .messages())
                .contains("--model is two-layer", "--recipe symmetric-100 trains symmetric-stdp");
        assertThat(Invocation.of("train", "--recipe", "lattice-map-625", "--neurons", 6401)
                        .requireFailure(2)
                        .messages())
                .contains("--neurons", "6401", "at most 6400");
    }
}
