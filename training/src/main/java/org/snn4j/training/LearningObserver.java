package org.snn4j.training;

import java.util.List;
import java.util.function.Supplier;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.OnlineAccuracy;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.network.LearnedState;

/** Hears the answers while the network learns, and tells how it goes. */
final class LearningObserver implements LearningPass.Listener {
    private final TrainingPlan plan;
    private final LabelledImages images;
    private final Progress.Listener listener;
    private final long total;
    /** Whether the network's answers are its own. */
    private final boolean answersItself;

    private OnlineAccuracy accuracy;
    private BlockActivity activity;
    private long repetitions;
    /** Made when it is asked for first: it takes as long as reading all images. */
    private String dataSha256;

    LearningObserver(TrainingPlan plan, LabelledImages images, Progress.Listener listener) {
        this.plan = plan;
        this.images = images;
        this.listener = listener;
        this.total = (long) plan.epochs() * images.size();
        this.answersItself = !(plan.teacher() instanceof DirectTeacher);
        this.accuracy = new OnlineAccuracy(
                LabelAssignment.none(plan.model().neurons(), images.classes()), plan.onlineBlock(), 1);
        this.activity = new BlockActivity(plan.model().neurons());
    }

    /** Goes on as the observer that a checkpoint is from would have. */
    void resume(Checkpoint from) {
        Observations seen = from.observed();
        accuracy = new OnlineAccuracy(seen.online(), plan.onlineBlock(), 1);
        activity = new BlockActivity(seen.active(), seen.silent());
        repetitions = seen.repetitions();
    }

    /** How many samples there are to show. */
    long total() {
        return total;
    }

    List<OnlinePoint> curve() {
        return accuracy.curve();
    }

    long repetitions() {
        return repetitions;
    }

    @Override
    public void onAnswer(long sample, int[] counts) {
        if (answersItself) {
            accuracy.add(counts, images.label((int) (sample % images.size())));
            activity.add(counts);
            if (accuracy.samples() % plan.onlineBlock() == 0) {
                activity.endBlock();
            }
        }
        listener.onProgress(progress(sample + 1));
        if (answersItself && accuracy.samples() % plan.onlineBlock() == 0) {
            listener.onAssigned(accuracy.assignment());
        }
    }

    @Override
    public void onRepetition(long sample) {
        repetitions++;
    }

    @Override
    public void onLearned(long shown, Supplier<LearnedState> learned) {
        listener.onLearned(progress(shown), learned);
    }

    @Override
    public void onState(long shown, Supplier<PassState> state) {
        listener.onCheckpoint(progress(shown), () -> checkpoint(state.get()));
    }

    private Checkpoint checkpoint(PassState state) {
        dataSha256 = dataSha256 == null ? images.sha256() : dataSha256;
        return new Checkpoint(
                Checkpoint.text(plan),
                dataSha256,
                state,
                new Observations(accuracy.snapshot(), activity.active(), activity.silentNeurons(), repetitions),
                0);
    }

    private Progress progress(long shown) {
        return new Progress(Phase.TRAIN, shown, total, activity.silentNeurons(), accuracy.lastBlock());
    }
}
