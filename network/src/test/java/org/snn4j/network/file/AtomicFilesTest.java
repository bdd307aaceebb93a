package org.snn4j.network.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oracle: what the folder holds afterwards. */
class AtomicFilesTest {
    @TempDir
    private Path folder;

    @Test
    void newFileAppearsAlone() throws IOException {
        AtomicFiles.write(folder.resolve("a.txt"), out -> out.write("one".getBytes(UTF_8)));
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("a.txt"));
        assertThat(Files.list(folder)).hasSize(1);
        assertThat(folder.resolve("a.txt")).hasContent("one");
    }

    @Test
    void oldFileIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "a longer text that was there before");
        AtomicFiles.write(file, out -> out.write('1'));
        assertThat(file).hasContent("1");
    }

    @Test
    void targetIsUntouchedWhileItsSuccessorIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        AtomicFiles.write(file, out -> {
            out.write(new byte[100_000]);
            out.flush();
            assertThat(file).hasContent("old");
        });
        assertThat(file).hasSize(100_000);
    }

    @Test
    void failureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    throw new IllegalStateException("not only IOExceptions");
                }))
                .hasMessage("not only IOExceptions");
        assertThat(file).hasContent("old");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void contentMayCloseItsStream() throws IOException {
        Path file = folder.resolve("a.zip");
        AtomicFiles.write(file, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("entry"));
            }
        });
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("entry")).isNotNull();
        }
    }

    @Test
    void folderAsTargetStays() throws IOException {
        Path target = Files.createDirectory(folder.resolve("run"));
        Files.writeString(target.resolve("inside"), "kept");
        assertThatThrownBy(() -> AtomicFiles.write(target, out -> out.write(1)))
                .isInstanceOf(FileSystemException.class);
        assertThat(target.resolve("inside")).hasContent("kept");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void missingFolderIsNamed() {
        assertThatThrownBy(() -> AtomicFiles.write(folder.resolve("none/a.txt"), out -> out.write(1)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("there is no folder")
                .hasMessageContaining("none");
    }

    @Test
    void fileHasThePermissionsThatAnyNewFileHas() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path plain = Files.writeString(folder.resolve("plain"), "");
        Path atomic = folder.resolve("atomic");
        AtomicFiles.write(atomic, out -> {});
        assertThat(Files.getPosixFilePermissions(atomic)).isEqualTo(Files.getPosixFilePermissions(plain));
    }
}
