package org.snn4j.analysis.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.snn4j.network.file.Sha256;

/** The script that moves sliders, and the hash by which a page allows this one and no other. */
record SliderScript(String text) {
    static SliderScript load() throws IOException {
        return new SliderScript(Resource.text("slider.js"));
    }

    /** As a content security policy names it. */
    String source() {
        byte[] hash = Sha256.newDigest().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}
