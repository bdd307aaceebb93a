package org.snn4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.NetworkJson;
import org.snn4j.network.file.StrictObject;

/** What holds for every prebuilt model, whatever it is. */
class CatalogueTest {
    private static final List<Integer> SIZES = List.of(1, 3, 16, 17, 100);

    static List<String> names() {
        return Catalogue.names();
    }

    static Stream<PrebuiltModel> models() {
        return names().stream().flatMap(name -> SIZES.stream().map(size -> Catalogue.recommended(name, size)));
    }

    @Test
    void namesDifferAndTheDefaultComesFirst() {
        assertThat(names()).doesNotHaveDuplicates().startsWith("diehl-cook");
    }

    @ParameterizedTest
    @MethodSource("names")
    void modelIsARecordWithTheNameThatItIsListedBy(String name) {
        PrebuiltModel model = Catalogue.recommended(name, 16);
        assertThat(model.name()).isEqualTo(name);
        assertThat(model).isInstanceOf(Record.class).isEqualTo(Catalogue.recommended(name, 16));
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelSaysWhatItsNetworkHas(PrebuiltModel model) {
        Network network = model.network();
        assertThat(network.dt()).isEqualTo(model.dt());
        assertThat(network.layer(model.inputLayer()).size())
                .isEqualTo(model.inputs())
                .isEqualTo(784);
        assertThat(network.layer(model.readoutLayer()).size()).isEqualTo(model.neurons());
        assertThat(network.layers().stream().map(Layer::name)).doesNotContain("Label");
    }

    @ParameterizedTest
    @MethodSource("models")
    void networkOpensAndLearns(PrebuiltModel model) {
        try (Simulation simulation = model.network().simulate(Engine.event(), 1)) {
            simulation.run(Map.of(), 3 * model.dt());
            assertThat(simulation.learned().arrays()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void networkComesBackFromJson(String name) throws IOException {
        Network network = Catalogue.recommended(name, 16).network();
        Map<String, NdArray> arrays = new HashMap<>();
        StrictObject json = StrictObject.of("file", "", NetworkJson.write(network, arrays::put));
        assertThat(NetworkJson.read(json, arrays::get)).isEqualTo(network);
    }

    @ParameterizedTest
    @MethodSource("names")
    void modelWithoutNeuronsIsRefused(String name) {
        assertThatThrownBy(() -> Catalogue.recommended(name, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" is 0; it must be at least 1");
    }

    @Test
    void modelThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> Catalogue.recommended("lenet", 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no model lenet")
                .hasMessageContaining("diehl-cook-v2");
    }

    @ParameterizedTest
    @MethodSource("names")
    void pageHasASectionForTheModelWithItsPaper(String name) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "models.md"));
        assertThat(page).containsPattern("(?s)\n## [^\n]*`" + name + "`.*?doi ");
    }
}
