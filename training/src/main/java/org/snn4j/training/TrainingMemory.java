package org.snn4j.training;

import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.network.Network;
import org.snn4j.network.event.EventMemory;

/**
 * How much memory learning, assigning and testing take, reckoned before they begin: what lives at once when most does. The
 * program needs somewhat more to run well.
 */
public final class TrainingMemory {
    /** The program itself. */
    private static final long PROGRAM = 16L << 20;

    private TrainingMemory() {}

    /** Of all of a training, bytes. */
    public static long ofTraining(TrainingPlan plan, DataSplit images) {
        Network network = plan.model().network();
        EventMemory learning = EventMemory.of(network, use(plan.presentation(), network, 1, plan.threads()));
        // A checkpoint is the state, as bytes and once more as they come.
        long learns = learning.state() + Math.max(learning.opening(), 3 * learning.learned());
        return ofImages(images) + Math.max(learns, frozen(network, plan.presentation(), plan.threads()));
    }

    /** Of learning alone, from batches, bytes. */
    public static long ofLearning(TrainingPlan plan, LabelledImages images, int batch) {
        Network network = plan.model().network();
        EventMemory learning = EventMemory.of(network, use(plan.presentation(), network, batch, plan.threads()));
        return PROGRAM + bytes(images) + learning.state() + Math.max(learning.opening(), learning.learned());
    }

    /** Of a test, bytes. */
    public static long ofTest(TrainedModel model, DataSplit images, int threads) {
        return ofImages(images) + frozen(model.network(), model.presentation(), threads);
    }

    /** Each thread has a network of its own, into which it copies what was learned. */
    private static long frozen(Network network, Presentation presentation, int threads) {
        EventMemory one = EventMemory.of(network, use(presentation, network, 1, 1));
        return one.learned() + threads * (one.state() + one.learned());
    }

    private static EventMemory.Use use(Presentation presentation, Network network, int batch, int threads) {
        return new EventMemory.Use(batch, presentation.window(network.dt()).steps(), threads);
    }

    private static long ofImages(DataSplit images) {
        return PROGRAM + bytes(images.train()) + bytes(images.test());
    }

    private static long bytes(LabelledImages images) {
        return (long) images.size() * (images.pixels() + 1);
    }
}
