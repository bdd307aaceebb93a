package org.snn4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.snn4j.datasets.images.ClassBalance;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;

/** What is in a data set, as JSON and in words. */
final class DatasetText {
    private DatasetText() {}

    static void addParts(ObjectNode set, DataSplit split) {
        set.set("train", part(split.train()));
        set.set("test", part(split.test()));
    }

    private static ObjectNode part(LabelledImages images) {
        ClassBalance balance = images.balance();
        ObjectNode part = Json.object()
                .put("name", images.name())
                .put("images", images.size())
                .put("height", images.height())
                .put("width", images.width())
                .put("sha256", images.sha256())
                .put("smallestClass", balance.smallest())
                .put("largestClass", balance.largest());
        ObjectNode counts = part.putObject("classCounts");
        for (int k = 0; k < images.classes(); k++) {
            counts.put(balance.names().get(k), balance.counts().get(k));
        }
        return part;
    }

    static void print(PrintWriter out, JsonNode set) {
        out.println(set.get("name").asText() + ": " + (set.get("ok").asBoolean() ? "intact" : "not intact"));
        set.get("files")
                .forEach(file -> out.println("  " + file.get("state").asText() + "  "
                        + file.get("path").asText()));
        for (String part : new String[] {"train", "test"}) {
            if (set.has(part)) {
                print(out, part, set.get(part));
            }
        }
    }

    private static void print(PrintWriter out, String title, JsonNode part) {
        int smallest = part.get("smallestClass").asInt();
        int largest = part.get("largestClass").asInt();
        out.printf(
                Locale.ROOT,
                "  %s: %,d images of %d x %d, %d classes of %,d to %,d images%s%n",
                title,
                part.get("images").asInt(),
                part.get("height").asInt(),
                part.get("width").asInt(),
                part.get("classCounts").size(),
                smallest,
                largest,
                smallest == 0 ? "" : String.format(Locale.ROOT, ", %.2f to 1", (double) largest / smallest));
        out.println("    "
                + part.get("classCounts").properties().stream()
                        .map(DatasetText::count)
                        .collect(Collectors.joining(", ")));
    }

    private static String count(Map.Entry<String, JsonNode> entry) {
        return String.format(
                Locale.ROOT, "%s: %,d", entry.getKey(), entry.getValue().asInt());
    }
}
