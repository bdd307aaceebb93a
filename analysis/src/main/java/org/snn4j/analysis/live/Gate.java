package org.snn4j.analysis.live;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may see the page: whoever knows the token, by the page's own address. Another name for this machine in the Host header
 * is how a page from elsewhere would come in (DNS rebinding), and another Origin how it would send something.
 *
 * @param token what the path begins with; nobody must be able to guess it
 * @param port where the page is served
 */
record Gate(String token, int port) {
    private static final int LEAST_TOKEN_LENGTH = 16;

    Gate {
        if (!token.matches("[A-Za-z0-9_-]{" + LEAST_TOKEN_LENGTH + ",}")) {
            throw new IllegalArgumentException("the token has " + token.length() + " characters; " + LEAST_TOKEN_LENGTH
                    + " or more letters and digits would be right");
        }
    }

    /** What is asked for, after the token: empty for the page itself. Nothing if it is refused. */
    Optional<String> admitted(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        int end = path.indexOf('/', 1);
        boolean known = end > 0 && isToken(path.substring(1, end));
        return known && isHere(exchange) ? Optional.of(path.substring(end + 1)) : Optional.empty();
    }

    /** Takes the same time however much of it is right. */
    private boolean isToken(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isHere(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return host != null
                && (host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port))
                && (origin == null || origin.equals("http://" + host));
    }
}
