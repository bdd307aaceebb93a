package org.snn4j.network.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.learning.DiehlAndCookExponentialRule;
import org.snn4j.network.learning.DiehlAndCookRule;
import org.snn4j.network.learning.DiehlAndCookSymmetricRule;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.MSTDP;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rmax;
import org.snn4j.network.learning.Triplet;
import org.snn4j.network.learning.WeightDependentPostPre;

/** How weights change, as JSON: "rule", "wmin", "wmax", "norm" or "length", "weightDecay", "dale" and "learnAtArrival" of a connection. */
final class PlasticityJson {
    private static final Map<String, LearningRule> RULES = NetworkJson.byType(
            LearningRule::type,
            List.of(
                    PostPre.defaults(),
                    WeightDependentPostPre.defaults(),
                    Hebbian.defaults(),
                    Triplet.defaults(),
                    DiehlAndCookRule.defaults(),
                    DiehlAndCookExponentialRule.defaults(),
                    DiehlAndCookSymmetricRule.defaults(),
                    MSTDP.defaults(),
                    MSTDPET.defaults(),
                    Rmax.defaults()));

    private PlasticityJson() {}

    static Plasticity read(StrictObject json) throws IOException {
        Optional<LearningRule> rule = Optional.empty();
        Optional<StrictObject> given = json.optionalObject("rule");
        if (given.isPresent()) {
            StrictObject members = given.get();
            LearningRule defaults = NetworkJson.ofType(RULES, members, "type", "learning rule");
            rule = Optional.of(RecordJson.read(defaults, members.rest(), members.file(), members.place()));
        }
        Bounds bounds = new Bounds(
                json.number("wmin", Double.NEGATIVE_INFINITY), json.number("wmax", Double.POSITIVE_INFINITY));
        Plasticity.Signs signs = json.flag("dale", false) ? Plasticity.Signs.KEPT : Plasticity.Signs.FREE;
        Plasticity.Timing timing =
                json.flag("learnAtArrival", false) ? Plasticity.Timing.ARRIVAL : Plasticity.Timing.FIRING;
        return new Plasticity(rule, bounds, norm(json), json.number("weightDecay", 0), signs, timing);
    }

    private static Optional<Norm> norm(StrictObject json) throws IOException {
        Optional<Norm> norm = Optional.empty();
        for (Norm.Measure measure : Norm.Measure.values()) {
            if (json.optional(key(measure)).isPresent()) {
                if (norm.isPresent()) {
                    throw json.error("has both \"norm\", a sum, and \"length\"; one of them would be right");
                }
                norm = Optional.of(new Norm(json.number(key(measure)), measure));
            }
        }
        return norm;
    }

    private static String key(Norm.Measure measure) {
        return switch (measure) {
            case SUM -> "norm";
            case LENGTH -> "length";
        };
    }

    static void write(ObjectNode json, Plasticity plasticity) {
        plasticity.rule().ifPresent(rule -> json.putObject("rule")
                .put("type", rule.type())
                .setAll(RecordJson.write(rule)));
        putFinite(json, "wmin", plasticity.bounds().low());
        putFinite(json, "wmax", plasticity.bounds().high());
        plasticity.norm().ifPresent(norm -> json.put(key(norm.measure()), norm.value()));
        json.put("weightDecay", plasticity.weightDecay());
        json.put("dale", plasticity.signs() == Plasticity.Signs.KEPT);
        json.put("learnAtArrival", plasticity.timing() == Plasticity.Timing.ARRIVAL);
    }

    private static void putFinite(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        }
    }
}
