package org.snn4j.training.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.snn4j.training.TrainingPlan;

/**
 * Settings to try.
 *
 * @param settings what they are, for people: "tauTheta" → "3000000"; empty for those that the others are compared with
 * @param plan what they come to, for each seed
 */
public record Candidate(Map<String, String> settings, LongFunction<TrainingPlan> plan) {
    public Candidate {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
