package org.snn4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"snn4j " + current()};
    }

    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not run from a jar)" : version;
    }

    /** The version and, where the program runs in a clone of its repository that git can read, the commit. */
    static String withCommit() {
        String home = System.getProperty("snn4j.home");
        return home == null
                ? current()
                : commit(Path.of(home)).map(commit -> current() + ", " + commit).orElse(current());
    }

    private static Optional<String> commit(Path clone) {
        try {
            Process git = new ProcessBuilder("git", "-C", clone.toString(), "describe", "--always", "--dirty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !commit.isEmpty() ? Optional.of("commit " + commit) : Optional.empty();
        } catch (IOException e) {
            // There is no git: the version alone has to do.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
