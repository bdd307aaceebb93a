package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.file.Npz;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.AdaptiveLIF;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * A recording that {@link Monitor#save} wrote at d3ae0af. Oracle: the same run today. What later versions write may have more
 * or other arrays; this file stays as it is and goes on opening.
 */
class KeptRecordingTest {
    private static final String NAME = "/kept/recording.npz";

    @Test
    void recordingOfAnEarlierVersionHoldsWhatTheRunGivesToday() throws IOException, URISyntaxException {
        Map<String, NdArray> kept =
                Npz.read(Path.of(KeptRecordingTest.class.getResource(NAME).toURI()));
        assertThat(kept).containsOnlyKeys("X.s", "X.x", "Y.s", "Y.v", "Y.x", "Y.refractory", "Y.theta", "X-Y.w");
        assertThat(kept.get("Y.s").shape()).isEqualTo(Shape.of(6, 1, 2));
        assertThat(((ByteArray) kept.get("Y.s")).values()).contains(1);

        Map<String, NdArray> today = monitored().arrays();
        assertThat(today).containsAllEntriesOf(kept);
    }

    private static Monitor monitored() {
        FloatArray weights = FloatArray.of(Shape.of(3, 2), 20, 1, 0, 2, 5, 3);
        Network network = Network.builder()
                .layer(Layer.of("X", new Input(), 3).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Y", AdaptiveLIF.defaults(), 2).withTrace(Trace.adding(10)))
                .connect("X", "Y", Dense.of(weights).bounds(0, 30).learning(new PostPre(0.5, 0.25)))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Monitor monitor = simulation.monitor(Retention.LAST_RUN);
            byte[] spikes = {1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 1};
            simulation.run(Map.of("X", SpikeTrain.ofDense(ByteArray.of(Shape.of(6, 3), spikes))), 6);
            return monitor;
        }
    }
}
