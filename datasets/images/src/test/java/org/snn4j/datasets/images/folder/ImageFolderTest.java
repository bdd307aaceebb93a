package org.snn4j.datasets.images.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.ImageFile;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.datasets.images.StratifiedSplit;

/** Oracle: MNIST's own digits, written as PNG files class by class. */
class ImageFolderTest {
    private static final StratifiedSplit FIFTH = new StratifiedSplit(0.2, 1);
    private static final ImageForm FORM = ImageForm.of(Framing.WHOLE);

    @TempDir
    Path folder;

    private void write(LabelledImages images, Path to) throws IOException {
        for (int i = 0; i < images.size(); i++) {
            write(images.image(i), to.resolve(String.valueOf(images.label(i))).resolve(i + ".png"));
        }
    }

    private static void write(GreyImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, ImageFile.png(image));
    }

    private static Map<GreyImage, Integer> labels(LabelledImages images) {
        Map<GreyImage, Integer> labels = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            labels.put(images.image(i), images.label(i));
        }
        return labels;
    }

    @Test
    void imagesComeWithTheirClassesInTwoParts() throws IOException {
        LabelledImages digits = Mnist.test().first(200);
        write(digits, folder);
        DataSplit split = ImageFolder.open(folder, FORM, FIFTH);
        assertThat(split.name()).isEqualTo(folder.getFileName().toString());
        assertThat(split.train().size() + split.test().size()).isEqualTo(200);
        assertThat(split.test().size()).isBetween(35, 45);
        Map<GreyImage, Integer> read = labels(split.train());
        read.putAll(labels(split.test()));
        assertThat(read).isEqualTo(labels(digits));
        assertThat(split.train().classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void imagesDoNotComeClassByClass() throws IOException {
        write(Mnist.test().first(200), folder.resolve("train"));
        write(Mnist.test().first(200), folder.resolve("test"));
        DataSplit split = ImageFolder.open(folder, FORM, FIFTH);
        for (LabelledImages part : new LabelledImages[] {split.train(), split.test()}) {
            assertThat(part.size()).isEqualTo(200);
            int changes = 0;
            for (int i = 1; i < part.size(); i++) {
                changes += part.label(i) == part.label(i - 1) ? 0 : 1;
            }
            assertThat(changes).isGreaterThan(150);
        }
        assertThat(ImageFolder.open(folder, FORM, FIFTH).train().sha256())
                .isEqualTo(split.train().sha256());
        assertThat(ImageFolder.open(folder, FORM, new StratifiedSplit(0.2, 2))
                        .train()
                        .sha256())
                .isNotEqualTo(split.train().sha256());
    }

    @Test
    void classesAreNumberedByTheirNamesNumbersFirst() throws IOException {
        for (String name : new String[] {"10", "9", "cat", "Dog", "2"}) {
            write(GreyImage.of(1, 1, (byte) 1), folder.resolve(name).resolve("a.png"));
            write(GreyImage.of(1, 1, (byte) 2), folder.resolve(name).resolve("b.png"));
        }
        assertThat(ImageFolder.open(folder, FORM, FIFTH).train().classNames())
                .containsExactly("2", "9", "10", "Dog", "cat");
    }

    @Test
    void imagesOfOtherSizesAreScaled() throws IOException {
        write(GreyImage.of(1, 1, (byte) 200), folder.resolve("a").resolve("1.png"));
        write(GreyImage.of(56, 56, new byte[56 * 56]), folder.resolve("a").resolve("2.png"));
        write(GreyImage.of(1, 1, (byte) 9), folder.resolve("b").resolve("1.png"));
        LabelledImages train = ImageFolder.open(folder, FORM, FIFTH).train();
        assertThat(train.height()).isEqualTo(28);
        assertThat(train.width()).isEqualTo(28);
    }

    @Test
    void whatDesktopsLeaveBehindIsPassedOver() throws IOException {
        write(Mnist.test().first(50), folder);
        Files.writeString(folder.resolve("0").resolve("Thumbs.db"), "x");
        Files.writeString(folder.resolve("1").resolve(".DS_Store"), "x");
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve("readme.txt"), "x");
        DataSplit split = ImageFolder.open(folder, FORM, FIFTH);
        assertThat(split.train().size() + split.test().size()).isEqualTo(50);
    }

    @Test
    void whatIsNoImageIsNamed() throws IOException {
        write(Mnist.test().first(50), folder);
        Path note = Files.writeString(folder.resolve("3").resolve("note.txt"), "not a picture");
        assertThatThrownBy(() -> ImageFolder.open(folder, FORM, FIFTH))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(note + ": not read as an image");
    }

    @Test
    void emptyDigitIsNamed() throws IOException {
        write(Mnist.test().first(50), folder);
        Path blank = folder.resolve("3").resolve("blank.png");
        write(GreyImage.of(40, 40, new byte[1600]), blank);
        assertThat(ImageFolder.open(folder, FORM, FIFTH).train().size()).isPositive();
        assertThatThrownBy(() -> ImageFolder.open(folder, ImageForm.of(Framing.DIGIT), FIFTH))
                .isInstanceOf(IOException.class)
                .hasMessage(blank + ": the image is empty: nothing stands out from its background");
    }

    @Test
    void foldersThatCannotBeClassesAreNamed() throws IOException {
        assertThatThrownBy(() -> ImageFolder.open(folder, FORM, FIFTH)).hasMessageContaining("holds 0 folders");
        write(Mnist.test().first(50), folder);
        Path inner = Files.createDirectories(folder.resolve("3").resolve("more"));
        assertThatThrownBy(() -> ImageFolder.open(folder, FORM, FIFTH))
                .hasMessageStartingWith(inner + ": a folder within a class's folder");
        Files.delete(inner);
        Path empty = Files.createDirectory(folder.resolve("zebra"));
        assertThatThrownBy(() -> ImageFolder.open(folder, FORM, FIFTH))
                .hasMessage(empty + ": holds no image; every class that is to be learned needs at least one");
    }

    @Test
    void whatIsTestedMustBeLearned() throws IOException {
        write(Mnist.test().first(50), folder.resolve("train"));
        write(Mnist.test().first(50), folder.resolve("test"));
        Path eleven = folder.resolve("test").resolve("11");
        write(GreyImage.of(1, 1, (byte) 1), eleven.resolve("a.png"));
        assertThatThrownBy(() -> ImageFolder.open(folder, FORM, FIFTH))
                .hasMessageStartingWith(eleven + ": a class to test on that is not among those to learn, 0, 1");
    }

    @Test
    void whatIsLearnedNeedNotBeTested() throws IOException {
        write(Mnist.test().first(100), folder.resolve("train"));
        write(Mnist.test().first(3), folder.resolve("test"));
        assertThat(ImageFolder.open(folder, FORM, FIFTH).test().balance().counts())
                .containsExactly(0, 1, 1, 0, 0, 0, 0, 1, 0, 0);
        Path empty = Files.createDirectories(folder.resolve("train").resolve("zebra"));
        assertThatThrownBy(() -> ImageFolder.open(folder, FORM, FIFTH)).hasMessageStartingWith(empty.toString());
        Path nothing = folder.resolve("nothing");
        Files.createDirectories(nothing.resolve("a"));
        Files.createDirectories(nothing.resolve("b"));
        assertThatThrownBy(() -> ImageFolder.open(nothing, FORM, FIFTH))
                .hasMessage(nothing + ": holds no image in any of its folders");
    }
}
