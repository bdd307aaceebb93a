package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Sha256;
import org.snn4j.encoding.Encoder;
import org.snn4j.encoding.Encoding;
import org.snn4j.encoding.Window;
import org.snn4j.models.Catalogue;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.models.PrebuiltModel;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.kernel.ArrayKernels;
import org.snn4j.training.recipe.Recipes;

/**
 * The same seed makes the same bits: docs/determinism.md. Oracle: hashes that were written down once. They hold for any number of
 * threads, on plain and on vector kernels (the module's tests run with both) and on every JDK. Where one changes on purpose, what
 * users trained changes too: it belongs into the list of that page.
 */
class DeterminismTest {
    private static final LabelledImages IMAGES = Small.MNIST.first(100);
    private static final int[] THREADS = {1, 2, 3};

    @ParameterizedTest
    @CsvSource({
        "diehl-cook, 20, 3388ba99e0787620d40af13bc00923b2b5e495847765906f5ca8ee7cbc30e65a",
        "diehl-cook-original, 10, 0032c33b54c27ca727f62c2a4e45d586d644e1c4cc0189cb83d507487db8c8e9",
        "diehl-cook-v2, 20, 4a905b4900853dcd66497a8191c9e5c506e32915ad95b04480cbd7e9807fb26c",
        "inhibitory-recurrent, 20, f6d0c340082fd479661bf5c23447576e661ce8deaeae33cd6d8a2d2570ad579a",
        "two-layer, 20, a3798bb93144b36729e355aab0cd496356eea6c1331dbc61b3e7b44be5741e1f",
        "symmetric-stdp, 20, 1ec9ca67223cd9dbf4ea20be7e38d6cfa935363c64434792ed577990fb92c57d",
        "increasing-inhibition, 25, e791f2e2576e8b834f63450632bdcd79319265040729edabfbfaa877457231aa",
        "locally-connected, 5, 25f5815e617487609d49781f4134fd690d173eb46840d4ca7a186afba578d8f8",
        "convolutional, 4, f64a5a86fc6cfc1ff2b77deba442f1245d3d5adba1b7e65d9d920abb54ee059e",
    })
    void everyModelLearnsTheSameWeights(String name, int neurons, String sha256) {
        PrebuiltModel model = Catalogue.recommended(name, neurons);
        TrainingPlan plan = new TrainingPlan(model, Presentation.recommended(model), 1, 50, 50, 11, 1);
        for (int threads : THREADS) {
            TrainedModel trained = Trainer.train(plan.withThreads(threads), IMAGES);
            assertThat(trained.learned().sha256()).as("%d threads", threads).isEqualTo(sha256);
        }
    }

    @Test
    void uprightImagesTeachWeightsOfOneLengthTheSame() {
        TrainingPlan plan = Recipes.named("hold-back-100")
                .plan(11)
                .withModel(DiehlAndCook2015.recommended(20).withNorm(Norm.ofLength(5.55)))
                .withOnlineBlock(50);
        for (int threads : THREADS) {
            TrainedModel trained = Trainer.train(plan.withThreads(threads), IMAGES);
            assertThat(trained.learned().sha256())
                    .as("%d threads", threads)
                    .isEqualTo("e3765926e6e0dcf9b82bd1e1d70bb554d474f7846c64c2290f4a7d9b4ff3cef3");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "poisson, 128, 09810a76854935934022894eb084868d50eea6da5a4378cfccb87cb1fe2d9ee3",
        "poisson-intervals, 128, 699130970b21100928b3069e48cd94f43ef50f81081c6b978c62aa53d69359c7",
        "bernoulli, 0.2, e541ccbb8bce1a53e8a798987172ec78be24d29b3626f90c7e6a88fa12ed2f1d",
        "single, 0.5, a6e994342f0cf669ff0e0a47ca75cf8dc007e09b920ef7bb828b11617674ab87",
        "rank-order, 0, d3d7c5b11fd08e83afec36020d89128bb36996679f43d6b645611c5b971530f1",
        "latency, 0, 43840539579b1288f73c232de1290ec0a0b897778b5159356514a87de369d444",
    })
    void everyEncoderMakesTheSameSpikes(String name, double parameter, String sha256) {
        Encoder encoder = Encoding.named(name, any -> parameter).encoder(new Window(250, 0.5), 11);
        MessageDigest digest = Sha256.digest();
        IntStream.range(0, 20)
                .forEach(image -> digest.update(encoder.encode(IMAGES.intensities(image), image)
                        .toDense()
                        .values()));
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(sha256);
    }

    /** Otherwise the two runs of these tests could be one run twice. */
    @Test
    void kernelsAreThoseThatTheBuildNames() {
        assertThat(ArrayKernels.fastest().vectorUnit())
                .startsWith(System.getProperty("snn4j.kernels", "none: plain Java kernels"));
    }
}
