package org.snn4j.analysis.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What lies beside the classes of this package. */
final class Resource {
    private Resource() {}

    static String text(String name) throws IOException {
        try (InputStream resource = Resource.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("the resource " + name + " is missing beside " + Resource.class.getName());
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
