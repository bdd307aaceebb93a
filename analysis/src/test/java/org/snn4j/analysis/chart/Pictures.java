package org.snn4j.analysis.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Reads pictures back. */
final class Pictures {
    private Pictures() {}

    static BufferedImage decode(PngImage picture) throws IOException {
        return ImageIO.read(picture.stream());
    }

    static long colours(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }
}
