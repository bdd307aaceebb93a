package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.models.Catalogue;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.models.PrebuiltModel;
import org.snn4j.models.TwoLayer;
import org.snn4j.network.connection.Norm;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The oracle is the models' records, looked at by reflection: whatever number they have must have an option. */
class ModelParametersTest {
    private static final DiehlAndCook2015 MODEL = DiehlAndCook2015.recommended(7);

    /** Every number, truth value and choice of a model's record and of the records within it. */
    static Stream<String> parameters(PrebuiltModel model) {
        return values((Record) model).keySet().stream()
                .filter(name -> !List.of("inputs", "neurons", "filters").contains(name));
    }

    static Stream<String> parameters() {
        return Catalogue.names().stream()
                .flatMap(name -> parameters(Catalogue.recommended(name, 7)))
                .distinct();
    }

    static Stream<Arguments> parametersOfModels() {
        return Catalogue.names().stream().flatMap(name -> parameters(Catalogue.recommended(name, 7))
                .map(parameter -> arguments(name, parameter)));
    }

    @ParameterizedTest
    @MethodSource("parametersOfModels")
    void everyParameterHasAnOptionThatChangesIt(String name, String parameter) {
        Record model = (Record) Catalogue.recommended(name, 7);
        Object value = changed(values(model).get(parameter));
        PrebuiltModel changed = apply((PrebuiltModel) model, ModelParameters.option(parameter), Values.text(value));
        Map<String, Object> expected = values(model);
        expected.put(parameter, value);
        assertThat(values((Record) changed)).isEqualTo(expected);
    }

    @Test
    void parameterOfAnotherModelIsRefusedWithThoseThatThisOneHas() {
        assertThatThrownBy(() -> apply(TwoLayer.recommended(7), "--inhibition", "3", "--tau-theta", "4"))
                .isInstanceOf(WrongUse.class)
                .hasMessageStartingWith("--tau-theta, --inhibition: --model two-layer has no such parameter")
                .hasMessageContaining("--excitatory-refractory, --excitatory-tau-membrane")
                .hasMessageContaining("--nu-post, --norm");
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
    void measureOfTheNormIsNamedInLowerCase() {
        DiehlAndCook2015 model = apply("--norm", "12.5", "--measure", "length");
        assertThat(model).isEqualTo(MODEL.withNorm(Norm.ofLength(12.5)));
        assertThat(apply("--measure", "sum")).isEqualTo(MODEL);
        assertThatThrownBy(() -> apply("--measure", "LENGTH"))
                .hasMessageContaining("--measure")
                .hasMessageContaining("there is no 'LENGTH', only sum and length.");
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
        return (DiehlAndCook2015) apply(MODEL, arguments);
    }

    private static PrebuiltModel apply(PrebuiltModel model, String... arguments) {
        CommandSpec command = CommandSpec.create();
        ModelParameters.addTo(command);
        ParseResult parsed = new CommandLine(command).parseArgs(arguments);
        return ModelParameters.apply(model, parsed);
    }

    private static Object changed(Object value) {
        if (value instanceof Boolean truth) {
            return !truth;
        }
        if (value instanceof Norm.Measure measure) {
            return measure == Norm.Measure.SUM ? Norm.Measure.LENGTH : Norm.Measure.SUM;
        }
        if (value instanceof Integer count) {
            return count + 1;
        }
        double number = (double) value;
        if (Double.isInfinite(number)) {
            return number < 0 ? -70.5 : 12.5;
        }
        return number + Math.max(0.5, Math.abs(number)) / 64;
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
