package org.snn4j.network.connection;

import java.util.List;
import java.util.Random;
import org.snn4j.network.Connection;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.Spikes;

/** What a connection from X to Y delivers: Y's neurons only show their input, as v. */
final class Received {
    private Received() {}

    /** [steps, batch, ...shape of the target]. */
    static NdArray by(Topology topology, Shape target, Spikes spikes) {
        return by(new Connection("X", "Y", topology), target, spikes);
    }

    /** [steps, batch, ...shape of the target], with steps of 1 ms. */
    static NdArray by(Connection connection, Shape target, Spikes spikes) {
        Network network = Network.builder()
                .layer("X", new Input(), lengths(spikes.shape()))
                .layer("Y", new McCullochPitts(1e30), lengths(target))
                .connect(connection)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", spikes, spikes.steps()));
            return v.values();
        }
    }

    /** Two samples of noise. */
    static SpikeBatch noise(Shape shape, int steps, double p, Random random) {
        return new SpikeBatch(List.of(
                Trains.random(shape.size(), steps, p, random).reshaped(shape),
                Trains.random(shape.size(), steps, p, random).reshaped(shape)));
    }

    /** Multiples of 1/8 from -4 to 4, so that sums are exact in any order. */
    static FloatArray eighths(Shape shape, Random random) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (random.nextInt(65) - 32) / 8f;
        }
        return FloatArray.of(shape, values);
    }

    /** [steps, batch][neurons] as 0 and 1. */
    static byte[][][] dense(SpikeBatch spikes) {
        byte[][][] dense =
                new byte[spikes.steps()][spikes.batch()][spikes.shape().size()];
        for (int sample = 0; sample < spikes.batch(); sample++) {
            ByteArray train = spikes.train(sample).toDense();
            for (int i = 0; i < train.shape().size(); i++) {
                dense[i / spikes.shape().size()][sample][i % spikes.shape().size()] = train.get(i);
            }
        }
        return dense;
    }

    private static int[] lengths(Shape shape) {
        return shape.toList().stream().mapToInt(length -> length).toArray();
    }
}
