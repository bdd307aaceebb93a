package org.snn4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.ImageFile;
import org.snn4j.datasets.images.digit.DigitImage;
import org.snn4j.datasets.images.folder.Framing;
import org.snn4j.datasets.images.folder.ImageForm;

class ImageFuzzTest {
    /** The JDK makes room for all pixels that a header claims: {@link ImageFile#MAX_PIXELS}, of four bytes and as grey. */
    private static final long MOST_BYTES = 6 * ImageFile.MAX_PIXELS;

    @TempDir
    static Path folder;

    /** A PNG, JPEG, GIF, BMP or TIFF, whose kind the first bytes say. */
    @FuzzTest
    void image(byte[] content) {
        Path file = folder.resolve("image");
        Trial.write(file, content);
        Optional<GreyImage> image = Trial.read(file, ImageFile::read, MOST_BYTES);
        if (image.isPresent() && image.get().height() * image.get().width() < 10_000) {
            GreyImage whole = ImageForm.of(Framing.WHOLE).applied(image.get());
            assertThat(whole.height() * whole.width()).isEqualTo(784);
            Trial.read(file, DigitImage::read, MOST_BYTES);
        }
    }
}
