package org.snn4j.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oracle: the samples written, and luma after BT.601 worked out by hand. */
class ImageFileTest {
    @TempDir
    Path folder;

    private GreyImage written(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("image." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return ImageFile.read(file);
    }

    @Test
    void greySamplesAreTakenAsTheyAreStored() throws IOException {
        BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            image.getRaster().setSample(i, 0, 0, i);
        }
        for (String format : new String[] {"png", "bmp", "tiff"}) {
            GreyImage read = written(image, format);
            for (int i = 0; i < 256; i++) {
                assertThat(read.pixel(0, i)).as(format).isEqualTo(i);
            }
        }
    }

    @Test
    void writtenImagesAreReadAsTheyWere() throws IOException {
        GreyImage image = GreyImage.of(2, 3, (byte) 0, (byte) 1, (byte) 127, (byte) 128, (byte) 254, (byte) 255);
        Path file = Files.write(folder.resolve("written.png"), ImageFile.png(image));
        assertThat(ImageFile.read(file)).isEqualTo(image);
    }

    @Test
    void sixteenBitGreyIsScaledToEight() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {0, 0x8080, 0xFFFF});
        assertThat(written(image, "png")).isEqualTo(GreyImage.of(1, 3, (byte) 0, (byte) 0x80, (byte) 0xFF));
    }

    @Test
    void coloursBecomeTheirLumaAndTransparencyWhite() throws IOException {
        BufferedImage image = new BufferedImage(6, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(
                0, 0, 6, 1, new int[] {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFABABAB, 0x00123456, 0x80000000}, 0, 6);
        assertThat(written(image, "png"))
                .isEqualTo(GreyImage.of(1, 6, (byte) 76, (byte) 150, (byte) 29, (byte) 0xAB, (byte) 255, (byte) 127));
    }

    @Test
    void blackAndWhiteImagesAreRead() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(1, 0, 0xFFFFFFFF);
        assertThat(written(image, "png")).isEqualTo(GreyImage.of(1, 2, (byte) 0, (byte) 255));
    }

    /** A PNG of some 70 bytes whose header claims 65,535 x 65,535 pixels. */
    @Test
    void hugeClaimsAreRefusedBeforeDecoding() throws IOException {
        Path file = folder.resolve("bomb.png");
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
        ByteBuffer png = ByteBuffer.wrap(Files.readAllBytes(file));
        png.putInt(16, 65_535).putInt(20, 65_535);
        CRC32 crc = new CRC32();
        crc.update(png.array(), 12, 17);
        Files.write(file, png.putInt(29, (int) crc.getValue()).array());
        assertThatThrownBy(() -> ImageFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": not read as an image: 65535 x 65535 are 4294836225 pixels;"
                        + " at most 64000000 are read");
    }

    @Test
    void everyTruncatedImageIsRefusedWithItsName() throws IOException {
        Path file = folder.resolve("cut.png");
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(image, "png", file.toFile());
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < 40; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ImageFile.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + ": not read as an image: ");
        }
    }

    @Test
    void otherFilesAndMissingOnesAreNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("note.png"), "not a picture");
        assertThatThrownBy(() -> ImageFile.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(text + ": not read as an image: its first bytes are none of the kinds");
        assertThatThrownBy(() -> ImageFile.read(folder.resolve("none.png")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageEndingWith("none.png: there is no such file; an image was expected");
    }
}
