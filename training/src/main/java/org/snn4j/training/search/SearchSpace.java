package org.snn4j.training.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;
import org.snn4j.training.search.Variation.Choices;

/**
 * Settings and their values: all combinations, or some that are drawn.
 *
 * @param variations each setting's values, by its name
 */
public record SearchSpace(Map<String, Variation> variations) {
    /** More combinations than anybody tries. */
    private static final int MOST_COMBINATIONS = 100_000;

    public SearchSpace {
        variations = Collections.unmodifiableMap(new LinkedHashMap<>(variations));
    }

    /** Whether the combinations can be counted: no setting has a range. */
    public boolean isGrid() {
        return variations.values().stream().allMatch(Choices.class::isInstance);
    }

    /**
     * All combinations, the last setting changing fastest.
     *
     * @throws IllegalStateException if it is no grid
     * @throws IllegalArgumentException if they are too many to try
     */
    public List<Map<String, String>> combinations() {
        if (!isGrid()) {
            throw new IllegalStateException("a range has no end of combinations");
        }
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Map.Entry<String, Variation> variation : variations.entrySet()) {
            combinations = extended(combinations, variation.getKey(), ((Choices) variation.getValue()).values());
        }
        return combinations;
    }

    private static List<Map<String, String>> extended(
            List<Map<String, String>> combinations, String name, List<String> values) {
        if ((long) combinations.size() * values.size() > MOST_COMBINATIONS) {
            throw new IllegalArgumentException("there are more than " + MOST_COMBINATIONS + " combinations");
        }
        List<Map<String, String>> extended = new ArrayList<>();
        for (Map<String, String> combination : combinations) {
            for (String value : values) {
                Map<String, String> more = new LinkedHashMap<>(combination);
                more.put(name, value);
                extended.add(more);
            }
        }
        return extended;
    }

    /**
     * Combinations that are drawn, none twice: fewer than asked for where there are not so many. Drawing more gives the same
     * ones first.
     */
    public List<Map<String, String>> drawn(int count, long seed) {
        Set<Map<String, String>> drawn = new LinkedHashSet<>();
        AddressedRandom random = new AddressedRandom(seed, Purpose.SEARCH);
        int[] lanes = new int[AddressedRandom.LANES];
        // So many draws miss one of as many combinations with a chance of exp(-20).
        for (long draw = 0; drawn.size() < count && draw < 20L * count; draw++) {
            Map<String, String> combination = new LinkedHashMap<>();
            int index = 0;
            for (Map.Entry<String, Variation> variation : variations.entrySet()) {
                random.block(draw, index++, 0, lanes);
                combination.put(variation.getKey(), variation.getValue().at(AddressedRandom.unitFloat(lanes[0])));
            }
            drawn.add(combination);
        }
        return List.copyOf(drawn);
    }
}
