package org.snn4j.datasets.images;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** MNIST's four files, bundled as gzip, and the hashes that they must have. */
public enum MnistFile {
    TRAIN_IMAGES("train-images-idx3-ubyte", "0b367032e93c5d0cea0925647cfdb18614af8ee15f83e6f2fc2ad904a6835971"),
    TRAIN_LABELS("train-labels-idx1-ubyte", "1787548bbe0bff1ec2ecdc0ef292b02df999e2d1a6002d27500982c652b17203"),
    TEST_IMAGES("t10k-images-idx3-ubyte", "1a1a05eab793c14bb050b398624a11b0ffd1a2953baed553b1b9bd079e2a20be"),
    TEST_LABELS("t10k-labels-idx1-ubyte", "b91679a0acfe4ba0e50a2437a903084cba1f5f92592b016a25a7dfd00455798b");

    private final String fileName;
    private final String gzipSha256;

    MnistFile(String fileName, String gzipSha256) {
        this.fileName = fileName;
        this.gzipSha256 = gzipSha256;
    }

    /** The name under which the uncompressed file is known, such as {@code t10k-labels-idx1-ubyte}. */
    public String fileName() {
        return fileName;
    }

    /**
     * The bundled file's bytes, still compressed, with their hash checked.
     *
     * @throws IOException if the bundled file is missing or has another hash: the installation is damaged
     */
    public byte[] gzip() throws IOException {
        try (InputStream in = MnistFile.class.getResourceAsStream(resource())) {
            if (in == null) {
                throw new IOException("the resource " + resource() + " is missing beside " + MnistFile.class);
            }
            return verified(in.readAllBytes());
        }
    }

    byte[] verified(byte[] gzip) throws IOException {
        String found = Sha256.of(gzip);
        if (!found.equals(gzipSha256)) {
            throw new IOException(
                    "the resource " + resource() + " has the SHA-256 " + found + ", but must have " + gzipSha256);
        }
        return gzip;
    }

    /** Reads the bundled file. */
    IdxFile read() throws IOException {
        return IdxReader.read(new ByteArrayInputStream(gzip()), resource());
    }

    private String resource() {
        return "mnist/" + fileName + ".gz";
    }
}
