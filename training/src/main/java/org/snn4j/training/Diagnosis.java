package org.snn4j.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.Connection;

/**
 * What looks wrong in a trained network, in words, and what to change: from its answers to some training samples with
 * everything frozen. A network without findings need not be good; one with findings can be better.
 *
 * @param findings what is off, the most telling first; empty where nothing is
 */
public record Diagnosis(List<Finding> findings) {
    private static final int SAMPLES = 1_000;
    /** Enough for the drive, which hardly differs between samples of a class; voltages cost memory. */
    private static final int DRIVE_SAMPLES = 100;

    private static final double MANY_DEAD = 0.1;
    private static final double MANY_SILENT = 0.01;
    private static final double MOST_SPIKES = 0.25;
    private static final double NEARLY_ALL = 0.8;
    private static final double OUT_OF_REACH = 0.9;
    /** Fewer images for each neuron leave neurons that have not had their turn. */
    private static final int FEW_IMAGES = 50;

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /**
     * Looks at a network. Where one neuron wins everything, that others are dead is no finding of its own.
     *
     * @param images what it was trained on; 1,000 of them at most are shown
     * @throws IllegalArgumentException if the images do not have the size of the network's input
     */
    public static Diagnosis of(TrainedModel model, LabelledImages images) {
        int connection = learningConnection(model);
        String layer = model.network().connections().get(connection).target();
        ActivityProbe activity = ActivityProbe.of(model, layer, last(images, SAMPLES));
        Optional<DriveProbe> drive = DriveProbe.of(model, connection, last(images, DRIVE_SAMPLES));
        List<Finding> findings = new ArrayList<>();
        oneWinner(activity).or(() -> deadNeurons(activity, model.provenance())).ifPresent(findings::add);
        drive.flatMap(Diagnosis::thetaAboveDrive).ifPresent(findings::add);
        silentSamples(activity).ifPresent(findings::add);
        oneClass(model.assignment()).ifPresentOrElse(findings::add, () -> missingClasses(model.assignment())
                .ifPresent(findings::add));
        return new Diagnosis(findings);
    }

    private static int learningConnection(TrainedModel model) {
        List<Connection> connections = model.network().connections();
        return IntStream.range(0, connections.size())
                .filter(i -> connections.get(i).source().equals(model.inputLayer())
                        && connections.get(i).topology().hasWeights())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no connection from the input layer " + model.inputLayer() + " has weights of its own"));
    }

    private static LabelledImages last(LabelledImages images, int count) {
        return images.slice(Math.max(0, images.size() - count), images.size());
    }

    private static Optional<Finding> oneWinner(ActivityProbe activity) {
        double share = activity.greatestShare();
        return when(
                share > Math.max(MOST_SPIKES, 5.0 / activity.neurons()),
                Finding.Kind.ONE_WINNER,
                text("One neuron of %d fires %.0f %% of all spikes.", activity.neurons(), 100 * share),
                "Raise thetaPlus or tauTheta, so that a neuron that wins gets harder to excite, or lower the learning"
                        + " rate nu.post.");
    }

    private static Optional<Finding> thetaAboveDrive(DriveProbe drive) {
        return when(
                drive.reachable() < OUT_OF_REACH * drive.reachableAtFirst(),
                Finding.Kind.THETA_ABOVE_DRIVE,
                text(
                        "Theta, %.1f mV on average, has outgrown the drive: the input alone brings a neuron to its"
                                + " threshold in %.0f %% of all cases, and before theta had grown in %.0f %%.",
                        drive.meanTheta(), 100 * drive.reachable(), 100 * drive.reachableAtFirst()),
                "Lower thetaPlus or tauTheta, or raise the input's intensity or norm.");
    }

    private static Optional<Finding> silentSamples(ActivityProbe activity) {
        return when(
                activity.silentSamples() > MANY_SILENT * activity.samples(),
                Finding.Kind.SILENT_SAMPLES,
                text("No neuron fires to %d of %d images.", activity.silentSamples(), activity.samples()),
                "Raise the input's intensity, the time for which it is shown or norm, or lower theta.");
    }

    private static Optional<Finding> deadNeurons(ActivityProbe activity, Provenance provenance) {
        double dead = activity.silentNeurons() - activity.expectedSilentNeurons();
        boolean few = (double) provenance.samples() * provenance.epochs() < (double) FEW_IMAGES * activity.neurons();
        return when(
                dead > MANY_DEAD * activity.neurons(),
                Finding.Kind.DEAD_NEURONS,
                text(
                        "%d of %d neurons fire to none of %d images.",
                        activity.silentNeurons(), activity.neurons(), activity.samples()),
                few
                        ? "Train on more images or for more epochs, or with fewer neurons: many have not had their turn."
                        : "Raise thetaPlus, so that neurons that win make room, or use fewer neurons.");
    }

    private static Optional<Finding> oneClass(LabelAssignment assignment) {
        int assigned = assignment.neurons() - assignment.unassigned();
        int most = IntStream.range(0, assignment.classes())
                .boxed()
                .max((a, b) -> Integer.compare(assignment.neuronsOf(a), assignment.neuronsOf(b)))
                .orElseThrow();
        return when(
                assignment.classes() > 2 && assigned > 2 && assignment.neuronsOf(most) > NEARLY_ALL * assigned,
                Finding.Kind.ONE_CLASS,
                text("%d of %d neurons stand for class %d.", assignment.neuronsOf(most), assigned, most),
                "The neurons have learned much the same: raise inhibition, or thetaPlus so that they take turns.");
    }

    private static Optional<Finding> missingClasses(LabelAssignment assignment) {
        List<Integer> missing = IntStream.range(0, assignment.classes())
                .filter(label -> assignment.neuronsOf(label) == 0)
                .boxed()
                .toList();
        return when(
                !missing.isEmpty(),
                Finding.Kind.MISSING_CLASSES,
                text("No neuron stands for class %s, which is never predicted.", words(missing)),
                "Use more neurons, or train on more images.");
    }

    private static String words(List<Integer> classes) {
        return String.join(", ", classes.stream().map(String::valueOf).toList());
    }

    private static Optional<Finding> when(boolean holds, Finding.Kind kind, String observation, String advice) {
        return holds ? Optional.of(new Finding(kind, observation, advice)) : Optional.empty();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
