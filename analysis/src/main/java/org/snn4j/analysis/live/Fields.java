package org.snn4j.analysis.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.snn4j.analysis.chart.ReceptiveFields;
import org.snn4j.analysis.run.InputWeights;

/** What the neurons look for at a moment, as a picture, and how high their thetas are. */
final class Fields {
    private static final int BINS = 24;

    private Fields() {}

    static ObjectNode json(Knowledge.Known known) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("samples", known.samples());
        InputWeights.of(known.model()).ifPresent(weights -> {
            ReceptiveFields fields = ReceptiveFields.of(weights.images());
            json.putObject("mosaic")
                    .put(
                            "png",
                            Base64.getEncoder()
                                    .encodeToString(fields.smoothMosaic().bytes()))
                    .put("images", weights.images().count())
                    .put("columns", fields.columns())
                    .put("height", weights.images().image().length(0))
                    .put("width", weights.images().image().length(1))
                    .put("areReadOut", weights.areReadOutOf(known.model()));
            weights.theta(known.model().learned()).ifPresent(theta -> json.set("theta", histogram(theta.values())));
        });
        return json;
    }

    private static ObjectNode histogram(float... values) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        double sum = 0;
        for (float value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            sum += value;
        }
        int[] counts = new int[BINS];
        for (float value : values) {
            int bin = greatest > least ? (int) (BINS * (value - least) / (greatest - least)) : 0;
            counts[Math.min(bin, BINS - 1)]++;
        }
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("least", least)
                .put("mean", sum / values.length)
                .put("greatest", greatest);
        ArrayNode bins = json.putArray("counts");
        for (int count : counts) {
            bins.add(count);
        }
        return json;
    }
}
