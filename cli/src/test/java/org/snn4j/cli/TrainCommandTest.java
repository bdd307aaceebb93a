package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.encoding.Bernoulli;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.PoissonIntervals;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.models.IncreasingInhibition;
import org.snn4j.models.SymmetricStdp;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.recipe.Recipe;
import org.snn4j.training.recipe.Recipes;

/** The oracle is the contract of the command line, and that a seed fixes everything. */
class TrainCommandTest {
    private static final List<String> KEYS = List.of(
            "modelName",
            "neurons",
            "epochs",
            "seed",
            "engine",
            "threads",
            "trainSamples",
            "testSamples",
            "accuracy",
            "abstentions",
            "unassignedNeurons",
            "trainSeconds",
            "testSeconds",
            "millisPerSample",
            "weightsSha256",
            "model",
            "report");

    @TempDir
    private static Path temporary;

    private static SmallRun run;
    private static Invocation training;

    @BeforeAll
    static void train() {
        run = new SmallRun(temporary.resolve("new/run"));
        training = run.train("--seed", 7, "--json");
    }

    @Test
    void resultsAreOneJsonObjectWithTheKeysOfTheContract() throws IOException {
        JsonNode json = training.json();
        assertThat(json.fieldNames()).toIterable().containsAll(KEYS);
        assertThat(json.get("accuracy").fieldNames())
                .toIterable()
                .containsExactly("allActivity", "proportionWeighting", "confidenceWeighting");
    }

    /** The oracle is the other engine, whose sums are rounded otherwise. */
    @Test
    void bothEnginesLearnMuchTheSameFromBatches() throws IOException {
        Object[] options = {"--json", "--seed", 7, "--batch", 10, "--time", 100};
        JsonNode event = new SmallRun(temporary.resolve("event")).train(options).json();
        SmallRun onTensor = new SmallRun(temporary.resolve("tensor"));
        JsonNode tensor = onTensor.train(Stream.concat(Stream.of(options), Stream.of("--engine", "tensor"))
                        .toArray())
                .json();

        assertThat(tensor.get("engine").asText()).isEqualTo("tensor");
        assertThat(tensor.get("batch").asInt()).isEqualTo(10);
        assertThat(accuracy(tensor)).isCloseTo(accuracy(event), within(0.1));
        float[] thetas = TrainedModel.load(onTensor.model())
                .learned()
                .require("Ae.theta")
                .values();
        float[] others = TrainedModel.load(temporary.resolve("event/model.zip"))
                .learned()
                .require("Ae.theta")
                .values();
        for (int neuron = 0; neuron < thetas.length; neuron++) {
            assertThat(thetas[neuron]).isCloseTo(others[neuron], within(2f));
        }
    }

    private static double accuracy(JsonNode result) {
        return result.get("accuracy").get("confidenceWeighting").asDouble();
    }

