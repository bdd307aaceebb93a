package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void whatWasMadeAndStayedEmptyGoesAway() throws IOException {
        Path path = temporary.resolve("a/b/c");
        try (NewFolder folder = new NewFolder(path)) {
            folder.create();
            assertThat(path).isEmptyDirectory();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void whatWasFilledStays() throws IOException {
        Path path = temporary.resolve("a/b/c");
        try (NewFolder folder = new NewFolder(path)) {
            Files.writeString(folder.create().model(), "a model");
        }
        assertThat(path.resolve("model.zip")).hasContent("a model");
    }

    @Test
    void whatWasThereBeforeStays() throws IOException {
        Path path = Files.createDirectory(temporary.resolve("a"));
        try (NewFolder folder = new NewFolder(path)) {
            folder.create();
        }
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void parentThatSomethingElseWasPutIntoStays() throws IOException {
        try (NewFolder folder = new NewFolder(temporary.resolve("a/b"))) {
            folder.create();
            Files.writeString(temporary.resolve("a/other"), "something else");
        }
        assertThat(temporary.resolve("a/b")).doesNotExist();
        assertThat(temporary.resolve("a/other")).exists();
    }
}
