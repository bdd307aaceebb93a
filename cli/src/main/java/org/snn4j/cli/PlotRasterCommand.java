package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.snn4j.analysis.chart.Picture;
import org.snn4j.analysis.chart.Plots;
import org.snn4j.network.Variable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Draws when neurons fired. */
@Command(
        name = "raster",
        header = "When the neurons of every recorded layer fired.",
        description = {"", "A mark for each spike, one layer below the other over the same time."})
final class PlotRasterCommand extends DrawingCommand {
    @Parameters(
            paramLabel = "RECORDING",
            description = "The folder that simulate wrote, a monitor's .npz file, or one .npy file, as of encode.")
    private Path source;

    @Mixin(name = "Recording")
    private RecordingOptions recording = new RecordingOptions();

    @Override
    Path source() {
        return source;
    }

    @Override
    Picture draw() throws IOException {
        return recording.read(source, Plots::raster, Variable.SPIKES);
    }
}
