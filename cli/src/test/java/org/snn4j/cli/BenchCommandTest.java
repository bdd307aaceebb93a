package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.PoissonIntervals;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.Engine;
import org.snn4j.training.LearningPass;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainingPlan;

class BenchCommandTest {
    private static final int NEURONS = 12;
    private static final int WARMUP = 30;
    private static final int SAMPLES = 50;

    @Test
    void printsTheKeysOfTheContractInTheirOrder() throws IOException {
        JsonNode json = bench("--json", "--threads", 1);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "neurons",
                        "samples",
                        "threads",
                        "engine",
                        "vectorUnit",
                        "millisPerSample",
                        "encodeMillisPerSample",
                        "nanosPerStep",
                        "spikesPerSample");
        assertThat(json.get("neurons").asInt()).isEqualTo(NEURONS);
        assertThat(json.get("samples").asInt()).isEqualTo(SAMPLES);
        assertThat(json.get("threads").asInt()).isEqualTo(1);
        assertThat(json.get("engine").asText()).isEqualTo("event");
        assertThat(json.get("vectorUnit").asText()).isEqualTo(VectorUnit.inUse());
    }

    /** 100 ms are a hundred steps. */
    @Test
    void timesFitTogether() throws IOException {
        JsonNode json = bench("--json", "--threads", 1);

        double millis = json.get("millisPerSample").asDouble();
        assertThat(millis).isPositive();
        assertThat(json.get("nanosPerStep").asDouble()).isCloseTo(1e6 * millis / 100, within(1e-6));
        assertThat(json.get("encodeMillisPerSample").asDouble()).isPositive();
    }

    /** The oracle is the loop of training, run on the same images: what is measured is that, without the warm-up. */
    @Test
    void spikesAreThoseOfTrainingAfterTheWarmUp() throws IOException {
        TrainingPlan plan = TrainingPlan.of(
                DiehlAndCook2015.ofNeurons(NEURONS), new Presentation(new PoissonIntervals(128), 100), 5);
        long[] spikes = new long[2];
        new LearningPass(plan, Engine.event()).run(Mnist.train(), WARMUP + SAMPLES, (sample, counts) -> {
            for (int count : counts) {
                spikes[sample < WARMUP ? 0 : 1] += count;
            }
        });

        assertThat(bench("--json", "--threads", 2).get("spikesPerSample").asDouble())
                .isCloseTo((double) spikes[1] / SAMPLES, within(1e-9));
    }

    /** The oracle is the other engine. Few steps: on a busy machine each can take ND4J's threads a tenth of a second. */
    @Test
    void tensorEngineIsMeasuredOnTheSameTraining() throws IOException {
        Object[] arguments = {
            "bench",
            "--quiet",
            "--json",
            "--seed",
            5,
            "--neurons",
            NEURONS,
            "--samples",
            8,
            "--warmup",
            4,
            "--batch",
            4,
            "--time",
            20,
            "--engine",
            "tensor"
        };
        JsonNode tensor = Invocation.of(arguments).json();
        arguments[arguments.length - 1] = "event";
        JsonNode event = Invocation.of(arguments).json();

        assertThat(tensor.get("engine").asText()).isEqualTo("tensor");
        assertThat(tensor.get("spikesPerSample").asDouble())
                .isPositive()
                .isCloseTo(event.get("spikesPerSample").asDouble(), within(0.25));
    }

    @Test
    void samplesOfABatchAreLearnedFromTogether() throws IOException {
        assertThat(bench("--json", "--batch", 8).get("spikesPerSample"))
                .isNotEqualTo(bench("--json").get("spikesPerSample"));
    }

    @Test
    void resultsForPeopleSayWhatWasMeasured() {
        Invocation invocation = Invocation.of(
                "bench", "--quiet", "--neurons", NEURONS, "--samples", 10, "--warmup", 5, "--time", 50, "--seed", 9);

        assertThat(invocation.status()).isZero();
        assertThat(invocation.messages()).isEmpty();
        assertThat(invocation.results())
                .startsWith("diehl-cook, 12 neurons, 10 images after 5, batch 1, engine event")
                .contains("seed 9")
                .containsPattern("(?m)^ +[0-9.,]+ ms a sample$")
                .containsPattern("(?m)^ +[0-9.,]+ ns a step, 50 steps a sample$");
    }

    @Test
    void drawnSeedIsShownBesideTheObject() throws IOException {
        Invocation invocation = Invocation.of(
                "bench", "--json", "--neurons", 2, "--samples", 2, "--warmup", 1, "--time", 20, "--threads", 1);

        invocation.json();
        assertThat(invocation.messages()).containsPattern("(?m)^seed \\d+$");
    }

    private static JsonNode bench(Object... more) throws IOException {
        Object[] given = {
            "bench",
            "--quiet",
            "--neurons",
            NEURONS,
            "--samples",
            SAMPLES,
            "--warmup",
            WARMUP,
            "--time",
            100,
            "--seed",
            5
        };
        Object[] all = new Object[given.length + more.length];
        System.arraycopy(given, 0, all, 0, given.length);
        System.arraycopy(more, 0, all, given.length, more.length);
        return Invocation.of(all).json();
    }
}
