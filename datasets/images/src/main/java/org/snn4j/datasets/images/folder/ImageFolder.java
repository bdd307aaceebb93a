package org.snn4j.datasets.images.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snn4j.datasets.images.ClassBalance;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.IdxFile;
import org.snn4j.datasets.images.ImageFile;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.StratifiedSplit;

/**
 * A folder of image files, one folder for each class, called as the class is:
 *
 * <pre>
 * FOLDER/cat/1.png            FOLDER/train/cat/1.png
 * FOLDER/cat/2.png     or     FOLDER/train/dog/2.png
 * FOLDER/dog/3.png            FOLDER/test/cat/3.png
 * </pre>
 *
 * Classes are numbered in the order of their names, names that are numbers first and by their size. Files may be of any
 * kind that {@link ImageFile} reads; a file that is none is an error, but names that begin with a dot, {@code Thumbs.db}
 * and {@code desktop.ini} are passed over.
 */
public final class ImageFolder {
    private static final String TRAIN = "train";
    private static final String TEST = "test";

    private ImageFolder() {}

    /** Whether there is at least one folder in the folder. */
    public static boolean holdsFolders(Path folder) throws IOException {
        return !ClassFolders.names(folder).isEmpty();
    }

    /** Whether there are folders {@code train} and {@code test} in the folder. */
    public static boolean holdsTestImages(Path folder) throws IOException {
        return ClassFolders.names(folder).containsAll(List.of(TRAIN, TEST));
    }

    /**
     * Reads all images. Where there are folders {@code train} and {@code test}, those are the two parts, and both are
     * shuffled by the split's seed; otherwise the split divides the images. Either way images do not come class by class.
     *
     * @throws IOException naming the file or folder if there are fewer than two classes, one has nothing to learn from, one
     *     is tested that is not learned, or a file is no image
     */
    public static DataSplit open(Path folder, ImageForm form, StratifiedSplit split) throws IOException {
        String name = nameOf(folder);
        List<String> names = ClassFolders.names(folder);
        try {
            if (!holdsTestImages(folder)) {
                LabelledImages all = read(name, folder, names, form);
                requireImagesOfEveryClass(all, folder);
                return split.of(name, all);
            }
            List<String> classes = ClassFolders.names(folder.resolve(TRAIN));
            requireLearned(folder.resolve(TEST), classes);
            LabelledImages train = read(name + "-train", folder.resolve(TRAIN), classes, form);
            requireImagesOfEveryClass(train, folder.resolve(TRAIN));
            return new DataSplit(
                    name,
                    train.shuffled(split.seed()),
                    read(name + "-test", folder.resolve(TEST), classes, form).shuffled(split.seed()));
        } catch (IllegalArgumentException e) {
            throw new IOException(folder + ": " + e.getMessage(), e);
        }
    }

    private static void requireLearned(Path test, List<String> classes) throws IOException {
        for (String name : ClassFolders.names(test)) {
            if (!classes.contains(name)) {
                throw new IOException(test.resolve(name) + ": a class to test on that is not among those to learn, "
                        + String.join(", ", classes));
            }
        }
    }

    private static LabelledImages read(String name, Path folder, List<String> classes, ImageForm form)
            throws IOException {
        if (classes.size() < 2 || classes.size() > 256) {
            throw new IOException(folder + ": holds " + classes.size() + " folders; one for each class, from 2 to 256,"
                    + " would be right");
        }
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        for (int label = 0; label < classes.size(); label++) {
            for (Path image : ClassFolders.images(folder.resolve(classes.get(label)))) {
                pixels.writeBytes(read(image, form).pixels());
                labels.write(label);
            }
        }
        if (labels.size() == 0) {
            throw new IOException(folder + ": holds no image in any of its folders");
        }
        return LabelledImages.of(
                name,
                IdxFile.of(name, List.of(labels.size(), form.height(), form.width()), pixels.toByteArray()),
                IdxFile.of(name, List.of(labels.size()), labels.toByteArray()),
                classes);
    }

    private static void requireImagesOfEveryClass(LabelledImages images, Path folder) throws IOException {
        ClassBalance balance = images.balance();
        for (int label = 0; label < images.classes(); label++) {
            if (balance.counts().get(label) == 0) {
                throw new IOException(folder.resolve(balance.names().get(label))
                        + ": holds no image; every class that is to be learned needs at least one");
            }
        }
    }

    private static GreyImage read(Path file, ImageForm form) throws IOException {
        GreyImage image = ImageFile.read(file);
        try {
            return form.applied(image);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static String nameOf(Path folder) {
        return Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .orElse(folder)
                .toString();
    }
}
