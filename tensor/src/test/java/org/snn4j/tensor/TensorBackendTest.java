package org.snn4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.snn4j.network.Network;
import org.snn4j.network.neuron.Input;

class TensorBackendTest {
    @Test
    void thisMachinesBackendCanBeUsed() {
        assertThat(TensorBackend.describe()).containsEntry("tensorEngine", "can be used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.7", "5.2", "7.5", "8.6", "8.9"})
    void cardsThatTheLibraryHasCodeForCanBeUsed(String capability) {
        assertThat(TensorBackend.whyUnusable(card(capability))).isEmpty();
    }

    /** Hopper and Blackwell came after the library, which has nothing that they could compile; 3.5 was dropped. */
    @ParameterizedTest
    @ValueSource(strings = {"3.5", "9.0", "10.0", "12.0"})
    void otherCardsAreNamedWithTheWayOut(String capability) {
        assertThat(TensorBackend.whyUnusable(card(capability))).hasValueSatisfying(reason -> assertThat(reason)
                .contains("a card")
                .contains("compute capability " + capability)
                .contains("3.7 to 8.9")
                .contains("use ND4J's CPU backend, or the event engine"));
    }

    /** With classes of its own, among which there is no backend. */
    @Test
    void withoutBackendOpeningSaysWhatIsMissing() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader classes = classesWithoutBackend()) {
            Thread.currentThread().setContextClassLoader(classes);
            Object network = classes.loadClass(WithoutBackend.class.getName())
                    .getMethod("network")
                    .invoke(null);
            assertThatThrownBy(() -> open(classes, network))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("found no ND4J backend that can be used")
                    .hasMessageContaining("NoAvailableBackendException")
                    .hasMessageEndingWith("put org.nd4j:nd4j-native on the class path, or use the event engine");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void open(ClassLoader classes, Object network) throws Throwable {
        Class<?> engine = classes.loadClass(TensorEngine.class.getName());
        try {
            engine.getMethod("open", network.getClass(), long.class, int.class)
                    .invoke(engine.getConstructor().newInstance(), network, 0L, 1);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static URLClassLoader classesWithoutBackend() throws IOException {
        URL[] urls = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("nd4j-native") && !entry.contains("nd4j-cuda"))
                .map(File::new)
                .map(TensorBackendTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties card(String capability) {
        String[] parts = capability.split("\\.");
        Properties environment = new Properties();
        environment.put(
                Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY,
                List.of(Map.of(
                        Nd4jEnvironment.CUDA_DEVICE_NAME_KEY, "a card",
                        Nd4jEnvironment.CUDA_DEVICE_MAJOR_VERSION_KEY, Integer.valueOf(parts[0]),
                        Nd4jEnvironment.CUDA_DEVICE_MINOR_VERSION_KEY, Integer.valueOf(parts[1]))));
        return environment;
    }

    /** Makes a network in whatever class loader it is loaded by. */
    public static final class WithoutBackend {
        private WithoutBackend() {}

        public static Network network() {
            return Network.builder().layer("X", new Input(), 1).build();
        }
    }
}
