package org.snn4j.datasets.images.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.snn4j.datasets.images.IdxLayout;
import org.snn4j.datasets.images.download.RemoteFile;

/** Oracles: the sets' papers for the classes, the page for people for hashes and names. */
class KnownDatasetTest {
    private static final Path PAGE = Path.of("../../docs/datasets.md");

    @ParameterizedTest
    @CsvSource({
        "mnist, 10, 0, 9",
        "fashion-mnist, 10, T-shirt/top, Ankle boot",
        "kmnist, 10, o, wo",
        "emnist-byclass, 62, 0, z",
        "emnist-bymerge, 47, 0, t",
        "emnist-balanced, 47, 0, t",
        "emnist-letters, 26, a, z",
        "emnist-digits, 10, 0, 9",
        "emnist-mnist, 10, 0, 9",
        "qmnist, 10, 0, 9"
    })
    void classesAreThePublishedOnes(String id, int classes, String first, String last) {
        KnownDataset set = KnownDataset.named(id).orElseThrow();
        assertThat(set.id()).isEqualTo(id);
        assertThat(set.classNames()).hasSize(classes).startsWith(first).endsWith(last);
        assertThat(new HashSet<>(set.classNames())).hasSize(classes);
    }

    @Test
    void everySetIsFoundByItsNameOnly() {
        assertThat(KnownDataset.ids()).hasSize(KnownDataset.values().length).doesNotHaveDuplicates();
        assertThat(KnownDataset.named("imagenet")).isEmpty();
        assertThat(KnownDataset.MNIST.remote()).isEmpty();
    }

    /** The page tells people what the program checks. */
    @ParameterizedTest
    @EnumSource
    void pageHasNameLengthAndHashOfEveryFile(KnownDataset set) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        assertThat(lines).anyMatch(line -> line.contains("`" + set.id() + "`"));
        for (RemoteFile file : set.remote().map(RemoteDataset::files).orElse(List.of())) {
            assertThat(lines)
                    .as(file.name())
                    .anyMatch(line -> line.contains(file.name())
                            && line.contains(String.format(Locale.ROOT, "%,d", file.bytes()))
                            && line.contains(file.sha256()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFileHasAMirrorThatEndsWithItsName(KnownDataset set) {
        for (RemoteFile file : set.remote().map(RemoteDataset::files).orElse(List.of())) {
            assertThat(file.mirrors()).hasSizeGreaterThan(1).allMatch(mirror -> mirror.getPath()
                    .endsWith("/" + file.name()));
            assertThat(file.mirrors().get(0).getScheme()).isEqualTo("https");
        }
    }

    @Test
    void descriptionsThatCannotBeAreRefused() {
        RemoteFile zip = new RemoteFile("a.zip", 1, "0".repeat(64), List.of(URI.create("https://example.org/a.zip")));
        assertThatThrownBy(() -> new RemoteDataset("x", "x", List.of(zip, zip), IdxLayout.PLAIN, List.of("a", "b")))
                .hasMessageContaining("one zip archive");
        assertThatThrownBy(() -> new RemoteDataset("x", "../x", List.of(zip), IdxLayout.PLAIN, List.of("a", "b")))
                .hasMessageContaining("../x");
    }
}
