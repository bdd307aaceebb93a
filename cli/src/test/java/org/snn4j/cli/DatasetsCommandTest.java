package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.datasets.images.known.CacheSettings;
import org.snn4j.datasets.images.known.KnownDataset;

/**
 * Every download is sent to a server on the loopback address. It has none of the published files, so that what is fetched is
 * refused; that files with the right hash are kept is tested where data sets are.
 */
class DatasetsCommandTest {
    @TempDir
    private Path temporary;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private Path cache;

    @BeforeEach
    void start() throws IOException {
        cache = temporary.resolve("cache");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        System.setProperty(
                CacheSettings.MIRROR_PROPERTY,
                "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                        + server.getAddress().getPort() + "/mirror");
    }

    @AfterEach
    void stop() {
        System.clearProperty(CacheSettings.MIRROR_PROPERTY);
        server.stop(0);
    }

    @Test
    void listNamesEverySetAndWhetherItIsThere() throws IOException {
        JsonNode json =
                Invocation.of("datasets", "list", "--json", "--cache", cache).json();
        assertThat(json.get("cache").asText()).isEqualTo(cache.toString());
        assertThat(json.get("datasets"))
                .extracting(set -> set.get("name").asText())
                .containsExactlyElementsOf(KnownDataset.ids());
        assertThat(json.get("datasets").get(0).get("state").asText()).isEqualTo("bundled");
        assertThat(json.get("datasets").get(1).get("state").asText()).isEqualTo("not downloaded");
        assertThat(json.get("datasets").get(1).get("downloadBytes").asLong()).isEqualTo(30_878_645);
        assertThat(Invocation.of("datasets", "list", "--cache", cache).results())
                .contains("cache: " + cache)
                .containsPattern("(?m)^mnist +10 classes +bundled$")
                .containsPattern("(?m)^emnist-letters +26 classes +not downloaded +562 MB$");
        assertThat(cache).doesNotExist();
    }

    @Test
    void cacheIsThatOfThePropertyUnlessTheOptionSaysOtherwise() throws IOException {
        System.setProperty(CacheSettings.FOLDER_PROPERTY, cache.toString());
        try {
            assertThat(Invocation.of("datasets", "list", "--json")
                            .json()
                            .get("cache")
                            .asText())
                    .isEqualTo(cache.toString());
        } finally {
            System.clearProperty(CacheSettings.FOLDER_PROPERTY);
        }
    }

    @Test
    void getOfTheBundledSetNeedsNoServer() throws IOException {
        assertThat(Invocation.of("datasets", "get", "mnist", "--cache", cache).results())
                .isEqualTo("mnist: bundled, nothing to download" + System.lineSeparator());
        JsonNode json = Invocation.of("datasets", "get", "mnist", "--json").json();
        assertThat(json.get("datasets").get(0).get("files")).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void failedDownloadNamesTheMirrorAndLeavesNothing() {
        Invocation get = Invocation.of("datasets", "get", "fashion-mnist", "--json", "--cache", cache)
                .requireFailure(1);
        assertThat(get.messages())
                .contains("train-images-idx3-ubyte.gz could not be downloaded", "/mirror/fashion-mnist/", "status 404");
        assertThat(asked).containsExactly("/mirror/fashion-mnist/train-images-idx3-ubyte.gz");
        assertThat(cache).doesNotExist();
    }

    @Test
    void trainingOnASetThatIsNotThereDownloadsItFirst() {
        Path out = temporary.resolve("run");
        Invocation.of("train", "--dataset", "kmnist", "--cache", cache, "--out", out, "--json")
                .requireFailure(1);
        assertThat(asked).containsExactly("/mirror/kmnist/train-images-idx3-ubyte.gz");
        assertThat(out).doesNotExist();
    }

    @Test
    void damagedFileIsNamedAndLeftAlone() throws IOException {
        Path file = cache.resolve("kmnist").resolve("train-labels-idx1-ubyte.gz");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "not these");
        Invocation verify = Invocation.of("datasets", "verify", "--json", "--cache", cache);
        assertThat(verify.status()).isEqualTo(1);
        assertThat(verify.messages()).startsWith("snn4j: kmnist: ");
        Invocation text = Invocation.of("datasets", "verify", "kmnist", "--cache", cache);
        assertThat(text.results()).contains("kmnist: not intact", "missing  ", "damaged  " + file);
        assertThat(file).hasContent("not these");
        assertThat(asked).isEmpty();
    }

    @Test
    void verifyWithoutNamesTakesWhatIsThere() throws IOException {
        JsonNode json =
                Invocation.of("datasets", "verify", "--json", "--cache", cache).json();
        assertThat(json.get("ok").asBoolean()).isTrue();
        assertThat(json.get("datasets")).hasSize(1);
        JsonNode mnist = json.get("datasets").get(0);
        assertThat(mnist.get("name").asText()).isEqualTo("mnist");
        assertThat(mnist.get("train").get("images").asInt()).isEqualTo(60_000);
        assertThat(mnist.get("train").get("sha256").asText())
                .isEqualTo(Mnist.train().sha256());
        assertThat(mnist.get("train").get("classCounts").get("5").asInt()).isEqualTo(5421);
        assertThat(mnist.get("test").get("largestClass").asInt()).isEqualTo(1135);
    }

    @Test
    void verifyShowsHowClassesAreBalanced() {
        assertThat(Invocation.of("datasets", "verify", "mnist", "--cache", cache)
                        .results())
                .contains(
                        "mnist: intact",
                        "  train: 60,000 images of 28 x 28, 10 classes of 5,421 to 6,742 images, 1.24 to 1",
                        "    0: 5,923, 1: 6,742, 2: 5,958,",
                        "  test: 10,000 images of 28 x 28, 10 classes of 892 to 1,135 images");
    }

    @Test
    void verifyOfAFolderReadsEverything() throws IOException {
        Path folder = ClassImages.write(Mnist.test().first(60), temporary.resolve("digits"));
        JsonNode json = Invocation.of(
                        "datasets", "verify", folder, "--json", "--test-fraction", "0.5", "--split-seed", "3")
                .json();
        JsonNode set = json.get("datasets").get(0);
        assertThat(set.get("train").get("images").asInt()
                        + set.get("test").get("images").asInt())
                .isEqualTo(60);
        Files.writeString(folder.resolve("7").resolve("x.png"), "no image");
        Invocation broken = Invocation.of("datasets", "verify", folder);
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.messages()).contains("x.png");
    }
}
