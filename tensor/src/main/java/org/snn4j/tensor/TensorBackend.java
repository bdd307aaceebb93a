package org.snn4j.tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.factory.Nd4j;

/** The ND4J backend that the program has put on its class path. */
public final class TensorBackend {
    /** ND4J 1.0.0-M2.1's CUDA library holds machine code up to this generation of cards, and no PTX that newer ones could use. */
    private static final int NEWEST_MAJOR = 8;

    private static final String CARDS = "it runs on cards of compute capability 3.7 to 8.9 (Kepler K80 to Ada)";

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
            facts.put("tensorEngine", whyUnusable(environment).orElse("can be used"));
            Map<String, String> sorted = new TreeMap<>();
            environment.forEach((name, value) -> sorted.put("nd4j " + name, String.valueOf(value)));
            facts.putAll(sorted);
        } catch (LinkageError | RuntimeException e) {
            facts.put("nd4jBackend", "none can be used: " + rootCause(e));
        }
        return facts;
    }

    /** @throws IllegalStateException if the tensor engine cannot run here, saying why and what to do */
    static void requireUsable() {
        Optional<String> problem;
        try {
            problem = whyUnusable(Nd4j.getExecutioner().getEnvironmentInformation());
        } catch (LinkageError | RuntimeException e) {
            throw new IllegalStateException(
                    "the tensor engine found no ND4J backend that can be used (" + rootCause(e)
                            + "); put org.nd4j:nd4j-native on the class path, or use the event engine",
                    e);
        }
        problem.ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
    }

    /** Why the tensor engine cannot run, from what ND4J says of its environment. */
    static Optional<String> whyUnusable(Properties environment) {
        if (!(environment.get(Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY) instanceof List<?> devices)) {
            return Optional.empty();
        }
        for (Object device : devices) {
            if (device instanceof Map<?, ?> card
                    && card.get(Nd4jEnvironment.CUDA_DEVICE_MAJOR_VERSION_KEY) instanceof Number major
                    && card.get(Nd4jEnvironment.CUDA_DEVICE_MINOR_VERSION_KEY) instanceof Number minor
                    && !isSupported(major.intValue(), minor.intValue())) {
                return Optional.of(
                        "the tensor engine cannot use this machine's GPU: ND4J's CUDA library has no code for "
                                + card.get(Nd4jEnvironment.CUDA_DEVICE_NAME_KEY) + " (compute capability " + major + "."
                                + minor + "); " + CARDS + ", so use ND4J's CPU backend, or the event engine");
            }
        }
        return Optional.empty();
    }

    private static Throwable rootCause(Throwable error) {
        return error.getCause() == null ? error : rootCause(error.getCause());
    }

    private static boolean isSupported(int major, int minor) {
        return major <= NEWEST_MAJOR && (major > 3 || major == 3 && minor >= 7);
    }
}
