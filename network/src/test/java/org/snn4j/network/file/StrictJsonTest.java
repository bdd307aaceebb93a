package org.snn4j.network.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: RFC 8259, of which one object with no member twice is taken and nothing else. */
class StrictJsonTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1, \"b\": 2, \"a\": 3} | Duplicate field 'a'",
                "{\"a\": {\"b\": 1, \"b\": 1}} | Duplicate field 'b'",
                "{} {} | Trailing token",
                "{\"a\": 1} x | Unrecognized token",
                "{\"a\": 1 | line 1",
                "{a: 1} | line 1",
                "{'a': 1} | line 1",
                "{\"a\": 1,} | line 1",
                "{\"a\": NaN} | NaN",
                "{\"a\": 01} | line 1",
                "{\"a\": .5} | line 1",
                "{\"a\": +1} | line 1",
                "/* c */ {} | line 1",
                "hello | hello"
            })
    void whatIsNotStrictJsonIsRefused(String document, String culprit) {
        assertMalformed(culprit, () -> read(document));
    }

    @Test
    void placeOfASyntaxErrorIsNamed() {
        assertMalformed("scenario.json: line 3, column 7", () -> read("{\n  \"a\": 1,\n  \"b\" 2\n}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "\"text\"", "3", "true", "null", "", "   "})
    void onlyAnObjectIsADocument(String document) {
        assertMalformed("an object would be right", () -> read(document));
    }

    /** The first two look like UTF-32, with a number that is no character and in an order that nobody uses. */
    @ParameterizedTest
    @ValueSource(strings = {"00 00 00 7B 7F FF FF FF", "00 00 7B 00 00 00 7D 00", "7B 22 FF 22 3A 31 7D", "7B 22 C3"})
    void badlyEncodedDocumentIsNamed(String bytes) {
        byte[] document = HexFormat.ofDelimiter(" ").parseHex(bytes);
        assertMalformed("scenario.json: ", () -> StrictJson.read(document, "scenario.json"));
    }

    @Test
    void deeplyNestedDocumentIsRefused() {
        assertMalformed("scenario.json", () -> read("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
    }

    @Test
    void fileIsReadAndNamedInErrors() throws IOException {
        Path file = folder.resolve("network.json");
        Files.writeString(file, "{\"a\": \"ä\"}");
        assertThat(StrictJson.read(file).text("a")).isEqualTo("ä");
        Files.writeString(file, "[]");
        assertMalformed(file.toString(), () -> StrictJson.read(file));
        Files.delete(file);
        assertThatThrownBy(() -> StrictJson.read(file)).isInstanceOf(NoSuchFileException.class);
    }

    /** Jackson's bounds; without them a short document could exhaust the stack, or be long to count. */
    @Test
    void deepNestingAndEndlessNumbersAreRefused() {
        String deep = "{\"a\": " + "[".repeat(1_001);
        assertThatThrownBy(() -> StrictJson.read(deep.getBytes(UTF_8), "deep"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith("deep: the document is not JSON: ")
                .hasMessageContaining("depth (1001) exceeds");
        String endless = "{\"a\": " + "1".repeat(1_001) + "}";
        assertThatThrownBy(() -> StrictJson.read(endless.getBytes(UTF_8), "endless"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("Number value length (1001) exceeds");
    }

    @Test
    void fileTooLargeToBeADescriptionIsNotRead() throws IOException {
        Path file = folder.resolve("large.json");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((16 << 20) + 1);
        }
        assertMalformed("16777217 bytes; at most 16777216", () -> StrictJson.read(file));
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        JsonNode document =
                read("{\"b\": [1, 2.5], \"a\": {\"c\": \"ü\"}, \"d\": true}").rest();
        byte[] written = StrictJson.write(document);
        assertThat(new String(written, UTF_8)).contains("\n").contains("ü");
        assertThat(StrictJson.read(written, "written").rest()).isEqualTo(document);
    }

    @Test
    void membersOfTheWrongKindAreNamedWithTheirPlace() throws IOException {
        StrictObject inner = read("{\"network\": {\"text\": 1, \"number\": \"x\", \"whole\": 1.5, \"huge\": 1e999,"
                        + " \"list\": {}, \"object\": [], \"wholes\": [1, 2.5], \"flag\": 0, \"objects\": [{}, 7]}}")
                .object("network");
        assertMalformed("network.text is 1; a text would be right", () -> inner.text("text"));
        assertMalformed("network.number is \"x\"; a finite number", () -> inner.number("number"));
        assertMalformed("network.huge is", () -> inner.number("huge"));
        assertMalformed("network.whole is 1.5; a whole number", () -> inner.whole("whole"));
        assertMalformed("network.wholes[1] is 2.5; a whole number", () -> inner.wholes("wholes"));
        assertMalformed("network.list is {}; a list", () -> inner.list("list"));
        assertMalformed("network.object is []; an object", () -> inner.object("object"));
        assertMalformed("network.objects[1] is 7; an object", () -> inner.objects("objects"));
        assertMalformed("network.flag is 0; true or false", () -> inner.flag("flag", true));
        assertMalformed("network has no \"missing\"", () -> inner.text("missing"));
    }

    @Test
    void memberThatNobodyAskedForIsNamed() throws IOException {
        StrictObject object = read("{\"a\": 1, \"b\": 2}");
        object.number("a");
        assertMalformed("the document has an unknown \"b\"; known are [a]", object::finish);
        object.rest();
        object.finish();
    }

    @Test
    void absentMembersHaveTheGivenValue() throws IOException {
        StrictObject object = read("{}");
        assertThat(object.number("a", 2.5)).isEqualTo(2.5);
        assertThat(object.flag("b", true)).isTrue();
        assertThat(object.optional("c")).isEmpty();
        assertThat(object.optionalObject("d")).isEmpty();
    }

    @Test
    void longValuesAreCutInMessages() throws IOException {
        StrictObject object = read("{\"a\": \"" + "x".repeat(10_000) + "\"}");
        assertThatThrownBy(() -> object.number("a"))
                .extracting(Throwable::getMessage)
                .satisfies(message -> assertThat(message).hasSizeLessThan(200));
    }

    private static StrictObject read(String document) throws IOException {
        return StrictJson.read(document.getBytes(UTF_8), "scenario.json");
    }

    private static void assertMalformed(String culprit, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(MalformedJsonException.class).hasMessageContaining(culprit);
    }
}
