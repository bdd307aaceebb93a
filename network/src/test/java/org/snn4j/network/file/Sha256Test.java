package org.snn4j.network.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** Oracle: the example "abc" of FIPS 180-4, and the digest of no bytes. */
    @Test
    void publishedExamplesComeOut() throws IOException {
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(Sha256.hex("abc".getBytes(UTF_8))).isEqualTo(abc);
        assertThat(Sha256.hex(new ByteArrayInputStream("abc".getBytes(UTF_8)))).isEqualTo(abc);
        assertThat(Sha256.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    /** Oracle: Python's hashlib, which wrote SHA256SUMS; so this also holds the fixtures to what NumPy wrote. */
    @Test
    void fixturesAreThoseThatNumpyWrote() throws IOException {
        for (String line : Files.readAllLines(Fixtures.path("SHA256SUMS"))) {
            String[] digestAndName = line.split(" {2}");
            assertThat(Sha256.hex(Fixtures.path(digestAndName[1])))
                    .as(digestAndName[1])
                    .isEqualTo(digestAndName[0]);
        }
    }
}
