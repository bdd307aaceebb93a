package org.snn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.snn4j.analysis.live.LivePage;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.training.TrainingPlan;
import picocli.CommandLine.Option;

/** The options that open a page in the browser on a training. */
final class WatchOptions {
    private static final int TOKEN_BYTES = 16;

    @Option(
            names = "--watch",
            description = "Show how it learns on a page for the browser, whose address is printed; there you can draw"
                    + " digits for it to read. The page is served to this machine alone and ends with the program")
    private boolean watch;

    @Option(
            names = "--watch-port",
            paramLabel = "N",
            converter = Values.Port.class,
            description = "Watch, with the page on this port [one that is free]")
    private Integer port;

    @Option(names = "--watch-stay", description = "Watch, and when all is done keep the page open, until Ctrl-C")
    private boolean stay;

    /** Opens the page, if it is wanted, and says where. */
    Watching open(TrainingPlan plan, LabelledImages images, PrintWriter messages) throws IOException {
        if (!watch && port == null && !stay) {
            return new Watching(Optional.empty(), messages, false);
        }
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        LivePage.Door door =
                new LivePage.Door(port == null ? 0 : port, HexFormat.of().formatHex(token));
        LivePage page = LivePage.open(door, plan, images, System::nanoTime);
        messages.println("watch it learn: " + page.address());
        messages.flush();
        return new Watching(Optional.of(page), messages, stay);
    }
}
