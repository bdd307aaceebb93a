package org.snn4j.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.spikes.SpikeBatch;

/**
 * A random network and what is done with it: three runs, of which some learn and some are followed by a reset. X drives
 * Y, Y drives Z one to one and Z all of Y but its partner; Y also reaches itself, and has input from outside.
 */
public record RandomExperiment(Network network, List<Run> runs, List<Boolean> resets) {
    private static final int STEPS = 40;

    /** What an experiment is made from. */
    public record Size(int inputs, int neurons, int batch) {}

    /**
     * An experiment whose weights, thresholds and theta are small multiples of 1/8 and do not learn, so that sums are exact
     * in any order and potentials have the same bits in every engine.
     */
    public static RandomExperiment exact(Size size, long seed) {
        return new Maker(size, seed, true).experiment();
    }

    /** An experiment with learning, weight decay, bounds and normalisation, and numbers of any kind. */
    public static RandomExperiment learning(Size size, long seed) {
        return new Maker(size, seed, false).experiment();
    }

    /**
     * Does the experiment.
     *
     * @return what was recorded in each run and learned by its end, by names such as "run0.Y.v"
     */
    public Map<String, NdArray> on(Engine engine) {
        Map<String, NdArray> results = new LinkedHashMap<>();
        try (Simulation simulation = network.simulate(engine, 0)) {
            List<Recording> recordings = recordAll(simulation);
            for (int i = 0; i < runs.size(); i++) {
                String run = "run" + i + ".";
                simulation.run(runs.get(i));
                recordings.forEach(recording ->
                        results.put(run + recording.subject() + "." + recording.variable(), recording.values()));
                simulation.learned().arrays().forEach((name, values) -> results.put(run + "end." + name, values));
                if (resets.get(i)) {
                    simulation.reset();
                }
            }
        }
        return results;
    }

    private List<Recording> recordAll(Simulation simulation) {
        List<Recording> recordings = new ArrayList<>();
        for (Layer layer : network.layers()) {
            recordings.add(simulation.record(layer.name(), Variable.SPIKES));
            if (!(layer.neurons() instanceof Input)) {
                recordings.add(simulation.record(layer.name(), Variable.VOLTAGE));
            }
            if (layer.trace().isPresent()) {
                recordings.add(simulation.record(layer.name(), Variable.TRACE));
            }
            if (layer.neurons() instanceof DiehlAndCook) {
                recordings.add(simulation.record(layer.name(), Variable.THETA));
            }
        }
        return recordings;
    }

    private static final class Maker {
        private final Random random;
        private final Size size;
        private final boolean exact;
        private final double dt;

        Maker(Size size, long seed, boolean exact) {
            this.random = new Random(seed);
            this.size = size;
            this.exact = exact;
            this.dt = random.nextBoolean() ? 1 : 0.5;
        }

        RandomExperiment experiment() {
            Network network = Network.builder()
                    .dt(dt)
                    .layer(Layer.of("X", new Input(), size.inputs).withTrace(trace()))
                    .layer(Layer.of("Y", cells(), size.neurons).withTrace(trace()))
                    .layer("Z", lif(), size.neurons)
                    .connect("X", "Y", feedForward())
                    .connect("Y", "Z", OneToOne.of(number(8, 24)))
                    .connect("Z", "Y", AllButSelf.of(number(-24.0 / size.neurons, 0)))
                    .connect("Y", "Y", Dense.of(matrix(size.neurons, size.neurons, -1, 1)))
                    .connect(
                            "X",
                            "Y",
                            Dense.of(matrix(size.inputs, size.neurons, 0, 1)).biased(bias()))
                    .build();
            List<Run> runs = new ArrayList<>();
            List<Boolean> resets = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Run run = Run.of(Map.of("X", spikes(size.inputs, 0.2), "Y", spikes(size.neurons, 0.05)), STEPS * dt);
                runs.add(random.nextInt(4) == 0 ? run.frozen() : run);
                resets.add(random.nextBoolean());
            }
            return new RandomExperiment(network, runs, resets);
        }

        private Dense feedForward() {
            Dense fixed = Dense.of(matrix(size.inputs, size.neurons, 0, 16.0 / size.inputs + 1));
            if (exact) {
                return fixed;
            }
            Rates nu = new Rates(number(0, 0.01), number(0, 0.02));
            Dense learning = fixed.learning(new PostPre(nu, pick(Reduction.SUM, Reduction.MEAN)));
            learning = random.nextBoolean() ? learning.bounds(0, number(1, 4)) : learning;
            learning = random.nextBoolean()
                    ? learning.norm(new Norm(number(4, 20), pick(Norm.Measure.values())))
                    : learning;
            return random.nextBoolean() ? learning.weightDecay(0.001) : learning;
        }

        private NeuronModel cells() {
            return random.nextBoolean()
                    ? lif()
                    : DiehlAndCook.builder()
                            .oneSpike(false)
                            .threshold(number(-56, -52))
                            .refractory(random.nextInt(6))
                            .tauMembrane(number(2, 20))
                            .thetaPlus(number(0, 1))
                            .tauTheta(exact ? 1e30 : number(20, 200))
                            .build();
        }

        private LIF lif() {
            return LIF.builder()
                    .threshold(number(-56, -52))
                    .reset(number(-70, -60))
                    .refractory(random.nextInt(6))
                    .tauMembrane(number(2, 20))
                    .lowerBound(pick(Double.NEGATIVE_INFINITY, number(-75, -70)))
                    .build();
        }

        private Trace trace() {
            double tau = number(2, 30);
            return new Trace(tau, number(0, 1), pick(Trace.OnSpike.REPLACE, Trace.OnSpike.ADD));
        }

        private FloatArray bias() {
            return FloatArray.of(Shape.of(size.neurons), numbers(size.neurons, 0, 0.5));
        }

        private FloatArray matrix(int sources, int targets, double low, double high) {
            return FloatArray.of(Shape.of(sources, targets), numbers(sources * targets, low, high));
        }

        private float[] numbers(int count, double low, double high) {
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = (float) number(low, high);
            }
            return numbers;
        }

        private double number(double low, double high) {
            double number = low + (high - low) * random.nextDouble();
            return exact ? Math.rint(number * 8) / 8 : number;
        }

        private SpikeBatch spikes(int neurons, double p) {
            return new SpikeBatch(IntStream.range(0, size.batch)
                    .mapToObj(sample -> Trains.random(neurons, STEPS, p, random))
                    .toList());
        }

        @SafeVarargs
        private <T> T pick(T... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
