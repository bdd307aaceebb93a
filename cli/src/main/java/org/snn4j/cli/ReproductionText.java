package org.snn4j.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.LabelTeacher;
import org.snn4j.training.Teacher;
import org.snn4j.training.TrainingPlan;
import org.snn4j.training.recipe.PublishedTable;

/**
 * A table that was made, as Markdown, with all that is needed to make it again.
 *
 * @param command what made it
 */
record ReproductionText(Reproduction made, String command) {

    String markdown() {
        return "## " + made.table().title() + "\n\n"
                + (made.isFull() ? "" : shortened() + "\n\n")
                + "Accuracy on the MNIST test images, per cent; ours as mean and standard deviation over the seeds "
                + seeds() + ", the vote that each recipe is judged by in bold.\n\n"
                + accuracies() + "\n"
                + comparison()
                + recipes() + "\n"
                + protocol() + "\n\n"
                + "Made by `" + command + "` with snn4j " + String.join(" and ", made.versions()) + ".\n";
    }

    private String shortened() {
        return String.format(
                Locale.ROOT,
                "**Not the full protocol: learned from the first %,d training images, tested on the first %,d test images."
                        + " These figures cannot be compared with the published ones.**",
                made.images().train().size(),
                made.images().test().size());
    }

    private String accuracies() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("neurons", column -> String.format(Locale.ROOT, "%,d", column.neurons())));
        for (Vote vote : Vote.values()) {
            rows.add(row("snn4j, " + vote.title(), column -> {
                String accuracy = Results.percent(column.accuracy(vote), "%.1f");
                return vote == column.recipe().headline() ? "**" + accuracy + "**" : accuracy;
            }));
        }
        for (PublishedTable.Row published : made.table().rows()) {
            if (made.columns().stream().anyMatch(column -> published.figures().containsKey(column.neurons()))) {
                rows.add(row(
                        published.who(),
                        column -> published.figures().containsKey(column.neurons())
                                ? published.figures().get(column.neurons()).text()
                                : ""));
            }
        }
        return table(rows);
    }

    private List<String> row(String title, Function<Reproduction.Column, String> cell) {
        List<String> row = new ArrayList<>(List.of(title));
        made.columns().forEach(column -> row.add(cell.apply(column)));
        return row;
    }

    /** A paragraph, or none where the figures cannot be compared. */
    private String comparison() {
        if (made.columns().stream()
                .noneMatch(column -> made.table().highest(column.neurons()).isPresent())) {
            return published() + "\n\n";
        }
        String margins = made.columns().stream()
                .filter(column -> made.margin(column).isPresent())
                .map(column -> String.format(
                        Locale.ROOT,
                        "%,d neurons %+.1f",
                        column.neurons(),
                        made.margin(column).getAsDouble()))
                .collect(Collectors.joining(", "));
        return margins.isEmpty() ? "" : "Against the highest published figure of a size: " + margins + ".\n\n";
    }

    private String published() {
        return made.table().rows().stream()
                .flatMap(row -> row.figures().entrySet().stream()
                        .map(figure -> String.format(
                                Locale.ROOT,
                                "%s: %s with %,d neurons",
                                row.who(),
                                figure.getValue().text(),
                                figure.getKey())))
                .collect(Collectors.joining("; ", "Published: ", "."));
    }

    private String recipes() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("neurons", "looks at each image", "seconds for a training and its test", "command"));
        for (Reproduction.Column column : made.columns()) {
            rows.add(List.of(
                    String.format(Locale.ROOT, "%,d", column.neurons()),
                    String.valueOf(column.recipe().plan().epochs()),
                    String.format(Locale.ROOT, "%,.0f", column.seconds().mean()),
                    "`./snn4j train --recipe " + column.recipe().name() + shortenedOptions() + " --seed "
                            + made.seeds().get(0) + "`"));
        }
        return table(rows);
    }

    private String shortenedOptions() {
        return made.isFull()
                ? ""
                : " --train-samples " + made.images().train().size() + " --test-samples "
                        + made.images().test().size();
    }

    private String protocol() {
        return "Protocol: "
                + labels(made.columns().get(0).recipe().plan().teacher())
                + " No checkpoint is picked. Recipes were chosen on training images. An image that no"
                + " labelled neuron answers counts as wrong. Trainings ran side by side, each on one thread.";
    }

    private String labels(Teacher teacher) {
        if (teacher instanceof LabelTeacher) {
            return "The network learns from the training images without labels; then, frozen, it drives ten label neurons, which a"
                    + " teacher tells the labels of the same images. With everything frozen each test image is shown once,"
                    + " without the teacher, and the label neuron with most spikes is the answer, whatever the vote.";
        }
        return "The network learns from the training images "
                + (teacher.equals(Teacher.NONE) ? "without labels" : "with the teacher " + teacher.name())
                + "; with everything frozen, and no teacher, the last " + assigning()
                + " of them give the neurons their labels; then each test image is shown once.";
    }

    /** From how many images neurons have their labels, with the sizes for which that is so where they differ. */
    private String assigning() {
        Map<Integer, List<String>> sizes = new LinkedHashMap<>();
        for (Reproduction.Column column : made.columns()) {
            TrainingPlan plan = column.recipe().plan();
            int samples = Math.min(plan.assignSamples(), made.images().train().size());
            sizes.computeIfAbsent(samples, any -> new ArrayList<>())
                    .add(String.format(Locale.ROOT, "%,d", plan.model().neurons()));
        }
        return sizes.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d", entry.getKey())
                        + (sizes.size() == 1 ? "" : " (" + String.join(", ", entry.getValue()) + " neurons)"))
                .collect(Collectors.joining(" or "));
    }

    private String seeds() {
        return made.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** With columns of even width, so that it can be read as it is. @param rows the heading first */
    private static String table(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            for (int k = 0; k < rows.get(i).size(); k++) {
                text.append("| ").append(padded(rows, i, k)).append(' ');
            }
            text.append("|\n");
            if (i == 0) {
                text.append("|---".repeat(rows.get(0).size())).append("|\n");
            }
        }
        return text.toString();
    }

    private static String padded(List<List<String>> rows, int row, int column) {
        int width = rows.stream()
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElseThrow();
        return String.format(
                Locale.ROOT, "%-" + Math.max(1, width) + "s", rows.get(row).get(column));
    }
}
