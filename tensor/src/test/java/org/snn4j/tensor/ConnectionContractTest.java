package org.snn4j.tensor;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.MaxPool;
import org.snn4j.network.connection.MeanField;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.neuron.Input;

/** The oracle is the event engine; connections without weights to learn do the same arithmetic, so all bits agree. */
class ConnectionContractTest {
    private static final Outcome.Tolerance SAME_BITS = new Outcome.Tolerance(0, 0, 0);
    private static final int STEPS = 20;

    /** Without decay rates are counts, of which many are equal: then the first neuron of a window wins. */
    @Property(tries = 20)
    void maxPool(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        Shape source = draw.windowed();
        Windows windows = draw.windows(source);
        Shape target = Shape.of(windows.counts(source)).within(source.length(0));
        MaxPool pool = new MaxPool(windows, draw.pick(0.0, 1.0, draw.number(0, 1)), draw.grid(1, 4));
        assertAgree(draw, pool, source, target, batch);
    }

    @Property(tries = 5)
    void meanField(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        Shape source = Shape.of(1 + draw.below(20));
        assertAgree(draw, new MeanField(draw.number(2, 20)), source, Shape.of(1 + draw.below(20)), batch);
    }

    @Property(tries = 10)
    void allButSelf(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        Shape both = Shape.of(1 + draw.below(20));
        assertAgree(draw, AllButSelf.of(draw.grid(1, 4)), both, both, batch);
    }

    /** With and without a delay; runs of both kinds of delivery follow each other, with and without a reset between them. */
    private static void assertAgree(Draw draw, Topology topology, Shape source, Shape target, int batch) {
        Network network = Network.builder()
                .layer("X", new Input(), lengths(source))
                .layer(Layer.of("Y", IF.defaults(), lengths(target)))
                .connect(new Connection("X", "Y", topology, draw.pick(0, 0, 2)))
                .build();
        List<Run> runs = IntStream.range(0, 3)
                .mapToObj(i -> Run.of(Map.of("X", draw.spikes(source, STEPS, batch, 0.3)), STEPS))
                .map(run -> draw.coin() ? run : run.oneStep())
                .toList();
        Outcome.assertEnginesAgree(network, runs, SAME_BITS);
    }

    private static int[] lengths(Shape shape) {
        return shape.toList().stream().mapToInt(Integer::intValue).toArray();
    }
}
