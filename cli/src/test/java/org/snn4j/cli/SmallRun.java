package org.snn4j.cli;

import java.nio.file.Path;

/** A training that takes a second. */
record SmallRun(Path folder) {
    static final int NEURONS = 20;
    static final int TEST_SAMPLES = 100;

    /** @param more options */
    Invocation train(Object... more) {
        Object[] few = {
            "train",
            "--neurons",
            NEURONS,
            "--train-samples",
            300,
            "--assign-samples",
            200,
            "--test-samples",
            TEST_SAMPLES,
            "--out",
            folder
        };
        Object[] all = new Object[few.length + more.length];
        System.arraycopy(few, 0, all, 0, few.length);
        System.arraycopy(more, 0, all, few.length, more.length);
        return Invocation.of(all);
    }

    Path model() {
        return folder.resolve("model.zip");
    }
}
