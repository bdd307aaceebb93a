package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.ImageFile;

/** What the network was given, for people to look at: nowhere, as text, or as PNG files in a new folder. */
final class ShownInputs {
    private static final String TEXT = "text";
    /** From black to white; each pixel twice, as characters are about twice as high as wide. */
    private static final String SHADES = " .:-=+*#%@";

    private final String target;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private ShownInputs(String target) {
        this.target = target;
    }

    /** @param target a folder, "text", or null for nowhere */
    static ShownInputs to(String target) {
        if (target != null && target.isEmpty()) {
            throw new WrongUse("--show-input is empty; the path of a new folder, or text, would be right.");
        }
        return new ShownInputs(target);
    }

    boolean areText() {
        return TEXT.equals(target);
    }

    /** Returns the image as text, or the file that it will be in, or nothing. */
    String add(Path image, GreyImage input) {
        if (target == null) {
            return "";
        }
        if (areText()) {
            return text(input);
        }
        String stem = image.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        String name = stem + ".png";
        for (int number = 2; files.containsKey(name); number++) {
            name = stem + "-" + number + ".png";
        }
        files.put(name, ImageFile.png(input));
        return Path.of(target, name).toString();
    }

    /** Writes all files or none. */
    void write() throws IOException {
        if (target == null || areText()) {
            return;
        }
        try (OutputFolder folder = OutputFolder.at(Path.of(target))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                folder.write(file.getValue(), file.getKey());
            }
            folder.complete();
        }
    }

    static String text(GreyImage image) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < image.height(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < image.width(); column++) {
                char shade = SHADES.charAt(image.pixel(row, column) * SHADES.length() / 256);
                line.append(shade).append(shade);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString().stripTrailing();
    }
}
