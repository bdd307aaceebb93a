package org.snn4j.datasets.images.known;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.snn4j.datasets.images.download.RemoteFile;

/**
 * The published files, with lengths and hashes from the checksum lists of TensorFlow Datasets
 * (tensorflow_datasets/url_checksums); docs/datasets.md says who else publishes the same. Servers without https are as
 * good as the others, as the hash decides.
 */
final class Published {
    private static final List<String> FASHION_MNIST_SERVERS = List.of(
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/");

    private static final List<String> KMNIST_SERVERS =
            List.of("https://codh.rois.ac.jp/kmnist/dataset/kmnist/", "http://codh.rois.ac.jp/kmnist/dataset/kmnist/");

    private static final List<String> EMNIST_SERVERS = List.of(
            "https://biometrics.nist.gov/cs_links/EMNIST/", "https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/");

    private static final List<String> QMNIST_SERVERS = List.of(
            "https://raw.githubusercontent.com/facebookresearch/qmnist/master/",
            "https://github.com/facebookresearch/qmnist/raw/master/");

    static final List<RemoteFile> FASHION_MNIST = List.of(
            file(
                    FASHION_MNIST_SERVERS,
                    "train-images-idx3-ubyte.gz",
                    26421880,
                    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            file(
                    FASHION_MNIST_SERVERS,
                    "train-labels-idx1-ubyte.gz",
                    29515,
                    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            file(
                    FASHION_MNIST_SERVERS,
                    "t10k-images-idx3-ubyte.gz",
                    4422102,
                    "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            file(
                    FASHION_MNIST_SERVERS,
                    "t10k-labels-idx1-ubyte.gz",
                    5148,
                    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));

    static final List<RemoteFile> KMNIST = List.of(
            file(
                    KMNIST_SERVERS,
                    "train-images-idx3-ubyte.gz",
                    18165135,
                    "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"),
            file(
                    KMNIST_SERVERS,
                    "train-labels-idx1-ubyte.gz",
                    29497,
                    "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"),
            file(
                    KMNIST_SERVERS,
                    "t10k-images-idx3-ubyte.gz",
                    3041136,
                    "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"),
            file(
                    KMNIST_SERVERS,
                    "t10k-labels-idx1-ubyte.gz",
                    5120,
                    "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c"));

    /** All six splits of EMNIST. */
    static final List<RemoteFile> EMNIST = List.of(file(
            EMNIST_SERVERS, "gzip.zip", 561753746, "fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e"));

    static final List<RemoteFile> QMNIST = List.of(
            file(
                    QMNIST_SERVERS,
                    "qmnist-train-images-idx3-ubyte.gz",
                    9704059,
                    "9e26a7bf1683614e065d7b76460ccd52807165b3f22561fb782bd9f38c52b51d"),
            file(
                    QMNIST_SERVERS,
                    "qmnist-train-labels-idx2-int.gz",
                    463024,
                    "2c05dc77f6b916b38e455e97ab129a42a444f3dbef09b278a366f82904e0dd9f"),
            file(
                    QMNIST_SERVERS,
                    "qmnist-test-images-idx3-ubyte.gz",
                    9742279,
                    "43fc22bf7498b8fc98de98369d72f752d0deabc280a43a7bcc364ab19e57b375"),
            file(
                    QMNIST_SERVERS,
                    "qmnist-test-labels-idx2-int.gz",
                    526800,
                    "9fbcbe594c3766fdf4f0b15c5165dc0d1e57ac604e01422608bb72c906030d06"));

    private Published() {}

    private static RemoteFile file(List<String> servers, String name, long bytes, String sha256) {
        Stream<URI> mirrors = servers.stream().map(server -> URI.create(server + name));
        return new RemoteFile(name, bytes, sha256, mirrors.toList());
    }
}
