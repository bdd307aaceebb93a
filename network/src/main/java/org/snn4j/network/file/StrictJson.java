package org.snn4j.network.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON documents: one object in UTF-8, no member twice, nothing behind it. */
public final class StrictJson {
    /** More than any network needs to be described; arrays are in files of their own. */
    private static final long SIZE_LIMIT = 16L << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private StrictJson() {}

    /** Reads a file. @throws MalformedJsonException if it is not one JSON object */
    public static StrictObject read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > SIZE_LIMIT) {
            throw new MalformedJsonException(
                    file.toString(), "the document", "has " + size + " bytes; at most " + SIZE_LIMIT + " are read");
        }
        return read(Files.readAllBytes(file), file.toString());
    }

    /**
     * Reads a document.
     *
     * @param name the name of its source, for messages
     */
    public static StrictObject read(byte[] content, String name) throws IOException {
        try {
            return StrictObject.of(name, "", MAPPER.readTree(content));
        } catch (CharConversionException e) {
            throw new MalformedJsonException(name, "the document", "is not UTF-8: " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException(
                    name,
                    e.getLocation() == null
                            ? "the document"
                            : "line " + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr(),
                    "is not JSON: " + e.getOriginalMessage());
        }
    }

    /** A document as indented UTF-8 text. */
    public static byte[] write(JsonNode document) throws IOException {
        return MAPPER.writeValueAsBytes(document);
    }
}
