package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.snn4j.analysis.chart.Picture;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that draws one picture. */
abstract class DrawingCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin(name = "Picture")
    private PictureOptions picture = new PictureOptions();

    /** What is drawn from. */
    abstract Path source();

    abstract Picture draw() throws IOException;

    @Override
    public final Integer call() throws IOException {
        picture.prepare();
        picture.deliver(draw(), spec.name(), source(), spec);
        return 0;
    }

    final CommandSpec spec() {
        return spec;
    }

    /** What was drawn, if it could be. @param reason why it may not be there */
    final Picture required(Optional<Picture> drawn, String reason) throws IOException {
        return drawn.orElseThrow(() -> new IOException(source() + ": " + reason));
    }
}
