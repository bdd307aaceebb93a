package org.snn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.snn4j.network.file.StrictJson;
import org.snn4j.training.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a training that was stopped, or whose process or machine was. */
@Command(
        name = "resume",
        header = "Goes on from a run's last checkpoint, bit for bit as if never stopped.",
        description = {
            "",
            "The run folder knows the command that began it. Learning goes on from the last checkpoint;"
                    + " assigning labels and testing begin anew."
        })
final class ResumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "A run folder that train made.")
    private Path path;

    @Mixin(name = "How to run")
    private Execution execution = new Execution();

    @Override
    public Integer call() throws IOException {
        RunFolder folder = new RunFolder(path);
        RunBeginning beginning = RunBeginning.read(folder);
        if (Files.exists(folder.result())) {
            sayThatItIsComplete(folder);
            return 0;
        }
        requireSameVersion(beginning);
        TrainCommand train = beginning.command(folder, spec.commandLine());
        folder.checkpoints().removeUnfinished();
        train.resume(folder, beginning, execution);
        return 0;
    }

    private void sayThatItIsComplete(RunFolder folder) throws IOException {
        PrintWriter results = spec.commandLine().getOut();
        if (execution.json()) {
            byte[] result = Files.readAllBytes(folder.result());
            results.println(Json.text(
                    StrictJson.read(result, folder.result().toString()).rest()));
        } else {
            results.println(folder.path() + " is complete, there is nothing to go on with: its model is "
                    + folder.model() + ", its report " + folder.report());
        }
    }

    private void requireSameVersion(RunBeginning beginning) throws IOException {
        if (!beginning.version().equals(Version.current())) {
            throw new IOException(path + ": was begun by snn4j " + beginning.version() + ", this is "
                    + Version.current() + "; only the same version goes on bit for bit");
        }
    }
}
