package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.training.Clamp;
import org.snn4j.training.Teacher;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The oracle is the teachers' records: whatever number they have must have an option that changes it and nothing else. */
class TeacherParametersTest {
    static Stream<Teacher> teachers() {
        return Teacher.all().stream();
    }

    @ParameterizedTest
    @MethodSource("teachers")
    void everyParameterHasAnOptionThatChangesIt(Teacher teacher) {
        RecordValues.leaves((Record) teacher).forEach((path, value) -> {
            Object other = changed(value);
            Map<String, Object> expected = RecordValues.leaves((Record) teacher);
            expected.put(path, other);
            Teacher given = named(teacher.name(), TeacherParameters.option(path), Values.text(other));
            assertThat(RecordValues.leaves((Record) given)).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @MethodSource("teachers")
    void withoutOptionsTheTeacherIsTheRecommendedOne(Teacher teacher) {
        assertThat(named(teacher.name())).isEqualTo(teacher);
    }

    @Test
    void everyParameterIsExplainedAndNothingElseIs() {
        assertThat(ResourceBundle.getBundle("org.snn4j.cli.teacher-parameters").keySet())
                .containsExactlyInAnyOrderElementsOf(TeacherParameters.paths());
    }

    @Test
    void infinityStandsForASpikeInEveryStep() {
        assertThat(named("clamp", "--teacher-rate", "Infinity")).isEqualTo(Clamp.everyStep());
    }

    private static Teacher named(String name, String... arguments) {
        CommandSpec command = CommandSpec.create();
        TeacherParameters.addTo(command);
        return TeacherParameters.named(name, new CommandLine(command).parseArgs(arguments));
    }

    private static Object changed(Object value) {
        return value instanceof Integer count ? (Object) (count + 1) : (double) value * 1.25;
    }
}
