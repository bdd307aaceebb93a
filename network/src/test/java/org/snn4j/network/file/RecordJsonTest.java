package org.snn4j.network.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.LIF;

/** Oracle: the record of defaults with the given members changed. */
class RecordJsonTest {
    @Test
    void absentMembersKeepTheirDefault() throws IOException {
        assertThat(read(LIF.defaults(), "{}")).isEqualTo(LIF.defaults());
        assertThat(read(DiehlAndCook.defaults(), "{}")).isEqualTo(DiehlAndCook.defaults());
        assertThat(read(PostPre.defaults(), "{}")).isEqualTo(PostPre.defaults());
    }

    @Test
    void givenMembersReplaceTheirDefault() throws IOException {
        assertThat(read(LIF.defaults(), "{\"refractory\": 2, \"lowerBound\": -70.5}"))
                .isEqualTo(LIF.builder().refractory(2).lowerBound(-70.5).build());
        assertThat(read(DiehlAndCook.defaults(), "{\"oneSpike\": false, \"tauTheta\": 1e6}"))
                .isEqualTo(DiehlAndCook.builder().oneSpike(false).tauTheta(1e6).build());
        assertThat(read(PostPre.defaults(), "{\"nu\": [0.25, 0.5], \"reduction\": \"mean\"}"))
                .isEqualTo(new PostPre(new Rates(0.25, 0.5), Reduction.MEAN));
    }

    @Test
    void defaultsGivenStayWhereTheyAre() throws IOException {
        LIF ofModel = LIF.builder().threshold(-40).build();
        assertThat(read(ofModel, "{\"refractory\": 2}"))
                .isEqualTo(LIF.builder().threshold(-40).refractory(2).build());
    }

    @Test
    void writingLeavesOutWhatIsInfiniteAndNothingElse() throws IOException {
        ObjectNode written = RecordJson.write(LIF.defaults());
        assertThat(written.properties().stream().map(member -> member.getKey()))
                .containsExactly("threshold", "rest", "reset", "refractory", "tauMembrane");
        assertThat(RecordJson.write(LIF.builder().lowerBound(-70).build())
                        .get("lowerBound")
                        .doubleValue())
                .isEqualTo(-70);
        assertThat(RecordJson.read(DiehlAndCook.defaults(), written, "file", "layer")
                        .rest())
                .isEqualTo(LIF.defaults().rest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"treshold\": -50} | layers[1].treshold is unknown; known are [threshold, rest",
                "{\"threshold\": \"x\"} | layers[1].threshold is \"x\"",
                "{\"threshold\": null} | layers[1].threshold is null",
                "{\"threshold\": true} | layers[1].threshold is true",
                "{\"threshold\": [1]} | layers[1].threshold is [1]",
                "{\"threshold\": {}} | layers[1].threshold is {}",
                "{\"oneSpike\": 1} | layers[1].oneSpike is 1",
                "{\"oneSpike\": \"true\"} | layers[1].oneSpike is \"true\"",
                "{\"tauMembrane\": -1} | layers[1] is wrong: DiehlAndCook.tauMembrane is -1.0",
                "{\"rest\": 1e999} | layers[1].rest is"
            })
    void wrongMembersAreNamedWithTheirPlace(String members, String culprit) {
        assertThatThrownBy(() -> read(DiehlAndCook.defaults(), members))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("scenario.json")
                .hasMessageContaining(culprit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nu\": [1]} | layers[1].nu is [1]",
                "{\"nu\": [1, 2, 3]} | layers[1].nu is [1,2,3]",
                "{\"nu\": [1, \"x\"]} | layers[1].nu[1] is \"x\"",
                "{\"nu\": 1} | layers[1].nu is 1",
                "{\"nu\": {\"pre\": 1, \"post\": 2}} | layers[1].nu is {",
                "{\"reduction\": \"median\"} | layers[1]",
                "{\"reduction\": \"SUM\"} | layers[1]",
                "{\"reduction\": 0} | layers[1].reduction is 0"
            })
    void wrongPartsOfARuleAreNamedWithTheirPlace(String members, String culprit) {
        assertThatThrownBy(() -> read(PostPre.defaults(), members))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining(culprit);
    }

    private static <T> T read(T defaults, String members) throws IOException {
        ObjectNode tree =
                StrictJson.read(members.getBytes(UTF_8), "scenario.json").rest();
        return RecordJson.read(defaults, tree, "scenario.json", "layers[1]");
    }
}
