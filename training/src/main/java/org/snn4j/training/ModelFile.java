package org.snn4j.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.snn4j.encoding.Encoding;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.Network;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.ArrayArchive;
import org.snn4j.network.file.MalformedJsonException;
import org.snn4j.network.file.NetworkJson;
import org.snn4j.network.file.RecordJson;
import org.snn4j.network.file.StrictObject;

/** Trained models as archives of a manifest and .npy arrays. */
final class ModelFile {
    private static final String FORMAT = "snn4j-model/1";
    private static final String RATES = "rates";
    /** Weights that the network starts with, where they are given instead of drawn. No layer's name has a slash. */
    private static final String INITIAL = "initial/";

    /** Absent from files that were written before there were teachers. */
    private static final String TEACHER = "teacher";

    /** Absent where images are shown as they are. */
    private static final String SLANT = "slant";

    private static final String UPRIGHT = "upright";

    private ModelFile() {}

    static void write(TrainedModel model, Path file) throws IOException {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("format", FORMAT);
        manifest.set(
                "network",
                NetworkJson.write(model.network(), (name, array) -> arrays.put(INITIAL + withoutSuffix(name), array)));
        manifest.put("inputLayer", model.inputLayer());
        manifest.put("readoutLayer", model.readoutLayer());
        write(model.presentation(), manifest.putObject("presentation"));
        model.image().toList().forEach(manifest.putArray("image")::add);
        manifest.set("provenance", RecordJson.write(model.provenance()));
        manifest.put("classes", model.assignment().classes());
        model.learned().arrays().keySet().forEach(manifest.putArray("learned")::add);
        arrays.putAll(model.learned().arrays());
        arrays.put(
                RATES,
                FloatArray.of(
                        Shape.of(
                                model.assignment().neurons(), model.assignment().classes()),
                        model.assignment().rates()));
        ArrayArchive.write(file, manifest, arrays);
    }

    static TrainedModel read(Path file) throws IOException {
        ArchivedArrays arrays = new ArchivedArrays(ArrayArchive.read(file, FORMAT));
        StrictObject manifest = arrays.manifest();
        try {
            Network network =
                    NetworkJson.read(manifest.object("network"), name -> arrays.any(INITIAL + withoutSuffix(name)));
            TrainedModel model = new TrainedModel(
                    network,
                    manifest.text("inputLayer"),
                    manifest.text("readoutLayer"),
                    presentation(manifest.object("presentation")),
                    Shape.of(manifest.wholes("image")),
                    arrays.learned("learned"),
                    assignment(arrays),
                    provenance(manifest.object("provenance")));
            manifest.finish();
            return model;
        } catch (IllegalArgumentException | NoSuchElementException | UnsupportedOperationException e) {
            throw manifest.error("does not fit together: " + e.getMessage());
        }
    }

    private static void write(Presentation presentation, ObjectNode json) {
        json.put("encoder", presentation.encoding().name());
        presentation.encoding().parameters().forEach((name, value) -> json.put(name, value));
        json.put("time", presentation.time());
        if (presentation.rest() > 0) {
            json.put("rest", presentation.rest());
        }
        presentation.repetition().ifPresent(again -> json.set("repetition", RecordJson.write(again)));
        if (presentation.slant() == Presentation.Slant.UPRIGHT) {
            json.put(SLANT, UPRIGHT);
        }
    }

    private static Presentation presentation(StrictObject json) throws MalformedJsonException {
        Presentation presentation = new Presentation(
                Encoding.named(json.text("encoder"), json::number),
                json.number("time"),
                json.number("rest", 0),
                repetition(json),
                slant(json));
        json.finish();
        return presentation;
    }

    private static Presentation.Slant slant(StrictObject json) throws MalformedJsonException {
        if (json.optional(SLANT).isEmpty()) {
            return Presentation.Slant.KEPT;
        }
        String name = json.text(SLANT);
        if (!name.equals(UPRIGHT)) {
            throw json.error("has the " + SLANT + " " + name + "; only " + UPRIGHT + " would be right");
        }
        return Presentation.Slant.UPRIGHT;
    }

    private static Optional<Repetition> repetition(StrictObject json) throws MalformedJsonException {
        Optional<StrictObject> given = json.optionalObject("repetition");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        StrictObject again = given.get();
        Repetition repetition =
                new Repetition(count(again, "fewestSpikes"), again.number("louder"), count(again, "most"));
        again.finish();
        return Optional.of(repetition);
    }

    private static LabelAssignment assignment(ArchivedArrays arrays) throws IOException {
        FloatArray rates = arrays.floats(RATES);
        StrictObject manifest = arrays.manifest();
        int classes = count(manifest, "classes");
        if (rates.shape().rank() != 2 || rates.shape().length(1) != classes) {
            throw manifest.error("has rates of shape " + rates.shape() + "; [neurons, " + classes + "] would be right");
        }
        return LabelAssignment.ofRates(rates.values(), rates.shape().length(0), classes);
    }

    private static Provenance provenance(StrictObject json) throws MalformedJsonException {
        Provenance provenance = new Provenance(
                json.text("model"),
                json.text("data"),
                json.text("dataSha256"),
                count(json, "samples"),
                count(json, "epochs"),
                count(json, "assignSamples"),
                json.whole("seed"),
                json.optional(TEACHER).isPresent() ? json.text(TEACHER) : Teacher.None.NAME,
                classNames(json));
        json.finish();
        return provenance;
    }

    /** Files from before classes had names have none. */
    private static List<String> classNames(StrictObject json) throws MalformedJsonException {
        if (json.optional("classNames").isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : json.list("classNames")) {
            if (!name.isTextual()) {
                throw json.wrong("classNames", name, "a list of names");
            }
            names.add(name.asText());
        }
        return names;
    }

    private static int count(StrictObject json, String name) throws MalformedJsonException {
        long value = json.whole(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw json.wrong(name, json.required(name), "a number from 0 to " + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    /** The network's JSON names files; the archive adds their ending itself. */
    private static String withoutSuffix(String name) {
        return name.endsWith(".npy") ? name.substring(0, name.length() - ".npy".length()) : name;
    }
}
