package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.snn4j.analysis.chart.Picture;
import org.snn4j.analysis.chart.PngImage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what becomes of a picture. */
final class PictureOptions {
    private static final int LONGEST_SIDE = 8_192;

    @Option(
            names = "--out",
            paramLabel = "FILE.png",
            description = "The file to write; one that is there is replaced [SOURCE-KIND.png here; none with --show]")
    private Path out;

    @Option(names = "--show", description = "Open a window, and wait until it is closed.")
    private boolean show;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            description = "Width and height, such as 900x600; the file has twice as many pixels [what suits it]")
    private Size size;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    record Size(int width, int height) {}

    static final class SizeConverter implements ITypeConverter<Size> {
        @Override
        public Size convert(String text) {
            String[] sides = text.split("x", -1);
            if (sides.length == 2) {
                return new Size(side(sides[0], text), side(sides[1], text));
            }
            throw wrong(text);
        }

        private static int side(String side, String text) {
            try {
                int pixels = Integer.parseInt(side);
                if (pixels >= 1 && pixels <= LONGEST_SIDE) {
                    return pixels;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number that is out of range.
            }
            throw wrong(text);
        }

        private static TypeConversionException wrong(String text) {
            return new TypeConversionException(
                    "'" + text + "' is not a size such as 900x600, each side from 1 to " + LONGEST_SIDE + ".");
        }
    }

    /** Before anything is drawn: a window needs Java to look for a display, which the launcher tells it not to. */
    void prepare() throws IOException {
        if (out != null && Files.isDirectory(out)) {
            throw new WrongUse("--out is '" + out + "', which is a folder; the path of a file would be right.");
        }
        if (show) {
            System.clearProperty("java.awt.headless");
            if (!Picture.canBeShown()) {
                throw new IOException("--show: there is no display to open a window on; --out FILE.png needs none");
            }
        }
    }

    /** Writes and shows a picture as asked. @param kind what it is, as the command is called */
    void deliver(Picture drawn, String kind, Path source, CommandSpec spec) throws IOException {
        Picture picture = size == null ? drawn : drawn.sized(size.width(), size.height());
        ObjectNode object = Json.object().put("kind", kind).put("source", source.toString());
        if (out != null || !show) {
            Path file = out == null ? Path.of(name(source) + "-" + kind + ".png") : out;
            PngImage png = picture.png();
            png.write(file);
            object.put("out", file.toString()).put("width", 2 * png.width()).put("height", 2 * png.height());
            if (!json) {
                spec.commandLine()
                        .getOut()
                        .printf(Locale.ROOT, "wrote %d x %d pixels to %s%n", 2 * png.width(), 2 * png.height(), file);
            }
        }
        if (show) {
            show(picture);
        }
        if (json) {
            spec.commandLine().getOut().println(Json.text(object));
        }
    }

    /** What a source is called, without its folders and the ending of a file. */
    private static String name(Path source) {
        Path name = source.toAbsolutePath().normalize().getFileName();
        return name == null ? "plot" : name.toString().replaceFirst("\\.(npy|npz|zip)$", "");
    }

    private static void show(Picture picture) throws IOException {
        try {
            picture.showAndWait();
        } catch (IllegalStateException e) {
            throw new IOException("--show: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("--show: interrupted while the window was open", e);
        }
    }
}
