package org.snn4j.training.recipe;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.PrebuiltModel;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainingPlan;

/**
 * What to train and how, by a name.
 *
 * @param name what the command line calls it: "diehl-cook-400"
 * @param plan what to train; its seed and threads stand for any others
 * @param headline the vote whose accuracy counts, chosen on validation data as the plan is
 */
public record Recipe(String name, TrainingPlan plan, Vote headline) {
    public Recipe {
        Objects.requireNonNull(name, "recipe.name is missing");
        Objects.requireNonNull(plan, "recipe.plan is missing");
        Objects.requireNonNull(headline, "recipe.headline is missing");
    }

    /** As {@code train} treats a model: shown as recommended for it, one epoch, at rates that stay, without a teacher. */
    public static Recipe of(String name, PrebuiltModel model) {
        return new Recipe(name, TrainingPlan.of(model, Presentation.recommended(model), 0), Vote.CONFIDENCE_WEIGHTING);
    }

    /** The plan with this seed, on one thread. */
    public TrainingPlan plan(long seed) {
        return plan.withSeed(seed);
    }

    /** The same with another plan, made of this one. */
    public Recipe with(UnaryOperator<TrainingPlan> change) {
        return new Recipe(name, change.apply(plan), headline);
    }

    /** The same, judged by another vote. */
    public Recipe by(Vote vote) {
        return new Recipe(name, plan, vote);
    }
}
