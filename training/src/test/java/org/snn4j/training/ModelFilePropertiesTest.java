package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Oracle: a damaged model file is an {@link IOException} that names it, or still the same model. */
class ModelFilePropertiesTest {
    private static Path file;
    private static byte[] whole;

    @BeforeContainer
    static void saveAModel() throws IOException {
        file = Files.createTempFile("model", ".zip");
        Tiny.MODEL.save(file);
        whole = Files.readAllBytes(file);
    }

    @AfterContainer
    static void deleteTheModel() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 1_000)
    void changedBytesAreNoticedOrHarmless(@ForAll Random random, @ForAll @IntRange(min = 1, max = 3) int changes)
            throws IOException {
        byte[] damaged = whole.clone();
        for (int i = 0; i < changes; i++) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
        }
        refusedOrTheSame(damaged);
    }

    @Property(tries = 300)
    void lostBytesAreNoticedOrHarmless(@ForAll Random random) throws IOException {
        int from = random.nextInt(whole.length);
        int to = from + 1 + random.nextInt(whole.length - from);
        byte[] damaged = Arrays.copyOf(whole, whole.length - (to - from));
        System.arraycopy(whole, to, damaged, from, whole.length - to);
        refusedOrTheSame(damaged);
    }

    @Property(tries = 300)
    void bytesOfItselfInTheWrongPlaceAreNoticedOrHarmless(@ForAll Random random) throws IOException {
        byte[] damaged = whole.clone();
        int length = 1 + random.nextInt(64);
        int from = random.nextInt(whole.length - length);
        int to = random.nextInt(whole.length - length);
        System.arraycopy(whole, from, damaged, to, length);
        refusedOrTheSame(damaged);
    }

    private static void refusedOrTheSame(byte... content) throws IOException {
        Files.write(file, content);
        TrainedModel model;
        try {
            model = TrainedModel.load(file);
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith(file.toString());
            return;
        }
        assertThat(model).isEqualTo(Tiny.MODEL);
    }
}
