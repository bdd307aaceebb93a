package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.snn4j.analysis.chart.Recorded;
import org.snn4j.network.Variable;
import picocli.CommandLine.Option;

/** The options that say what of a recording is drawn. */
final class RecordingOptions {
    @Option(
            names = "--layers",
            paramLabel = "NAME",
            split = ",",
            description = "The layers, from top to bottom, with commas between [all, by name]")
    private List<String> layers;

    @Option(
            names = "--run",
            paramLabel = "I",
            defaultValue = "0",
            converter = Values.FromZero.class,
            description = "Which run of a folder that simulate wrote [${DEFAULT-VALUE}]")
    private int run;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "0",
            converter = Values.FromZero.class,
            description = "Which sample, counted from 0 [${DEFAULT-VALUE}]")
    private int sample;

    @Option(
            names = "--dt",
            paramLabel = "MS",
            defaultValue = "1",
            converter = Values.Positive.class,
            description = "How long a step is, which recordings do not say [${DEFAULT-VALUE}]")
    private double dt;

    int sample() {
        return sample;
    }

    /**
     * What some variables were, as a chart of them.
     *
     * @throws IOException if it cannot be read, or holds something else
     * @throws WrongUse if it has no such sample or layer
     */
    <T> T read(Path source, Function<Recorded, T> chart, Variable... variables) throws IOException {
        Recorded all = Recorded.read(source, run, variables).withDt(dt).ofSample(sample);
        try {
            return chart.apply(layers == null ? all : all.ofLayers(layers));
        } catch (IndexOutOfBoundsException e) {
            throw new WrongUse("--sample is " + sample + "; " + e.getMessage() + ".");
        } catch (NoSuchElementException e) {
            throw new WrongUse((layers == null ? "" : "--layers is " + String.join(",", layers) + "; ") + source + ": "
                    + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new IOException(source + ": " + e.getMessage(), e);
        }
    }
}
