package org.snn4j.training;

import java.util.List;

/** What tells a network the labels while it learns: a record of its parameters. Accuracy is always measured without it. */
public sealed interface Teacher permits Teacher.None, DirectTeacher, LabelTeacher {
    /** Nobody: the network never hears of a label. */
    Teacher NONE = new None();

    /** The name on the command line and in files: "clamp". */
    String name();

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
