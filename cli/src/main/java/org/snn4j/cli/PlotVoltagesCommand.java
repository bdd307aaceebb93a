package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.snn4j.analysis.chart.Picture;
import org.snn4j.analysis.chart.Plots;
import org.snn4j.analysis.chart.VoltageChart;
import org.snn4j.network.Variable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws membrane potentials. */
@Command(
        name = "voltages",
        header = "The membrane potentials of a layer, as lines or as colours.",
        description = {"", "Of the first layer that was recorded, or of the first of --layers."})
final class PlotVoltagesCommand extends DrawingCommand {
    @Parameters(
            paramLabel = "RECORDING",
            description = "The folder that simulate wrote, a monitor's .npz file, or one .npy file.")
    private Path source;

    @Mixin(name = "Recording")
    private RecordingOptions recording = new RecordingOptions();

    @Option(
            names = "--neurons",
            paramLabel = "N",
            split = ",",
            converter = Values.FromZero.class,
            description = "Which have a line, at most six, with commas between [three far from each other]")
    private List<Integer> neurons;

    @Option(names = "--heat-map", description = "All neurons as colours instead of some as lines.")
    private boolean heatMap;

    @Option(
            names = "--threshold",
            paramLabel = "MV",
            converter = Values.Real.class,
            description = "Where they fire; theta is added to it where that was recorded [none]")
    private Double threshold;

    @Override
    Path source() {
        return source;
    }

    @Override
    Picture draw() throws IOException {
        if (heatMap && neurons != null) {
            throw new WrongUse(
                    "--neurons chooses lines, but --heat-map shows all neurons; one of the two would be right.");
        }
        if (threshold != null && !Double.isFinite(threshold)) {
            throw new WrongUse("--threshold is " + threshold + "; a finite number would be right.");
        }
        VoltageChart chart = recording.read(
                source,
                recorded -> threshold == null ? recorded.voltages() : recorded.voltages(threshold),
                Variable.VOLTAGE,
                Variable.THETA);
        return heatMap ? Plots.voltageMap(chart) : lines(chart);
    }

    private Picture lines(VoltageChart chart) {
        if (neurons == null) {
            return Plots.voltages(chart);
        }
        try {
            return Plots.voltages(
                    chart, neurons.stream().mapToInt(Integer::intValue).toArray());
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--neurons: " + e.getMessage() + ".");
        }
    }
}
