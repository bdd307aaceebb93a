package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/** Oracle: a hash of the bytes written out one by one, and the order of the network. */
class LearnedStateTest {
    @Test
    void hashIsThatOfAllValuesAsLittleEndianFloats() throws Exception {
        float[] values = {1.5f, -2.25f, 0, Float.MIN_VALUE, 3e30f};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (float value : values) {
            out.writeInt(Integer.reverseBytes(Float.floatToIntBits(value)));
        }
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        arrays.put("X-Y.w", FloatArray.of(Shape.of(2, 2), 1.5f, -2.25f, 0, Float.MIN_VALUE));
        arrays.put("Y.theta", FloatArray.of(Shape.of(1), 3e30f));
        assertThat(new LearnedState(arrays).sha256()).isEqualTo(expected);
    }

    /** FIPS 180-4's value for no bytes. */
    @Test
    void hashOfNothingIsThatOfNoBytes() {
        assertThat(new LearnedState(Map.of()).sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void holdsConnectionsThenLayersInTheOrderOfTheNetwork() {
        Network network = Network.builder()
                .layer("X", new Input(), 2)
                .layer("B", DiehlAndCook.defaults(), 1, 3)
                .layer("A", DiehlAndCook.defaults(), 3)
                .layer("L", LIF.defaults(), 3)
                .connect("X", "B", Dense.uniform(0, 1))
                .connect("B", "L", OneToOne.of(1))
                .connect("X", "A", Dense.uniform(0, 1))
                .connect("X", "B", Dense.uniform(0, 1))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Map<String, FloatArray> arrays = simulation.learned().arrays();
            assertThat(arrays.keySet()).containsExactly("X-B.w", "X-A.w", "X-B#2.w", "B.theta", "A.theta");
            assertThat(arrays.get("X-A.w").shape()).isEqualTo(Shape.of(2, 3));
            assertThat(arrays.get("B.theta").shape()).isEqualTo(Shape.of(1, 3));
            assertThat(arrays.get("X-B.w")).isNotEqualTo(arrays.get("X-B#2.w"));
            assertThat(simulation.weights("X", "A")).isEqualTo(arrays.get("X-A.w"));
        }
    }

    @Test
    void isACopy() {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        arrays.put("a", FloatArray.of(Shape.of(1), 1));
        LearnedState state = new LearnedState(arrays);
        arrays.clear();
        assertThat(state.require("a").get(0)).isEqualTo(1);
        assertThatThrownBy(() -> state.arrays().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void missingArrayIsNamed() {
        LearnedState state = new LearnedState(Map.of("a", FloatArray.of(Shape.of(1), 1)));
        assertThatThrownBy(() -> state.require("b"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("b")
                .hasMessageContaining("[a]");
    }
}
