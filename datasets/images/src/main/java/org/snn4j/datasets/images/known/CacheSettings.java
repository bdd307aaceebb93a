package org.snn4j.datasets.images.known;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where downloaded data sets are kept, and where they come from.
 *
 * @param folder the folder to keep them in
 * @param mirror a server of the user's own, which is asked instead of the published ones: {@code MIRROR/FOLDER/FILE}
 */
public record CacheSettings(Path folder, Optional<URI> mirror) {
    /** The system property that names the folder. */
    public static final String FOLDER_PROPERTY = "snn4j.cache";

    /** The environment variable that names the folder, unless the property does. */
    public static final String FOLDER_VARIABLE = "SNN4J_CACHE";

    /** The system property that names the mirror. */
    public static final String MIRROR_PROPERTY = "snn4j.mirror";

    /** The environment variable that names the mirror, unless the property does. */
    public static final String MIRROR_VARIABLE = "SNN4J_MIRROR";

    private static final String NAME = "snn4j";

    public CacheSettings {
        Objects.requireNonNull(folder, "the folder of the cache is missing");
        mirror.ifPresent(CacheSettings::requireAddress);
    }

    /**
     * What the system properties say; or else the environment; or else the folder {@code snn4j} where the system keeps
     * caches, and the published servers. On Linux and the like that is {@code $XDG_CACHE_HOME}, by default {@code ~/.cache}; on
     * macOS {@code ~/Library/Caches}; on Windows {@code %LOCALAPPDATA%}.
     *
     * @throws IllegalArgumentException if the mirror is no address over http or https
     */
    public static CacheSettings ofUser() {
        return of(System::getProperty, System::getenv);
    }

    static CacheSettings of(UnaryOperator<String> property, UnaryOperator<String> variable) {
        return new CacheSettings(
                first(property.apply(FOLDER_PROPERTY), variable.apply(FOLDER_VARIABLE))
                        .map(Path::of)
                        .orElseGet(() -> systemFolder(property, variable).resolve(NAME)),
                first(property.apply(MIRROR_PROPERTY), variable.apply(MIRROR_VARIABLE))
                        .map(CacheSettings::address));
    }

    /** The same, kept in another folder. */
    public CacheSettings withFolder(Path other) {
        return new CacheSettings(other, mirror);
    }

    private static Path systemFolder(UnaryOperator<String> property, UnaryOperator<String> variable) {
        Path home = Path.of(Optional.ofNullable(property.apply("user.home")).orElse("."));
        String system = Optional.ofNullable(property.apply("os.name")).orElse("");
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        if (system.startsWith("Windows")) {
            return first(variable.apply("LOCALAPPDATA")).map(Path::of).orElseGet(() -> home.resolve("AppData")
                    .resolve("Local"));
        }
        return first(variable.apply("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute) // as its specification asks for
                .orElseGet(() -> home.resolve(".cache"));
    }

    private static Optional<String> first(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(noAddress(text), e);
        }
    }

    private static void requireAddress(URI mirror) {
        if (!"http".equals(mirror.getScheme()) && !"https".equals(mirror.getScheme()) || mirror.getHost() == null) {
            throw new IllegalArgumentException(noAddress(mirror.toString()));
        }
    }

    private static String noAddress(String mirror) {
        return "the mirror for data sets is \"" + mirror + "\"; an address over http or https would be right";
    }
}
