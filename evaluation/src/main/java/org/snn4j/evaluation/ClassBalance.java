package org.snn4j.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many samples of each class there are. It says what an accuracy is worth, since naming the commonest class alone has an
 * accuracy of {@link #commonestShare}, and whether labels can be assigned: no neuron can stand for a class without samples.
 *
 * @param samples of each class
 */
public record ClassBalance(List<Long> samples) {
    public ClassBalance {
        samples = List.copyOf(samples);
        if (samples.isEmpty() || samples.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("the numbers of samples of the classes are " + samples
                    + "; there must be at least one class, and none may be negative");
        }
    }

    /** Counts labels. @throws IllegalArgumentException naming the first that is none of the classes */
    public static ClassBalance of(int[] labels, int classes) {
        long[] samples = new long[classes];
        for (int label : labels) {
            Labels.require(label, classes);
            samples[label]++;
        }
        return new ClassBalance(Arrays.stream(samples).boxed().toList());
    }

    public long total() {
        return samples.stream().mapToLong(Long::longValue).sum();
    }

    /** The share of the commonest class, from 0 to 1; not a number if there are no samples. */
    public double commonestShare() {
        return (double) samples.stream().mapToLong(Long::longValue).max().orElseThrow() / total();
    }

    /** The classes without samples. */
    public List<Integer> absent() {
        return IntStream.range(0, samples.size())
                .filter(label -> samples.get(label) == 0)
                .boxed()
                .toList();
    }
}
