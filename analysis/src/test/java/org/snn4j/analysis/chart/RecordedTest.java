package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.Engine;
import org.snn4j.network.Monitor;
import org.snn4j.network.Network;
import org.snn4j.network.Retention;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.Npy;
import org.snn4j.network.file.Npz;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.Current;

/** Oracle: arrays written by hand, and a simulation's own recordings. */
class RecordedTest {
    /** Two steps, two samples, two neurons. */
    private static final ByteArray SPIKES = ByteArray.of(Shape.of(2, 2, 2), new byte[] {1, 0, 0, 1, 1, 1, 0, 0});

    private static final FloatArray VOLTAGES = FloatArray.of(Shape.of(2, 2, 2), -1, -2, -3, -4, -5, -6, -7, -8);
    private static final FloatArray THETA = FloatArray.of(Shape.of(2, 2), 1, 2, 3, 4);

    @TempDir
    private Path folder;

    @Test
    void oneSampleOfTheBatchIsDrawn() {
        Recorded recorded = Recorded.of(Map.of("Y.s", SPIKES)).withDt(0.5);

        assertThat(recorded.raster().dt()).isEqualTo(0.5);
        assertThat(recorded.raster().panels().get(0).spikes().order()).containsExactly(0, 0, 1);
        assertThat(recorded.ofSample(1).raster().panels().get(0).spikes().order())
                .containsExactly(1);
        assertThatThrownBy(() -> recorded.ofSample(2).raster())
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("samples 0 to 1");
    }

    @Test
    void thresholdIsRaisedByTheThetaThatWasRecorded() {
        Recorded recorded = Recorded.of(Map.of("Y.v", VOLTAGES, "Y.theta", THETA));

        assertThat(recorded.voltages().voltages()).isEqualTo(FloatArray.of(Shape.of(2, 2), -1, -2, -5, -6));
        assertThat(recorded.voltages(10).thresholds()).contains(FloatArray.of(Shape.of(2, 2), 11, 12, 13, 14));
        assertThat(Recorded.of(Map.of("Y.v", VOLTAGES)).voltages(10).level()).hasValue(10);
    }

    @Test
    void layersAreDrawnInTheOrderAskedFor() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put("A.s", SPIKES);
        arrays.put("B.s", SPIKES);
        Recorded recorded = Recorded.of(arrays);

        assertThat(layers(recorded)).containsExactly("A", "B");
        assertThat(layers(recorded.ofLayers(List.of("B", "A")))).containsExactly("B", "A");
        assertThatThrownBy(() -> recorded.ofLayers(List.of("C")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("layer C")
                .hasMessageContaining("[A, B]");
    }

    @Test
    void folderOfASimulationIsReadByRunAndVariable() throws IOException {
        Npy.write(SPIKES, folder.resolve("run0.Y.s.npy"));
        Npy.write(VOLTAGES, folder.resolve("run1.Y.v.npy"));
        Npy.write(VOLTAGES, folder.resolve("run0.X-Y.w.npy"));

        assertThat(Recorded.read(folder, Variable.SPIKES).arrays()).isEqualTo(Map.of("Y.s", SPIKES));
        assertThat(new RecordedFiles(folder, List.of(Variable.VOLTAGE)).read(1)).isEqualTo(Map.of("Y.v", VOLTAGES));
        assertThatThrownBy(() -> Recorded.read(folder, Variable.VOLTAGE))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("run0.LAYER.v.npy")
                .hasMessageContaining("it holds runs [1]");
    }

    @Test
    void monitorsFileHoldsWhatTheMonitorHeld() throws IOException {
        Network network = Network.builder().layer("Y", LIF.defaults(), 2).build();
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Monitor monitor = simulation.monitor(Retention.LAST_RUN);
            float[] current = {9, 0, 9, 0, 9, 0};
            simulation.run(Map.of("Y", new Current(FloatArray.of(Shape.of(3, 1, 2), current))), 3);
            monitor.save(folder.resolve("recordings.npz"));

            Recorded read = Recorded.read(folder.resolve("recordings.npz"), Variable.SPIKES, Variable.VOLTAGE);
            assertThat(read.raster()).isEqualTo(Recorded.of(monitor).raster());
            assertThat(read.voltages())
                    .isEqualTo(Recorded.of(monitor.recording("Y.v")).voltages());
            assertThat(read.raster().panels().get(0).spikes())
                    .isEqualTo(monitor.recording("Y.s").train(0));
        }
    }

    @Test
    void singleFileIsTakenForWhatIsAskedFor() throws IOException {
        Npy.write(SPIKES, folder.resolve("encoded.npy"));
        Npy.write(VOLTAGES, folder.resolve("run3.Y.v.npy"));

        assertThat(layers(Recorded.read(folder.resolve("encoded.npy"), Variable.SPIKES)))
                .containsExactly("encoded");
        assertThatThrownBy(() -> Recorded.read(folder.resolve("run3.Y.v.npy"), Variable.SPIKES))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("a recording of v; one of s would be right");
    }

    @Test
    void whatIsNoRecordingIsNamed() throws IOException {
        assertThatThrownBy(() -> Recorded.of(Map.of("Y.s", VOLTAGES)).raster())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Y.s")
                .hasMessageContaining("-1.0; spikes are 0 or 1");
        assertThatThrownBy(() -> Recorded.of(Map.of("Y.v", SPIKES)).voltages())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ByteArray[2, 2, 2]; voltages are floats");
        assertThatThrownBy(() -> Recorded.of(Map.of("Y.v", VOLTAGES)).raster())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("recording of s");
        Npz.write(Map.of("other", VOLTAGES), folder.resolve("other.npz"));
        assertThatThrownBy(() -> Recorded.read(folder.resolve("other.npz"), Variable.SPIKES))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("it holds [other]");
    }

    private static List<String> layers(Recorded recorded) {
        return recorded.raster().panels().stream().map(RasterChart.Panel::layer).toList();
    }
}
