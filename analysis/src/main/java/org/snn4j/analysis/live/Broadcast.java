package org.snn4j.analysis.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The latest message of each kind, for any number of readers, as server-sent events. A reader that is slow gets the latest
 * one only; one that comes late gets it at once. For several threads.
 */
final class Broadcast {
    private static final long HEARTBEAT_MILLIS = 5_000;
    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

    private final Map<String, Message> latest = new LinkedHashMap<>();
    private int readers;
    private long versions;
    private boolean closed;

    private record Message(long version, byte[] bytes) {}

    /** Replaces the message of that kind. @param json on one line */
    synchronized void send(String kind, String json) {
        versions++;
        String event = "event: " + kind + "\ndata: " + json + "\n\n";
        latest.put(kind, new Message(versions, event.getBytes(StandardCharsets.UTF_8)));
        notifyAll();
    }

    /** No more messages: readers get what they have not read, and leave. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits until there is a reader, but no longer than until all is closed. */
    synchronized void awaitReader() throws InterruptedException {
        while (readers == 0 && !closed) {
            wait();
        }
    }

    /** Waits until no reader is left, but no longer than so many ms. */
    synchronized void awaitNoReader(long millis) throws InterruptedException {
        if (readers > 0) {
            wait(millis);
        }
    }

    synchronized boolean hasReader() {
        return readers > 0;
    }

    /**
     * Writes messages as they come, until all is closed.
     *
     * @param target modified; flushed after each round of messages
     * @throws IOException if the reader has left
     */
    void stream(OutputStream target) throws IOException, InterruptedException {
        enter();
        try {
            long seen = 0;
            boolean last;
            do {
                byte[] news;
                synchronized (this) {
                    if (versions == seen && !closed) {
                        wait(HEARTBEAT_MILLIS);
                    }
                    news = after(seen);
                    seen = versions;
                    last = closed;
                }
                target.write(news.length == 0 ? HEARTBEAT : news);
                target.flush();
            } while (!last);
        } finally {
            leave();
        }
    }

    private synchronized void enter() {
        readers++;
        notifyAll();
    }

    private synchronized void leave() {
        readers--;
        if (readers == 0) {
            notifyAll();
        }
    }

    private byte[] after(long seen) {
        ByteArrayOutputStream news = new ByteArrayOutputStream();
        latest.values().stream()
                .filter(message -> message.version > seen)
                .forEach(message -> news.writeBytes(message.bytes));
        return news.toByteArray();
    }
}
