package org.snn4j.cli;

import picocli.CommandLine.Command;

/** Lists, downloads and checks data sets. */
@Command(
        name = "datasets",
        header = "Lists, downloads and checks data sets.",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "",
            "Data sets that are known by name are downloaded into a cache and checked against their published hashes."
                    + " Nothing there is ever overwritten or deleted."
        },
        subcommands = {DatasetsListCommand.class, DatasetsGetCommand.class, DatasetsVerifyCommand.class})
final class DatasetsCommand {}
