package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.models.DiehlAndCook2015;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The oracle is the model's record, looked at by reflection: whatever number it has must have an option. */
class ModelParametersTest {
    private static final DiehlAndCook2015 MODEL = DiehlAndCook2015.recommended(7);

    /** Every number and truth value of the record and of the records within it. */
    static Stream<String> parameters() {
        return values(MODEL).keySet().stream().filter(name -> !name.equals("inputs") && !name.equals("neurons"));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void everyParameterHasAnOptionThatChangesIt(String parameter) {
        Object value = changed(values(MODEL).get(parameter));
        DiehlAndCook2015 model = apply(ModelParameters.option(parameter), value.toString());
        Map<String, Object> expected = values(MODEL);
        expected.put(parameter, value);
        assertThat(values(model)).isEqualTo(expected);
    }

    @Test
    void everyParameterIsExplainedAndNothingElseIs() {
        assertThat(ResourceBundle.getBundle("org.snn4j.cli.model-parameters").keySet())
                .containsExactlyInAnyOrderElementsOf(parameters().toList());
    }

    @Test
    void optionsAreNamedAsPeopleNameTheParameters() {
        assertThat(parameters().map(ModelParameters::option))
                .doesNotHaveDuplicates()
                .contains(
                        "--dt",
                        "--theta-plus",
                        "--tau-theta",
                        "--one-spike",
                        "--nu-pre",
                        "--nu-post",
                        "--norm",
                        "--inhibition",
                        "--excitation",
                        "--excitatory-rest",
                        "--inhibitory-threshold",
                        "--bounds-low",
                        "--tau-trace");
    }

    @Test
    void withoutOptionsTheModelStaysAsItIs() {
        assertThat(apply()).isEqualTo(MODEL);
    }

    /** One by one these bounds would cross on the way from 0 and 1. */
    @Test
    void parametersOfOneRecordAreChangedTogether() {
        DiehlAndCook2015 model = apply("--bounds-low", "2", "--bounds-high", "3");
        assertThat(model.bounds().low()).isEqualTo(2);
        assertThat(model.bounds().high()).isEqualTo(3);
    }

    @Test
    void noneStandsForNoLowerBound() {
        assertThat(apply("--excitatory-lower-bound", "none")).isEqualTo(MODEL);
        assertThat(apply("--excitatory-lower-bound", "-100").excitatory().lowerBound())
                .isEqualTo(-100);
    }

    @Test
    void modelThatCannotBeNamesTheOptionsOfTheRecordThatRefused() {
        assertThatThrownBy(() -> apply("--tau-theta", "-1", "--norm", "50"))
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining("--tau-theta: ")
                .hasMessageContaining("-1.0")
                .hasMessageNotContaining("--norm");
    }

    private static DiehlAndCook2015 apply(String... arguments) {
        CommandSpec command = CommandSpec.create();
        ModelParameters.addTo(command);
        ParseResult parsed = new CommandLine(command).parseArgs(arguments);
        return ModelParameters.apply(MODEL, parsed);
    }

    private static Object changed(Object value) {
        if (value instanceof Boolean truth) {
            return !truth;
        }
        double number = (double) value;
        return Double.isInfinite(number) ? -70.5 : number + Math.max(0.5, Math.abs(number)) / 64;
    }

    private static Map<String, Object> values(Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<RecordComponent> components =
                new ArrayList<>(List.of(record.getClass().getRecordComponents()));
        for (RecordComponent component : components) {
            try {
                Object value = component.getAccessor().invoke(record);
                if (value instanceof Record inner) {
                    values(inner).forEach((name, leaf) -> values.put(component.getName() + "." + name, leaf));
                } else {
                    values.put(component.getName(), value);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(component.toString(), e);
            }
        }
        return values;
    }
}
