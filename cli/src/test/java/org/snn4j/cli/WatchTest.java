package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Oracle: the same training without a page. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WatchTest {
    private static final Pattern ADDRESS =
            Pattern.compile("(?m)^watch it learn: (http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}/)$");

    @TempDir
    private Path folder;

    @Test
    void addressIsSaidAlsoWhenProgressIsNotAndNothingElseChanges() throws IOException {
        JsonNode plain = new SmallRun(folder.resolve("plain"))
                .train("--seed", 5, "--json", "--quiet")
                .json();
        Invocation watched = new SmallRun(folder.resolve("watched")).train("--seed", 5, "--json", "--quiet", "--watch");

        assertThat(watched.json().get("weightsSha256")).isEqualTo(plain.get("weightsSha256"));
        assertThat(watched.json().get("accuracy")).isEqualTo(plain.get("accuracy"));
        assertThat(watched.messages().lines()).hasSize(1);
        assertThat(watched.messages()).containsPattern(ADDRESS);
        assertThatThrownBy(() -> get(address(watched.messages()))).isInstanceOf(ConnectException.class);
    }

    @Test
    void tokensDiffer() {
        assertThat(address(new SmallRun(folder.resolve("a")).train("--watch").messages())
                        .getPath())
                .isNotEqualTo(address(new SmallRun(folder.resolve("b"))
                                .train("--watch")
                                .messages())
                        .getPath());
    }

    @Test
    void portIsTheOneAskedFor() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Invocation watched = new SmallRun(folder.resolve("run")).train("--watch-port", port);
        assertThat(address(watched.messages()).getPort()).isEqualTo(port);
    }

    @Test
    void portThatIsTakenIsAnErrorAndNothingIsLeft() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Path run = folder.resolve("run");
            Invocation refused = new SmallRun(run).train("--watch-port", taken.getLocalPort());
            refused.requireFailure(1);
            assertThat(refused.messages()).contains("port " + taken.getLocalPort());
            assertThat(run).doesNotExist();
        }
    }

    /** With the real program, which a signal ends, as Ctrl-C does. */
    @Test
    void pageThatIsToStayAnswersAfterTheResultsAndEndsWithASignal() throws Exception {
        Path results = folder.resolve("results");
        Path messages = folder.resolve("messages");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Snn4j.class.getName(),
                        "train",
                        "--neurons=10",
                        "--train-samples=100",
                        "--test-samples=50",
                        "--json",
                        "--quiet",
                        "--watch-stay",
                        "--out=" + folder.resolve("run"))
                .redirectOutput(results.toFile())
                .redirectError(messages.toFile())
                .start();
        try {
            while (!Files.readString(messages).contains("the page stays open") && program.isAlive()) {
                Thread.sleep(50);
            }
            assertThat(Files.readString(results))
                    .startsWith("{")
                    .contains("weightsSha256")
                    .hasLineCount(1);
            URI address = address(Files.readString(messages));
            assertThat(get(address)).contains("<!DOCTYPE html>");
            byte[] bar = new byte[784];
            Arrays.fill(bar, 10 * 28, 12 * 28, (byte) -1);
            HttpRequest drawing = HttpRequest.newBuilder(address.resolve("drawing?height=28&width=28"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(bar))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(drawing, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            program.destroy();
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    private static URI address(String messages) {
        Matcher said = ADDRESS.matcher(messages);
        assertThat(said.find()).as(messages).isTrue();
        return URI.create(said.group(1));
    }

    private static String get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
