package org.snn4j.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.snn4j.training.Teacher;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The parameters of the teachers as options: {@code --teacher-rate}. */
final class TeacherParameters {
    private static final RecordOptions OPTIONS = new RecordOptions(
            "--teacher",
            defaults(),
            TeacherParameters::option,
            ResourceBundle.getBundle("org.snn4j.cli.teacher-parameters"));

    private TeacherParameters() {}

    /** The names of all teachers, none first. */
    static List<String> names() {
        return Teacher.all().stream().map(Teacher::name).toList();
    }

    /** Adds an option for each parameter of each teacher. */
    static void addTo(CommandSpec command) {
        OPTIONS.addTo(command, "Parameters of the teacher");
    }

    /**
     * The teacher of a name with the parameters that were given on the command line.
     *
     * @throws WrongUse if the teacher has no such parameter, or cannot have that value
     */
    static Teacher named(String name, ParseResult parsed) {
        Teacher teacher = Teacher.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return apply(teacher, parsed);
    }

    /**
     * The teacher with the parameters that were given on the command line put in their place.
     *
     * @throws WrongUse if the teacher has no such parameter, or cannot have that value
     */
    static Teacher apply(Teacher teacher, ParseResult parsed) {
        return (Teacher) OPTIONS.apply(teacher.name(), (Record) teacher, parsed);
    }

    static List<String> paths() {
        return OPTIONS.paths();
    }

    static String option(String path) {
        return "--teacher-" + Values.words(path.replace('.', '-'));
    }

    private static Map<String, Map<String, Object>> defaults() {
        Map<String, Map<String, Object>> defaults = new LinkedHashMap<>();
        Teacher.all().forEach(teacher -> defaults.put(teacher.name(), RecordValues.leaves((Record) teacher)));
        return defaults;
    }
}
