package org.snn4j.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Arguments as a person types them. */
final class ShellWords {
    private ShellWords() {}

    /** One line that a POSIX shell takes apart into these arguments again. */
    static String join(List<String> arguments) {
        return arguments.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./=:,@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
