package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several threads predict with one loaded model while another trains, for ten seconds or as many minutes as the system property
 * {@code snn4j.soakMinutes} says. Oracle: what one thread alone has answered and learned; and the heap after a collection, which
 * must not grow. Figures go to {@code target/soak.csv}.
 */
@Tag("soak")
class SoakTest {
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final int PREDICTING = 3;
    private static final int IMAGES = 60;
    private static final TrainingPlan PLAN = Small.plan(5).withAssignSamples(50);

    /** What a collection may leave more at the end than in the middle; one model of 20 neurons takes 63 KB. */
    private static final long SLACK_BYTES = 4L << 20;

    private final AtomicLong predictions = new AtomicLong();
    private final AtomicLong trainings = new AtomicLong();

    private TrainedModel model;
    private List<Prediction> answers;
    private String learned;
    private volatile boolean over;

    @Test
    void threadsDoNotDisturbEachOtherAndNothingPilesUp(@TempDir Path folder) throws Exception {
        Small.MODEL.save(folder.resolve("model.zip"));
        model = TrainedModel.load(folder.resolve("model.zip"));
        answers = IntStream.range(0, IMAGES).mapToObj(this::predict).toList();
        learned = train(1);

        ExecutorService threads = Executors.newFixedThreadPool(PREDICTING + 1);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < PREDICTING; i++) {
            int stride = 2 * i + 7;
            work.add(threads.submit(() -> keepPredicting(stride)));
        }
        work.add(threads.submit(this::keepTraining));
        List<Long> heap = watch();
        over = true;
        threads.shutdown();
        for (Future<?> each : work) {
            each.get();
        }

        assertThat(predictions.get()).isGreaterThan(IMAGES);
        assertThat(trainings.get()).isPositive();
        // The first half warms up: classes, compiled code, pools.
        List<Long> middle = heap.subList(heap.size() / 2, heap.size() * 3 / 4);
        List<Long> end = heap.subList(heap.size() * 3 / 4, heap.size());
        assertThat(least(end)).as("bytes of heap: %s", heap).isLessThan(least(middle) + SLACK_BYTES);
    }

    private void keepPredicting(int stride) {
        for (int i = 0; !over; i = (i + stride) % IMAGES) {
            assertThat(predict(i)).isEqualTo(answers.get(i));
            predictions.incrementAndGet();
        }
    }

    private void keepTraining() {
        for (int count = 1; !over; count = count % 3 + 1) {
            assertThat(train(count)).as("%d threads", count).isEqualTo(learned);
            trainings.incrementAndGet();
        }
    }

    private Prediction predict(int image) {
        return model.predict(Small.TEST.intensities(image));
    }

    private static String train(int threads) {
        return Trainer.train(PLAN.withThreads(threads), Small.TRAIN.first(80))
                .learned()
                .sha256();
    }

    /** Until the time is over; what each collection has left, in bytes. */
    private List<Long> watch() throws InterruptedException, IOException {
        Integer minutes = Integer.getInteger("snn4j.soakMinutes");
        Duration time = minutes == null ? USUAL : Duration.ofMinutes(minutes);
        int looks = (int) Math.min(200, Math.max(20, time.toSeconds() / 10));
        List<Long> heap = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of("look,heapBytes,predictions,trainings"));
        for (int look = 0; look < looks; look++) {
            Thread.sleep(time.toMillis() / looks);
            System.gc();
            heap.add(leftByCollection());
            lines.add(look + "," + heap.get(look) + "," + predictions + "," + trainings);
        }
        Files.write(Path.of("target", "soak.csv"), lines);
        return heap;
    }

    private static long leftByCollection() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
                bytes += pool.getCollectionUsage().getUsed();
            }
        }
        return bytes;
    }

    private static long least(List<Long> bytes) {
        return bytes.stream().mapToLong(each -> each).min().orElseThrow();
    }
}
