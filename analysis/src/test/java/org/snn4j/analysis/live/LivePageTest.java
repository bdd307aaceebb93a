package org.snn4j.analysis.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.LearnedState;
import org.snn4j.network.array.FloatArray;
import org.snn4j.training.Clamp;
import org.snn4j.training.Phase;
import org.snn4j.training.Prediction;
import org.snn4j.training.Presentation;
import org.snn4j.training.Progress;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/** Oracle: the JDK's own HTTP client, and a training that nobody watches. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LivePageTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final LabelledImages TRAIN = train();
    private static final TrainingPlan PLAN = TrainingPlan.of(
                    DiehlAndCook2015.recommended(20), new Presentation(new Poisson(128), 100), 7)
            .withOnlineBlock(100);
    private static final TrainedModel UNWATCHED = Trainer.train(PLAN, TRAIN);

    private final HttpClient client = HttpClient.newHttpClient();
    private LivePage page;

    @BeforeEach
    void open() throws IOException {
        page = LivePage.open(new LivePage.Door(0, TOKEN), PLAN, TRAIN, System::nanoTime);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void pageIsServedUnderItsToken() throws Exception {
        HttpResponse<String> answer = get("");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("new EventSource");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'sha256-")
                .contains("connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "*");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void pageHasNoAddressOfAnybodyElse() throws Exception {
        assertThat(get("").body().replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:", "//");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/events",
                "/0123456789abcdef",
                "/0123456789abcdee/",
                "/0123456789abcde/",
                "/0123456789abcdeff/events",
                "//0123456789abcdef/",
                "/favicon.ico"
            })
    void whoeverDoesNotKnowTheTokenIsRefused(String path) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(page.address().resolve("http://127.0.0.1:" + port() + path))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(TOKEN);
    }

    /** Names of this machine that a page from elsewhere could have given it, and other pages of this machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example:PORT",
                "Host: 127.0.0.1",
                "Host: 127.0.0.1.evil.example:PORT",
                "Host: 127.0.0.1:PORT\r\nOrigin: http://evil.example",
                "Host: 127.0.0.1:PORT\r\nOrigin: null",
                "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:1"
            })
    void requestsThroughAnotherNameOrFromAnotherPageAreRefused(String headers) throws Exception {
        assertThat(status(headers)).contains(" 403 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost:PORT",
                "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT",
                "Host: 127.0.0.1:PORT"
            })
    void requestsOfThePageItselfAreAnswered(String headers) throws Exception {
        assertThat(status(headers)).contains(" 200 ");
    }

    private String status(String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            String request = "GET /" + TOKEN + "/ HTTP/1.1\r\n" + headers.replace("PORT", String.valueOf(port()))
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElseThrow();
        }
    }

    @Test
    void otherMachinesCannotConnect() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, port()), 2_000))
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void onlyWhatThereIsCanBeAskedForAndOnlyInItsWay() throws Exception {
        assertThat(get("other").statusCode()).isEqualTo(404);
        assertThat(get("drawing").statusCode()).isEqualTo(405);
        assertThat(post("", new byte[0]).statusCode()).isEqualTo(405);
        assertThat(post("events", new byte[0]).statusCode()).isEqualTo(405);
    }

    @Test
    void watchingAndDrawingChangeNothingThatIsLearned() throws Exception {
        CompletableFuture<List<String>> events = events();
        Progress.Listener drawing = new Progress.Listener() {
            @Override
            public void onProgress(Progress progress) {}

            @Override
            public void onLearned(Progress progress, Supplier<LearnedState> learned) {
                if (progress.done() % 50 == 49) {
                    draw(TRAIN.image(3));
                }
            }
        };
        Trainer trainer = new Trainer(PLAN, page.and(drawing));
        TrainedModel watched = trainer.assign(trainer.learn(TRAIN), TRAIN);
        page.trained(watched);
        TestResult result = TestResult.of(watched, TRAIN.first(50), 1, page);
        page.tested(result);
        page.close();

        assertThat(watched).isEqualTo(UNWATCHED);
        assertThat(watched.learned().sha256()).isEqualTo(UNWATCHED.learned().sha256());
        List<String> lines = events.get();
        JsonNode heading = data(lines, "heading").get(0);
        assertThat(heading.path("model").asText()).isEqualTo("diehl-cook");
        assertThat(heading.path("neurons").asInt()).isEqualTo(20);
        List<JsonNode> course = data(lines, "course");
        JsonNode last = course.get(course.size() - 1);
        assertThat(last.path("over").asBoolean()).isTrue();
        assertThat(last.path("curve")).hasSize(TRAIN.size() / 100 - 1);
        assertThat(last.path("test").path("allActivity").asDouble())
                .isEqualTo(result.accuracy(Vote.ALL_ACTIVITY).value());
        List<JsonNode> fields = data(lines, "fields");
        JsonNode end = fields.get(fields.size() - 1);
        assertThat(end.path("samples").asInt()).isEqualTo(TRAIN.size());
        assertThat(end.path("mosaic").path("images").asInt()).isEqualTo(20);
        float[] thetas = watched.learned().require("Ae.theta").values();
        assertThat(end.path("theta").path("greatest").floatValue()).isEqualTo((float)
                IntStream.range(0, 20).mapToDouble(k -> thetas[k]).max().orElseThrow());
    }

    @Test
    void drawingIsAnsweredAsTheModelAnswersIt() throws Exception {
        page.onLearned(progress(TRAIN.size()), UNWATCHED::learned);
        page.onAssigned(UNWATCHED.assignment());

        JsonNode answer = json(draw(TRAIN.image(3)));

        Prediction expected = UNWATCHED.predict(TRAIN.intensities(3));
        assertThat(answer.path("spikes").asInt()).isPositive().isEqualTo(expected.spikes());
        assertThat(answer.path("answer").asText()).isEqualTo(String.valueOf(expected.label(Vote.CONFIDENCE_WEIGHTING)));
        assertThat(answer.path("samples").asInt()).isEqualTo(TRAIN.size());
        assertThat(answer.has("message")).isFalse();
        for (Vote vote : Vote.values()) {
            List<Double> scores = new ArrayList<>();
            answer.path("votes").path(vote.fieldName()).forEach(score -> scores.add(score.asDouble()));
            assertThat(scores).isEqualTo(expected.scores().get(vote));
        }
        int shown = 0;
        for (JsonNode winner : answer.path("winners")) {
            int neuron = winner.path("neuron").asInt();
            assertThat(winner.path("stands").asText())
                    .isEqualTo(String.valueOf(UNWATCHED.assignment().assignment(neuron)));
            shown += winner.path("times").size();
        }
        assertThat(shown).isPositive().isLessThanOrEqualTo(expected.spikes());
    }

    @Test
    void drawingOfAnotherSizeIsPreparedAsAPhotographIs() throws Exception {
        page.trained(UNWATCHED);
        byte[] bar = new byte[40 * 60];
        IntStream.range(8, 32).forEach(row -> IntStream.range(28, 32).forEach(column -> bar[row * 60 + column] = -1));

        JsonNode answer = json(post("drawing?height=40&width=60", bar));

        assertThat(answer.path("seen")).hasSize(784);
        int brightest = IntStream.range(0, 784)
                .map(i -> answer.path("seen").get(i).asInt())
                .max()
                .orElseThrow();
        assertThat(brightest).isEqualTo(255);
        assertThat(answer.path("seen").get(0).asInt()).isZero();
    }

    @Test
    void beforeAnythingIsKnownThePageSaysSo() throws Exception {
        HttpResponse<String> early = draw(TRAIN.image(3));
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("Nothing has been learned yet.");

        page.onLearned(progress(TRAIN.size()), UNWATCHED::learned);
        JsonNode unlabelled = json(draw(TRAIN.image(3)));
        assertThat(unlabelled.path("labelled").asBoolean()).isFalse();
        assertThat(unlabelled.path("answer").isNull()).isTrue();
        assertThat(unlabelled.path("spikes").asInt()).isPositive();
        assertThat(unlabelled.path("message").asText()).contains("after 100 images");
    }

    /** Training fails by itself soon; until then numbers are told, and what is wrong. */
    @Test
    void networkWhoseWeightsAreNoNumbersIsSaidToBeSo() throws Exception {
        Map<String, FloatArray> arrays = new LinkedHashMap<>(UNWATCHED.learned().arrays());
        arrays.replaceAll(
                (name, array) -> FloatArray.of(array.shape(), lost(array.shape().size())));
        CompletableFuture<List<String>> events = events();
        page.onProgress(progress(TRAIN.size()));
        page.onLearned(progress(TRAIN.size()), () -> new LearnedState(arrays));
        page.close();

        List<String> lines = events.get();
        assertThat(data(lines, "problem").get(0).path("message").asText()).contains("NaN", "finite");
        List<JsonNode> course = data(lines, "course");
        assertThat(course.get(course.size() - 1).path("done").asInt()).isEqualTo(TRAIN.size());
    }

    private static float[] lost(int size) {
        float[] values = new float[size];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    /** 300 of 400 samples took the program before 100 s: 100 others take a third of that, more if this test is slow. */
    @Test
    void speedOfTrainingThatGoesOnIsTheOneThatItHad() throws Exception {
        page.goOnAfter(100);
        page.onProgress(progress(300));
        CompletableFuture<List<String>> events = events();
        page.close();

        JsonNode first = data(events.get(), "course").get(0);
        assertThat(first.path("perSecond").asDouble()).isBetween(1.5, 3.0);
        assertThat(first.path("left").asDouble()).isBetween(33.0, 66.0);
    }

    @Test
    void withATeacherThatClampsClassesAreSaidToComeInTheEnd() throws Exception {
        page.close();
        TrainingPlan clamped = PLAN.withTeacher(new Clamp(100));
        page = LivePage.open(new LivePage.Door(0, TOKEN), clamped, TRAIN, System::nanoTime);
        page.onLearned(progress(TRAIN.size()), UNWATCHED::learned);

        assertThat(json(draw(TRAIN.image(3))).path("message").asText()).contains("when training is over");
    }

    @Test
    void whatIsNoDrawingIsRefused() throws Exception {
        page.trained(UNWATCHED);

        assertThat(post("drawing?height=28&width=28", new byte[783]).body()).contains("783 pixels", "28 x 28");
        assertThat(post("drawing?height=28&width=28", new byte[783]).statusCode())
                .isEqualTo(400);
        assertThat(post("drawing", new byte[784]).statusCode()).isEqualTo(400);
        assertThat(post("drawing?height=0&width=0", new byte[0]).statusCode()).isEqualTo(400);
        assertThat(post("drawing?height=50&width=50", new byte[2500]).statusCode())
                .isEqualTo(400);
        assertThat(post("drawing?height=300&width=300", new byte[90_000]).statusCode())
                .isEqualTo(413);
    }

    @Test
    void weightsAreCopiedOnlyWhileSomebodyLooksAndInTheEnd() {
        List<Long> copied = new ArrayList<>();
        Progress.Listener listener = page;
        for (long done = 1; done <= TRAIN.size(); done++) {
            long now = done;
            listener.onLearned(progress(done), () -> {
                copied.add(now);
                return UNWATCHED.learned();
            });
        }
        assertThat(copied).containsExactly((long) TRAIN.size());
    }

    @Test
    void noMorePagesThanThereIsRoomForAreServed() throws Exception {
        List<CompletableFuture<List<String>>> open = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            open.add(events());
        }
        assertThat(get("events").statusCode()).isEqualTo(503);
        assertThat(get("").statusCode()).isEqualTo(200);
        page.close();
        for (CompletableFuture<List<String>> events : open) {
            assertThat(data(events.get(), "course")).isNotEmpty();
        }
    }

    @Test
    void nothingIsLeftOfAPageThatIsClosed() throws Exception {
        CompletableFuture<List<String>> events = events();
        URI address = page.address();
        page.close();
        events.get();

        assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("snn4j live page") || thread.getName().equals("HTTP-Dispatcher")) {
                assertThat(thread.isDaemon()).isTrue();
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void portThatIsTakenIsNamed() {
        assertThatThrownBy(() -> LivePage.open(new LivePage.Door(port(), TOKEN), PLAN, TRAIN, System::nanoTime))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port " + port() + " of 127.0.0.1");
    }

    @Test
    void tokenThatCanBeGuessedIsRefused() {
        assertThatThrownBy(() -> LivePage.open(new LivePage.Door(0, "secret"), PLAN, TRAIN, System::nanoTime))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 characters")
                .hasMessageNotContaining("secret");
    }

    private int port() {
        return page.address().getPort();
    }

    private static Progress progress(long done) {
        return new Progress(Phase.TRAIN, done, TRAIN.size(), 0, Optional.empty());
    }

    private HttpResponse<String> get(String what) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(page.address().resolve(what)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String what, byte[] body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(page.address().resolve(what))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> draw(GreyImage image) {
        try {
            return post("drawing?height=" + image.height() + "&width=" + image.width(), image.pixels());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All lines of the page's events until it closes; returns when the first have come. */
    private CompletableFuture<List<String>> events() throws Exception {
        HttpResponse<Stream<String>> answer = client.send(
                HttpRequest.newBuilder(page.address().resolve("events")).build(), BodyHandlers.ofLines());
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<List<String>> all = CompletableFuture.supplyAsync(
                () -> linesUntilClosed(answer.body(), begun), work -> new Thread(work).start());
        begun.get();
        return all;
    }

    /** A server that stops ends its answers or cuts them, as it happens; for a listener either is the end. */
    private static List<String> linesUntilClosed(Stream<String> body, CompletableFuture<Void> begun) {
        List<String> lines = new ArrayList<>();
        try {
            body.forEach(line -> {
                lines.add(line);
                begun.complete(null);
            });
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("closed");
        }
        return lines;
    }

    private static List<JsonNode> data(List<String> lines, String kind) throws IOException {
        List<JsonNode> data = new ArrayList<>();
        for (int i = 0; i < lines.size() - 1; i++) {
            if (lines.get(i).equals("event: " + kind)) {
                data.add(new ObjectMapper().readTree(lines.get(i + 1).substring("data: ".length())));
            }
        }
        return data;
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static LabelledImages train() {
        try {
            return Mnist.train().first(400);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
