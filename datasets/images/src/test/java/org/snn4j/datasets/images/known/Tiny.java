package org.snn4j.datasets.images.known;

import static org.snn4j.datasets.images.Idx.dimensions;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.datasets.images.Idx;
import org.snn4j.datasets.images.IdxLayout;
import org.snn4j.datasets.images.Sha256;
import org.snn4j.datasets.images.download.RemoteFile;
import org.snn4j.datasets.images.download.Server;

/** A data set of two images of 1 x 2 pixels, four small files. */
final class Tiny {
    static final Map<String, byte[]> FILES = files();
    static final RemoteDataset SET = set();

    private Tiny() {}

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] images = Idx.file(dimensions(2, 1, 2), (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        byte[] labels = Idx.file(dimensions(2), (byte) 1, (byte) 0);
        files.put("train-images-idx3-ubyte.gz", Idx.gzip(images));
        files.put("train-labels-idx1-ubyte.gz", Idx.gzip(labels));
        files.put("t10k-images-idx3-ubyte.gz", Idx.gzip(images));
        files.put("t10k-labels-idx1-ubyte.gz", Idx.gzip(labels));
        return files;
    }

    private static RemoteDataset set() {
        List<RemoteFile> remote = FILES.entrySet().stream()
                .map(file -> remote(file.getKey(), file.getValue()))
                .toList();
        return new RemoteDataset("tiny", "tiny-files", remote, IdxLayout.PLAIN, List.of("left", "right"));
    }

    /** A file whose own mirror is nowhere. */
    static RemoteFile remote(String name, byte... content) {
        return new RemoteFile(
                name, content.length, Sha256.of(content), List.of(URI.create("http://nowhere.invalid/" + name)));
    }

    /** Puts the files on the server, and returns what to set as mirror. */
    static URI serve(Server server) {
        FILES.forEach((name, content) -> server.giving("/mirror/tiny-files/" + name, content));
        return server.address("/mirror");
    }
}
