package org.snn4j.training;

import java.util.List;

/** What tells a network the labels while it learns: a record of its parameters. Accuracy is always measured without it. */
public sealed interface Teacher permits Teacher.None, DirectTeacher, LabelTeacher {
    /** Nobody: the network never hears of a label. */
    Teacher NONE = new None();

    /** The name on the command line and in files: "clamp". */
    String name();

    /** How much of each neuron's distance to the mean theta it lets be when learning is over; of that a plan may leave less. */
    default double thetaSpread() {
        return 1;
    }

    /** Every teacher with its recommended parameters, none first. A teacher that joins gets its place here. */
    static List<Teacher> all() {
        return List.of(
                NONE, Clamp.recommended(), HoldBack.recommended(), Symmetric.recommended(), Rewarding.recommended());
    }

    /** No teacher. */
    record None() implements Teacher {
        public static final String NAME = "none";

        @Override
        public String name() {
            return NAME;
        }
    }
}
