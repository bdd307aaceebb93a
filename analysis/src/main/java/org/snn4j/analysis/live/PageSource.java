package org.snn4j.analysis.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snn4j.network.file.Sha256;

/**
 * The page and what a browser may do with it: run its one script and its one style sheet, show pictures that come with a
 * message, and talk to where it came from; nothing else.
 */
record PageSource(byte[] html, String policy) {
    private static final String FILE = "live.html";

    static PageSource read() throws IOException {
        try (InputStream in = PageSource.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is missing beside " + PageSource.class.getName());
            }
            byte[] html = in.readAllBytes();
            String text = new String(html, StandardCharsets.UTF_8);
            String policy = "default-src 'none'; script-src " + hash(text, "script") + "; style-src "
                    + hash(text, "style") + "; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";
            return new PageSource(html, policy);
        }
    }

    /** Names the content of an element, so that nothing else of its kind is taken. */
    private static String hash(String html, String element) {
        Matcher found = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(html);
        if (!found.find()) {
            throw new IllegalStateException(FILE + " has no " + element);
        }
        byte[] digest = Sha256.newDigest().digest(found.group(1).getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
