package org.snn4j.training.trial;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.network.file.Sha256;
import org.snn4j.training.TrainingPlan;

/**
 * A training and its test.
 *
 * @param settings what tells it from others, for people: "thetaPlus" → "0.05"
 * @param plan what to train; the model must be a record, as all prebuilt models are
 * @param images what it learns from, and what it is tested on
 */
public record Trial(Map<String, String> settings, TrainingPlan plan, DataSplit images) {
    public Trial {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        Objects.requireNonNull(plan, "trial.plan is missing");
        Objects.requireNonNull(images, "trial.images are missing");
        if (!(plan.model() instanceof Record)) {
            throw new IllegalArgumentException("trial.plan.model is a "
                    + plan.model().getClass() + ", which does not tell its parameters; a record would be right");
        }
    }

    /** Stands for all that decides the outcome, plan and images; in lower-case hex. */
    public String fingerprint() {
        String decisive = plan.withThreads(1).withOnlineBlock(1) + " "
                + images.train().sha256() + " " + images.test().sha256();
        return Sha256.hex(decisive.getBytes(StandardCharsets.UTF_8));
    }
}
