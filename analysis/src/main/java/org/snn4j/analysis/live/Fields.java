package org.snn4j.analysis.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.snn4j.analysis.chart.ReceptiveFields;
import org.snn4j.analysis.run.InputWeights;
import org.snn4j.network.array.FloatArray;

/** What the neurons look for at a moment, as a picture, and how high their thetas are. */
final class Fields {
    private static final int BINS = 24;

    private Fields() {}

    static ObjectNode json(Knowledge.Known known) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("samples", known.samples());
        InputWeights.of(known.model()).ifPresent(weights -> {
            ReceptiveFields fields = ReceptiveFields.of(weights.images());
            int images = weights.images().fields().shape().length(1);
            json.putObject("mosaic")
                    .put(
                            "png",
                            Base64.getEncoder()
                                    .encodeToString(fields.smoothMosaic().bytes()))
                    .put("images", images)
                    .put("columns", fields.columns())
                    .put("height", weights.images().image().length(0))
                    .put("width", weights.images().image().length(1))
                    .put("areReadOut", areReadOut(known, weights.layer(), images));
            FloatArray theta = known.model().learned().arrays().get(weights.layer() + ".theta");
            if (theta != null) {
                json.set("theta", histogram(theta.values()));
            }
        });
        return json;
    }

    /** Whether image k is of neuron k of the layer that answers. */
    private static boolean areReadOut(Knowledge.Known known, String layer, int images) {
        return layer.equals(known.model().readoutLayer())
                && images == known.model().assignment().neurons();
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
