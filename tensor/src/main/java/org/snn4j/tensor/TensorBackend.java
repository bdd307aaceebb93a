package org.snn4j.tensor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.nd4j.linalg.factory.Nd4j;

/** The ND4J backend that the program has put on its class path. */
public final class TensorBackend {
    private TensorBackend() {}

    /**
     * What the backend is and what it runs on, by name. Opening it takes about a second.
     *
     * @return for programs without a usable backend, the one entry that says why
     */
    public static Map<String, String> describe() {
        Map<String, String> facts = new LinkedHashMap<>();
        try {
            Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
            facts.put("nd4jBackend", Nd4j.getBackend().getClass().getSimpleName());
            facts.put(
                    "nd4jVersion",
                    String.valueOf(Nd4j.getBackend().buildInfo())
                            .lines()
                            .findFirst()
                            .orElse(""));
            Map<String, String> sorted = new TreeMap<>();
            environment.forEach((name, value) -> sorted.put("nd4j " + name, String.valueOf(value)));
            facts.putAll(sorted);
        } catch (LinkageError | RuntimeException e) {
            facts.put("nd4jBackend", "none can be used: " + e);
        }
        return facts;
    }
}
