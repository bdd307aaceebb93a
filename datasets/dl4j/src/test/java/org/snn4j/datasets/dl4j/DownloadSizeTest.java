package org.snn4j.datasets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Oracle: the libraries that Maven resolves for a user of this module, as the build wrote them down. */
class DownloadSizeTest {
    /** With Jackson and the modules encoding and network, 2.8 MB, a user of data sets and encoding stays at 40 MB. */
    private static final long MOST = 37_200_000;

    private static List<Path> libraries;

    @BeforeAll
    static void read() throws IOException {
        libraries = Stream.of(Files.readString(Path.of("target", "libraries.txt"))
                        .strip()
                        .split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** The MNIST files are among them, in the module images. */
    @Test
    void librariesAreSmall() throws IOException {
        long bytes = 0;
        for (Path library : libraries) {
            bytes += size(library);
        }
        assertThat(bytes).isBetween(30_000_000L, MOST);
    }

    /** A module of this build is a folder, about as large as its jar will be. */
    private static long size(Path library) throws IOException {
        if (!Files.isDirectory(library)) {
            return Files.size(library);
        }
        try (Stream<Path> files = Files.walk(library)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void nothingForOtherImagesIsAmongThem() {
        assertThat(libraries)
                .extracting(library -> library.getFileName().toString())
                .noneMatch(name -> name.matches("(opencv|ffmpeg|leptonica|hdf5|datavec-data-image|fastutil).*"))
                .anyMatch(name -> name.startsWith("datavec-api"));
    }

    /** The other tests of this module run without what is optional, so what they test works without it. */
    @Test
    @DisabledIfSystemProperty(named = "snn4j.fastutil", matches = "true")
    void testsRunWithoutWhatIsOptional() {
        assertThatThrownBy(() -> Class.forName("it.unimi.dsi.fastutil.doubles.DoubleArrayList"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
