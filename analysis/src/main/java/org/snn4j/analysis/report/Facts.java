package org.snn4j.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Named values, one to a line: parameters, versions, seeds. */
public record Facts(List<Fact> facts) implements Block {
    public Facts {
        facts = List.copyOf(facts);
    }

    /** A name and its value. */
    public record Fact(String name, String value) {
        public Fact {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /** The entries in the order in which the map gives them. */
    public static Facts of(Map<String, String> values) {
        List<Fact> facts = new ArrayList<>();
        values.forEach((name, value) -> facts.add(new Fact(name, value)));
        return new Facts(facts);
    }
}
