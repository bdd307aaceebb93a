package org.snn4j.analysis.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium without a window, driven by the Chrome DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final int SECONDS = 60;

    /** A link to elsewhere, which is in the way of deleting the folder. */
    private final Path lock;

    private final Process process;
    private final WebSocket socket;
    private final String session;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final ObjectMapper mapper = new ObjectMapper();

    /** The program, if there is one on the PATH. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile an empty folder */
    Browser(Path program, Path profile, int width, int height) throws Exception {
        lock = profile.resolve("SingletonSocket");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "--window-size=" + width + "," + height,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(), new Messages())
                .get(SECONDS, TimeUnit.SECONDS);
        JsonNode pages = call("Target.getTargets", object(), "");
        String target = "";
        for (JsonNode info : pages.path("targetInfos")) {
            target = info.path("type").asText().equals("page")
                    ? info.path("targetId").asText()
                    : target;
        }
        session = call("Target.attachToTarget", object().put("targetId", target).put("flatten", true), "")
                .path("sessionId")
                .asText();
        call(
                "Emulation.setDeviceMetricsOverride",
                object().put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    private URI address() throws IOException {
        BufferedReader messages = process.errorReader(StandardCharsets.UTF_8);
        for (String line = messages.readLine(); line != null; line = messages.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread rest = new Thread(() -> messages.lines().forEach(ignored -> {}));
                rest.setDaemon(true);
                rest.start();
                return URI.create(listening.group(1));
            }
        }
        throw new IOException("chromium ended before it listened");
    }

    void open(URI page) throws Exception {
        call("Page.navigate", object().put("url", page.toString()));
    }

    /** The value of an expression. */
    JsonNode value(String javascript) throws Exception {
        return call("Runtime.evaluate", object().put("expression", javascript).put("returnByValue", true))
                .path("result")
                .path("value");
    }

    /** Waits until an expression is true. */
    void await(String javascript) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!value(javascript).asBoolean()) {
            if (System.nanoTime() > until) {
                throw new TimeoutException(javascript + " is still not so; the page says: "
                        + value("document.body.innerText").asText());
            }
            Thread.sleep(50);
        }
    }

    /** Draws with the mouse, from point to point. @param path x and y, in turn, in the page's pixels */
    void draw(double... path) throws Exception {
        for (int i = 0; i < path.length; i += 2) {
            String type = i == 0 ? "mousePressed" : "mouseMoved";
            mouse(type, path[i], path[i + 1]);
        }
        mouse("mouseReleased", path[path.length - 2], path[path.length - 1]);
    }

    private void mouse(String type, double x, double y) throws Exception {
        call(
                "Input.dispatchMouseEvent",
                object().put("type", type)
                        .put("x", x)
                        .put("y", y)
                        .put("button", "left")
                        .put("buttons", 1)
                        .put("clickCount", 1));
    }

    byte[] screenshot() throws Exception {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", object().put("format", "png"))
                        .path("data")
                        .asText());
    }

    private JsonNode call(String method, ObjectNode parameters) throws Exception {
        return call(method, parameters, session);
    }

    private JsonNode call(String method, ObjectNode parameters, String in) throws Exception {
        int number = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(number, answer);
        ObjectNode message = object().put("id", number).put("method", method);
        message.set("params", parameters);
        if (!in.isEmpty()) {
            message.put("sessionId", in);
        }
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        JsonNode answered = answer.get(SECONDS, TimeUnit.SECONDS);
        if (answered.has("error")) {
            throw new IOException(method + ": " + answered.path("error"));
        }
        return answered.path("result");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
            Files.deleteIfExists(lock);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Puts the parts of messages together and hands answers to whoever waits for them. */
    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                accept(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void accept(String message) {
            try {
                JsonNode json = mapper.readTree(message);
                CompletableFuture<JsonNode> waiting =
                        answers.remove(json.path("id").asInt());
                if (waiting != null) {
                    waiting.complete(json);
                }
            } catch (IOException e) {
                answers.values().forEach(waiting -> waiting.completeExceptionally(e));
            }
        }
    }
}