    @Test
    void resultsSayWhatWasAskedFor() throws IOException {
        JsonNode json = training.json();
        assertThat(json.get("modelName").asText()).isEqualTo("diehl-cook");
        assertThat(json.get("neurons").asInt()).isEqualTo(SmallRun.NEURONS);
        assertThat(json.get("epochs").asInt()).isEqualTo(1);
        assertThat(json.get("seed").asLong()).isEqualTo(7);
        assertThat(json.get("engine").asText()).isEqualTo("event");
        assertThat(json.get("threads").asInt()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(json.get("trainSamples").asInt()).isEqualTo(300);
        assertThat(json.get("testSamples").asInt()).isEqualTo(SmallRun.TEST_SAMPLES);
    }

    /** Ten classes: a network that has learned nothing is right once in ten; by luck 25 of 100 times once in 100,000. */
    @Test
    void accuraciesAreFractionsThatShowLearning() throws IOException {
        for (JsonNode accuracy : training.json().get("accuracy")) {
            assertThat(accuracy.asDouble()).isBetween(0.25, 1.0);
        }
    }

    @Test
    void timesAreConsistent() throws IOException {
        JsonNode json = training.json();
        assertThat(json.get("trainSeconds").asDouble()).isPositive();
        assertThat(json.get("testSeconds").asDouble()).isPositive();
        assertThat(json.get("millisPerSample").asDouble())
                .isCloseTo(1000 * json.get("trainSeconds").asDouble() / 300, within(1e-9));
    }

    @Test
    void runFolderHoldsModelMetricsPlotsAndReport() throws IOException {
        JsonNode json = training.json();
        assertThat(Path.of(json.get("model").asText())).isEqualTo(run.model()).isNotEmptyFile();
        assertThat(Path.of(json.get("report").asText()))
                .isEqualTo(run.folder().resolve("report.html"))
                .isNotEmptyFile();
        assertThat(run.folder().resolve("metrics.jsonl")).isRegularFile();
        assertThat(new ObjectMapper()
                        .readTree(run.folder().resolve("result.json").toFile()))
                .isEqualTo(json);
        try (Stream<Path> plots = Files.list(run.folder().resolve("plots"))) {
            assertThat(plots)
                    .extracting(plot -> plot.getFileName().toString())
                    .contains("receptive-fields.png", "confusion.png", "accuracy.png");
        }
    }

    /** The last bytes of a .npy file are its values, here little-endian 32-bit floats. */
    @Test
    void weightsHashIsThatOfTheFloatsInTheModel() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (ZipFile zip = new ZipFile(run.model().toFile())) {
            for (String name : List.of("X-Ae.w.npy", "Ae.theta.npy")) {
                byte[] file = zip.getInputStream(zip.getEntry(name)).readAllBytes();
                int floats = name.startsWith("X") ? 784 * SmallRun.NEURONS : SmallRun.NEURONS;
                digest.update(file, file.length - Float.BYTES * floats, Float.BYTES * floats);
            }
        }
        assertThat(training.json().get("weightsSha256").asText())
                .isEqualTo(HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void sameSeedGivesTheSameWeightsAndAccuraciesOnAnyNumberOfThreads() throws IOException {
        JsonNode again = new SmallRun(temporary.resolve("again"))
                .train("--seed", 7, "--json", "--threads", 3)
                .json();
        for (String key : List.of("weightsSha256", "accuracy", "abstentions", "unassignedNeurons")) {
            assertThat(again.get(key)).as(key).isEqualTo(training.json().get(key));
        }
    }

    @Test
    void drawnSeedIsShownAndRepeatsTheRun() throws IOException {
        Invocation drawn = new SmallRun(temporary.resolve("drawn")).train();
        assertThat(drawn.status()).as(drawn.messages()).isZero();
        Matcher seed = Pattern.compile("diehl-cook, 20 neurons, 1 x 300 images of mnist-train.*, seed (\\d+)")
                .matcher(drawn.results());
        assertThat(seed.find()).as(drawn.results()).isTrue();

        SmallRun repeated = new SmallRun(temporary.resolve("repeated"));
        JsonNode json = repeated.train("--seed", seed.group(1), "--json").json();
        assertThat(json.get("weightsSha256"))
                .isEqualTo(new ObjectMapper()
                        .readTree(temporary.resolve("drawn/result.json").toFile())
                        .get("weightsSha256"))
                .isNotEqualTo(training.json().get("weightsSha256"));
        assertThat(temporary.resolve("drawn/report.html"))
                .content()
                .contains("./snn4j train --neurons 20", "--seed " + seed.group(1));
    }

    @Test
    void resultsForPeopleHaveEveryVoteAndThePaths() {
        SmallRun human = new SmallRun(temporary.resolve("human"));
        Invocation invocation = human.train("--quiet");
        assertThat(invocation.results())
                .containsPattern("all activity +\\d+\\.\\d\\d %")
                .containsPattern("proportion weighting +\\d+\\.\\d\\d %")
                .containsPattern("confidence weighting +\\d+\\.\\d\\d %")
                .contains("abstentions", human.model().toString(), "report.html");
        assertThat(invocation.messages()).isEmpty();
    }

    @Test
    void progressIsAmongTheMessagesForEachPhase() {
        assertThat(training.messages().lines())
                .anyMatch(line -> line.matches("train: 300 of 300, [\\d,]+ images/s, took 0:\\d\\d, accuracy .*"))
                .anyMatch(line -> line.matches("assign labels: 200 of 200, [\\d,]+ images/s, took 0:\\d\\d"))
                .anyMatch(line -> line.matches("test: 100 of 100, [\\d,]+ images/s, took 0:\\d\\d, accuracy .*"));
    }

    /** 64 Hz in steps of 0.5 ms. */
    @Test
    void intensityOfBernoulliIsAProbabilityForEachStep() throws IOException {
        SmallRun other = new SmallRun(temporary.resolve("coins"));
        Invocation invocation =
                other.train("--quiet", "--dt", 0.5, "--time", 20, "--encoder", "bernoulli", "--intensity", 64);
        assertThat(invocation.status()).as(invocation.messages()).isZero();
        assertThat(TrainedModel.load(other.model()).presentation())
                .isEqualTo(new Presentation(new Bernoulli(0.032), 20));
    }

    @Test
    void parametersGivenByNameReachTheModel() throws IOException {
        SmallRun other = new SmallRun(temporary.resolve("other"));
        Invocation invocation = other.train(
                "--quiet",
                "--dt",
                0.5,
                "--time",
                100,
                "--encoder",
                "poisson-intervals",
                "--intensity",
                64,
                "--theta-plus",
                0.1,
                "--nu-pre",
                0,
                "--one-spike",
                "false",
                "--norm",
                12,
                "--measure",
                "length",
                "--inhibition",
                17.5,
                "--teacher",
                "none");
        assertThat(invocation.status()).as(invocation.messages()).isZero();
        TrainedModel model = TrainedModel.load(other.model());
        DiehlAndCook2015 defaults = DiehlAndCook2015.recommended(SmallRun.NEURONS);
        DiehlAndCook2015 expected = new DiehlAndCook2015(
                defaults.inputs(),
                defaults.neurons(),
                0.5,
                DiehlAndCook.builder()
                        .tauTheta(defaults.excitatory().tauTheta())
                        .thetaPlus(0.1)
                        .oneSpike(false)
                        .build(),
                defaults.inhibitory(),
                defaults.tauTrace(),
                defaults.initialWeight(),
                defaults.bounds(),
                new Rates(0, defaults.nu().post()),
                12,
                Norm.Measure.LENGTH,
                defaults.excitation(),
                17.5);
        assertThat(model.network()).isEqualTo(expected.network());
        assertThat(model.presentation().encoding()).isEqualTo(new PoissonIntervals(64));
        assertThat(model.presentation().time()).isEqualTo(100);
    }

    /** Without theta one neuron wins everything, and thetaPlus is what to change. */
    @Test
    void whatLooksOffIsPrintedAndReported() throws IOException {
        SmallRun off = new SmallRun(temporary.resolve("off"));
        Invocation invocation = off.train("--seed", 7, "--quiet", "--theta-plus", 0);
        assertThat(invocation.results()).containsPattern("looks off: One neuron of 20 fires .*Raise thetaPlus");
        assertThat(off.folder().resolve("report.html")).content().contains("What looks off", "One neuron of 20 fires");
        JsonNode diagnosis = new ObjectMapper()
                .readTree(off.folder().resolve("result.json").toFile())
                .get("diagnosis");
        assertThat(diagnosis.get(0).get("kind").asText()).isEqualTo("ONE_WINNER");
        assertThat(diagnosis.get(0).get("advice").asText()).contains("thetaPlus");
        assertThat(training.json().get("diagnosis").isArray()).isTrue();
    }

    /** Labels that the network was taught are in the model, and in what is said of it. */
    @Test
    void teacherReachesTheModel() throws IOException {
        SmallRun taught = new SmallRun(temporary.resolve("taught"));
        JsonNode json = taught.train("--seed", 7, "--json", "--teacher", "clamp", "--teacher-rate", "Infinity")
                .json();
        assertThat(json.get("teacher").asText()).isEqualTo("clamp");
        assertThat(json.get("weightsSha256")).isNotEqualTo(training.json().get("weightsSha256"));
        assertThat(TrainedModel.load(taught.model()).provenance().teacher()).isEqualTo("clamp");
        assertThat(taught.folder().resolve("report.html"))
                .content()
                .contains("Clamp[rate=Infinity]", "while the teacher (clamp) is there");
        assertThat(training.json().get("teacher").asText()).isEqualTo("none");
    }

    /** The model brings its own way to show images; what is asked for takes the place of a part of it. */
    @Test
    void originalModelRestsAndRepeatsAndSaysSo() throws IOException {
        SmallRun original = new SmallRun(temporary.resolve("original"));
        Invocation invocation = Invocation.of(
                "train",
                "--model",
                "diehl-cook-original",
                "--neurons",
                20,
                "--train-samples",
                20,
                "--test-samples",
                5,
                "--seed",
                7,
                "--quiet",
                "--intensity",
                50,
                "--theta-plus",
                0.2,
                "--out",
                original.folder());
        assertThat(invocation.status()).as(invocation.messages()).isZero();
        assertThat(invocation.results())
                .containsPattern("while training images were shown \\d+ times again, for fewer than 5 spikes");
        TrainedModel model = TrainedModel.load(original.model());
        assertThat(model.presentation())
                .isEqualTo(Presentation.diehlAndCook2015().withEncoding(new Poisson(50)));
        ConductanceLIF neurons = (ConductanceLIF) model.network().layer("Ae").neurons();
        assertThat(neurons.thetaPlus()).isEqualTo(0.2);
        JsonNode json = new ObjectMapper()
                .readTree(original.folder().resolve("result.json").toFile());
        assertThat(json.get("repetitions").asInt()).isPositive();
        assertThat(training.json().get("repetitions").asInt()).isZero();
        assertThat(original.folder().resolve("report.html")).content().contains("times again, for fewer than 5");
    }

    @Test
    void modelsAreTrainedByName() throws IOException {
        SmallRun lattice = new SmallRun(temporary.resolve("lattice"));
        JsonNode json = lattice.train(
                        "--seed", 7, "--json", "--model", "increasing-inhibition", "--growth", 0.5, "--min-spikes", 40)
                .json();
        assertThat(json.get("modelName").asText()).isEqualTo("increasing-inhibition");
        TrainedModel model = TrainedModel.load(lattice.model());
        assertThat(model.network())
                .isEqualTo(IncreasingInhibition.recommended(SmallRun.NEURONS).network());
        SmallRun never = new SmallRun(temporary.resolve("never-again"));
        JsonNode others = never.train(
                        "--seed", 7, "--json", "--model", "increasing-inhibition", "--growth", 0.5, "--min-spikes", 0)
                .json();
        assertThat(others.get("weightsSha256")).isNotEqualTo(json.get("weightsSha256"));
    }

    @Test
    void placesVoteWhereNeuronsSeePartsOfTheImage() throws IOException {
        SmallRun local = new SmallRun(temporary.resolve("local"));
        Invocation invocation = local.train("--seed", 7, "--quiet", "--model", "locally-connected");
        assertThat(invocation.results())
                .containsPattern("vote over places +\\d+\\.\\d\\d %")
                .contains("180 neurons");
        JsonNode json = new ObjectMapper()
                .readTree(local.folder().resolve("result.json").toFile());
        assertThat(json.get("neurons").asInt()).isEqualTo(9 * SmallRun.NEURONS);
        assertThat(json.get("placeVoteAccuracy").asDouble()).isBetween(0.25, 1.0);
        assertThat(Invocation.of("evaluate", local.model(), "--test-samples", SmallRun.TEST_SAMPLES, "--json")
                        .json()
                        .get("placeVoteAccuracy"))
                .isEqualTo(json.get("placeVoteAccuracy"));
        assertThat(local.folder().resolve("plots/receptive-fields.png")).isNotEmptyFile();
        assertThat(training.json().has("placeVoteAccuracy")).isFalse();
    }

    @Test
    void learningThatSlowsDownLearnsSomethingElse() throws IOException {
        SmallRun slower = new SmallRun(temporary.resolve("slower"));
        JsonNode json = slower.train("--seed", 7, "--json", "--nu-decay", 0.5, "--nu-decay-samples", 100)
                .json();
        assertThat(json.get("weightsSha256")).isNotEqualTo(training.json().get("weightsSha256"));
        assertThat(slower.folder().resolve("report.html")).content().contains("RateDecay[factor=0.5, samples=100]");
    }

    @Test
    void labelNeuronsAreEvaluatedAndPredictAsTheyWereTested() throws IOException {
        SmallRun taught = new SmallRun(temporary.resolve("label-neurons"));
        Invocation invocation = taught.train("--seed", 7, "--json", "--teacher", "symmetric");
        JsonNode json = invocation.json();
        assertThat(json.get("neurons").asInt()).isEqualTo(SmallRun.NEURONS);
        assertThat(invocation.messages().lines()).anyMatch(line -> line.startsWith("teach labels: 300 of 300, "));
        JsonNode again = Invocation.of("evaluate", taught.model(), "--test-samples", SmallRun.TEST_SAMPLES, "--json")
                .json();
        assertThat(again.get("accuracy")).isEqualTo(json.get("accuracy"));
        assertThat(taught.folder().resolve("report.html"))
                .content()
                .contains("diehl-cook, 20 neurons", "with a neuron for each class", "What the neurons look for");
    }

    @Test
    void heldOutImagesAreTestedOnAndNotLearnedFrom() throws IOException {
        JsonNode json = Invocation.of(
                        "train",
                        "--neurons",
                        5,
                        "--hold-out",
                        59_900,
                        "--quiet",
                        "--json",
                        "--test-samples",
                        50,
                        "--out",
                        temporary.resolve("held-out"))
                .json();
        assertThat(json.get("trainSamples").asInt()).isEqualTo(100);
        assertThat(json.get("testSamples").asInt()).isEqualTo(50);
    }

    /** Everything of the recipe of 400 neurons, which no other 20 neurons have, but for what is given. */
    @Test
    void recipeSaysWhatOtherOptionsDoNot() throws IOException {
        SmallRun other = new SmallRun(temporary.resolve("recipe"));
        JsonNode json = other.train(
                        "--json", "--recipe", "symmetric-400", "--epochs", 2, "--time", 50, "--teacher-gain", 7)
                .json();
        assertThat(json.get("epochs").asInt()).isEqualTo(2);
        assertThat(json.get("teacher").asText()).isEqualTo("symmetric");
        TrainedModel model = TrainedModel.load(other.model());
        Recipe recipe = Recipes.named("symmetric-400");
        SymmetricStdp its = (SymmetricStdp) recipe.plan().model();
        assertThat(model.network().layer("Ae").size()).isEqualTo(SmallRun.NEURONS);
        assertThat(model.network().layer("Ae").neurons())
                .isEqualTo(its.excitatory())
                .isNotEqualTo(SymmetricStdp.recommended(SmallRun.NEURONS).excitatory());
        assertThat(model.presentation()).isEqualTo(recipe.plan().presentation().withTime(50));
    }

    @Test
    void recipeOfTheDefaultsTrainsAsTheDefaultsDo() throws IOException {
        JsonNode json = new SmallRun(temporary.resolve("defaults"))
                .train("--seed", 7, "--json", "--recipe", "diehl-cook-100")
                .json();
        assertThat(json.get("weightsSha256")).isEqualTo(training.json().get("weightsSha256"));
    }
}
