package org.snn4j.analysis.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.snn4j.datasets.images.GreyImage;

/**
 * Serves the page, its events, and answers to drawings, to this machine alone. Its threads do not keep the program alive.
 */
final class LiveServer implements AutoCloseable {
    private static final int THREADS = 16;
    /** So that some threads are left for everything else. */
    private static final int MOST_STREAMS = 8;

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int NOT_YET = 409;
    private static final int TOO_LARGE = 413;
    private static final int BUSY = 503;

    private final Broadcast broadcast;
    private final Knowledge knowledge;
    private final PageSource page;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, LiveServer::daemon);
    private final HttpServer server;
    private final Gate gate;

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    LiveServer(int port, String token, Broadcast broadcast, Knowledge knowledge) throws IOException {
        this.broadcast = broadcast;
        this.knowledge = knowledge;
        this.page = PageSource.read();
        this.server = bound(port);
        this.gate = new Gate(token, server.getAddress().getPort());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        startAsDaemon();
    }

    private static HttpServer bound(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (BindException e) {
            throw new IOException(
                    "port " + port + " of 127.0.0.1 cannot be had (" + e.getMessage() + "); another, or 0 for any that"
                            + " is free, would be right",
                    e);
        }
    }

    /** The server's own thread keeps the program alive or not, as the one does that starts it. */
    private void startAsDaemon() {
        Thread starter = daemon(server::start);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the page was opened", e);
        }
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "snn4j live page");
        thread.setDaemon(true);
        return thread;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + gate.port() + "/" + gate.token() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> asked = gate.admitted(exchange);
            if (asked.isEmpty()) {
                text(
                        exchange,
                        FORBIDDEN,
                        "Not by this address: the one that was printed, with its token, would be right.");
                return;
            }
            switch (asked.get()) {
                case "" -> page(exchange);
                case "events" -> events(exchange);
                case "drawing" -> drawing(exchange);
                default -> text(exchange, NOT_FOUND, "There is no such page.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        if (isBy("GET", exchange)) {
            exchange.getResponseHeaders().set("Content-Security-Policy", page.policy());
            send(exchange, OK, "text/html; charset=utf-8", page.html());
        }
    }

    private void events(HttpExchange exchange) throws IOException, InterruptedException {
        if (!isBy("GET", exchange)) {
            return;
        }
        if (!streams.tryAcquire()) {
            text(exchange, BUSY, MOST_STREAMS + " pages are open already; close one.");
            return;
        }
        try {
            headers(exchange, "text/event-stream");
            exchange.sendResponseHeaders(OK, 0);
            try (OutputStream events = exchange.getResponseBody()) {
                broadcast.stream(events);
            }
        } finally {
            streams.release();
        }
    }

    private void drawing(HttpExchange exchange) throws IOException {
        if (!isBy("POST", exchange)) {
            return;
        }
        byte[] pixels = exchange.getRequestBody().readNBytes(Drawing.MOST_PIXELS + 1);
        if (pixels.length > Drawing.MOST_PIXELS) {
            refuse(exchange, TOO_LARGE, "A drawing has " + Drawing.MOST_PIXELS + " pixels at most.");
            return;
        }
        Optional<Knowledge.Known> known = knowledge.latest();
        if (known.isEmpty()) {
            refuse(exchange, NOT_YET, "Nothing has been learned yet.");
            return;
        }
        try {
            GreyImage image = Drawing.of(
                    exchange.getRequestURI().getQuery(),
                    pixels,
                    known.get().model().image());
            json(exchange, OK, answer(known.get(), image));
        } catch (IllegalArgumentException e) {
            refuse(exchange, BAD_REQUEST, e.getMessage());
        }
    }

    /** One at a time, so that whoever draws much does not take all cores from training. */
    private synchronized ObjectNode answer(Knowledge.Known known, GreyImage image) {
        ObjectNode answer = Answer.json(known, image);
        if (!known.isLabelled()) {
            answer.put(
                    "message",
                    knowledge
                            .firstClassesAfter()
                            .map(samples -> "No neuron stands for a class yet: the first classes are given after "
                                    + samples + " images.")
                            .orElse("No neuron stands for a class yet: with this teacher classes are given when"
                                    + " training is over."));
        }
        return answer;
    }

    private static boolean isBy(String method, HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals(method)) {
            return true;
        }
        exchange.getResponseHeaders().set("Allow", method);
        text(exchange, WRONG_METHOD, "Only " + method + ".");
        return false;
    }

    private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
        json(exchange, status, JsonNodeFactory.instance.objectNode().put("message", message));
    }

    private static void json(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        send(exchange, status, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        headers(exchange, type);
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }

    private static void headers(HttpExchange exchange, String type) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
}
