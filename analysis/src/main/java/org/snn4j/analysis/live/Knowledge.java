package org.snn4j.analysis.live;

import java.util.Optional;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.LearnedState;
import org.snn4j.training.DirectTeacher;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.TrainingPlan;

/** What has been learned so far, as a model that can be asked. For several threads. */
final class Knowledge {
    private final TrainingPlan plan;
    private final LabelledImages images;
    private LabelAssignment assignment;
    private LearnedState learned;
    private long samples;
    private Known known;

    /** @param images what is learned from */
    Knowledge(TrainingPlan plan, LabelledImages images) {
        this.plan = plan;
        this.images = images;
        this.assignment = LabelAssignment.none(plan.model().neurons(), images.classes());
    }

    /**
     * A model of a moment.
     *
     * @param samples how many it has learned from
     */
    record Known(TrainedModel model, long samples) {
        /** Whether any neuron stands for a class. */
        boolean isLabelled() {
            return model.assignment().unassigned() < model.assignment().neurons();
        }
    }

    synchronized void learned(LearnedState state, long after) {
        learned = state;
        samples = after;
        known = null;
    }

    synchronized void assigned(LabelAssignment classes) {
        assignment = classes;
        known = null;
    }

    /** What it ends with. */
    synchronized void trained(TrainedModel model) {
        known = new Known(model, samples);
    }

    /** The latest; none before anything was learned. The same object as long as nothing new is known. */
    synchronized Optional<Known> latest() {
        if (known == null && learned != null) {
            known = new Known(TrainedModel.soFar(plan, images, learned, assignment), samples);
        }
        return Optional.ofNullable(known);
    }

    /** After how many samples neurons get their first classes; empty if only when training is over. */
    Optional<Integer> firstClassesAfter() {
        return plan.teacher() instanceof DirectTeacher ? Optional.empty() : Optional.of(plan.onlineBlock());
    }
}
