package org.snn4j.datasets.images.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Oracle: the order of precedence that the documentation gives. */
class CacheSettingsTest {
    private final Map<String, String> properties = new HashMap<>(Map.of("user.home", "/home/ada", "os.name", "Linux"));
    private final Map<String, String> environment = new HashMap<>();

    private CacheSettings settings() {
        return CacheSettings.of(properties::get, environment::get);
    }

    @Test
    void folderIsWhereTheSystemKeepsCaches() {
        assertThat(settings().folder()).isEqualTo(Path.of("/home/ada/.cache/snn4j"));
        environment.put("XDG_CACHE_HOME", "/fast/disk");
        assertThat(settings().folder()).isEqualTo(Path.of("/fast/disk/snn4j"));
        environment.put("XDG_CACHE_HOME", "relative");
        assertThat(settings().folder()).isEqualTo(Path.of("/home/ada/.cache/snn4j"));
        properties.put("os.name", "Mac OS X");
        assertThat(settings().folder()).isEqualTo(Path.of("/home/ada/Library/Caches/snn4j"));
        properties.put("os.name", "Windows 11");
        assertThat(settings().folder()).isEqualTo(Path.of("/home/ada/AppData/Local/snn4j"));
        environment.put("LOCALAPPDATA", "/local");
        assertThat(settings().folder()).isEqualTo(Path.of("/local/snn4j"));
    }

    @Test
    void propertyCountsBeforeTheEnvironmentAndThatBeforeTheSystem() {
        environment.put(CacheSettings.FOLDER_VARIABLE, "/by/environment");
        assertThat(settings().folder()).isEqualTo(Path.of("/by/environment"));
        properties.put(CacheSettings.FOLDER_PROPERTY, "/by/property");
        assertThat(settings().folder()).isEqualTo(Path.of("/by/property"));
        assertThat(settings().withFolder(Path.of("/by/option")).folder()).isEqualTo(Path.of("/by/option"));
        properties.put(CacheSettings.FOLDER_PROPERTY, " ");
        assertThat(settings().folder()).isEqualTo(Path.of("/by/environment"));
    }

    @Test
    void mirrorIsAnAddressOverHttp() {
        assertThat(settings().mirror()).isEmpty();
        environment.put(CacheSettings.MIRROR_VARIABLE, "https://intranet/data");
        assertThat(settings().mirror()).contains(URI.create("https://intranet/data"));
        properties.put(CacheSettings.MIRROR_PROPERTY, "ftp://intranet/data");
        assertThatThrownBy(this::settings)
                .hasMessage("the mirror for data sets is \"ftp://intranet/data\"; an address over http or https would"
                        + " be right");
        properties.put(CacheSettings.MIRROR_PROPERTY, "http://intranet/my data");
        assertThatThrownBy(this::settings)
                .hasMessageStartingWith("the mirror for data sets is \"http://intranet/my data");
    }
}
