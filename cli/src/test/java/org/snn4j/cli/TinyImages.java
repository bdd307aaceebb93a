package org.snn4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;

/** A folder of IDX files with the first images of MNIST, which is read in no time. */
final class TinyImages {
    private static final int IMAGES_MAGIC = 0x803;
    private static final int LABELS_MAGIC = 0x801;

    private TinyImages() {}

    static Path write(Path folder, int train, int test) throws IOException {
        Files.createDirectories(folder);
        write(folder, "train", Mnist.train().first(train));
        write(folder, "t10k", Mnist.test().first(test));
        return folder;
    }

    private static void write(Path folder, String part, LabelledImages images) throws IOException {
        ByteBuffer pixels = ByteBuffer.allocate(16 + images.size() * images.pixels());
        pixels.putInt(IMAGES_MAGIC)
                .putInt(images.size())
                .putInt(images.height())
                .putInt(images.width());
        ByteBuffer labels = ByteBuffer.allocate(8 + images.size());
        labels.putInt(LABELS_MAGIC).putInt(images.size());
        for (int i = 0; i < images.size(); i++) {
            for (int pixel = 0; pixel < images.pixels(); pixel++) {
                pixels.put((byte) images.pixel(i, pixel));
            }
            labels.put((byte) images.label(i));
        }
        Files.write(folder.resolve(part + "-images-idx3-ubyte"), pixels.array());
        Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }
}
