package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snn4j.datasets.images.ImageFile;
import org.snn4j.datasets.images.LabelledImages;

/** Writes images as PNG files, one folder for each class. */
final class ClassImages {
    private ClassImages() {}

    /** Returns the folder. */
    static Path write(LabelledImages images, Path folder) throws IOException {
        for (int i = 0; i < images.size(); i++) {
            Path ofClass = folder.resolve(images.classNames().get(images.label(i)));
            Files.createDirectories(ofClass);
            Files.write(ofClass.resolve(i + ".png"), ImageFile.png(images.image(i)));
        }
        return folder;
    }
}
