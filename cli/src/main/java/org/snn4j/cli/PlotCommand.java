package org.snn4j.cli;

import picocli.CommandLine.Command;

/** Draws from runs and recordings. */
@Command(
        name = "plot",
        header = "Draws from a run or a recording.",
        description = {
            "",
            "Each picture is a command of its own, which writes a PNG file or opens a window. docs/plots.md shows them."
        },
        subcommands = {
            PlotRunCommands.Fields.class,
            PlotRunCommands.ClassMap.class,
            PlotRunCommands.Accuracy.class,
            PlotRunCommands.Confusion.class,
            PlotRunCommands.Weights.class,
            PlotRunCommands.Theta.class,
            PlotRasterCommand.class,
            PlotVoltagesCommand.class,
            PlotInputCommand.class
        })
final class PlotCommand {}
