package org.snn4j.analysis.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.LearnedState;
import org.snn4j.training.Progress;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.TrainingPlan;

/**
 * A page in the browser that shows a training while it goes on: what the neurons look for, accuracy, speed, theta; and how
 * the network, as far as it has learned, answers a digit that somebody draws. Served on 127.0.0.1 alone, to whoever knows
 * the token. It only looks: what is learned is the same to the bit.
 *
 * <p>The thread that trains copies the weights for it, five times a second at most and in at most a two-hundredth of its
 * time, and only while a page is open; all else is done by threads of the page's own.
 */
public final class LivePage implements Progress.Listener, AutoCloseable {
    private static final long INTERVAL_MILLIS = 200;
    private static final long INTERVAL = INTERVAL_MILLIS * 1_000_000;
    private static final double SHARE_OF_COPIES = 0.005;
    private static final double SHARE_OF_PICTURES = 0.01;
    private static final double SHARE_OF_NUMBERS = 0.0025;
    /** For how long readers may take to get the last messages. */
    private static final long FAREWELL_MILLIS = 2_000;

    private final LongSupplier clock;
    private final Course course;
    private final Knowledge knowledge;
    private final Broadcast broadcast = new Broadcast();
    private final TimeShare copies;
    private final TimeShare pictures;
    private final TimeShare numbers;
    private final LiveServer server;
    private final Thread reporter = LiveServer.daemon(this::report);
    /** Whether the next copy is wanted; the thread that trains looks at it after each sample. */
    private volatile boolean copyWanted;

    private Knowledge.Known drawn;

    /**
     * Where the page is, and who may see it.
     *
     * @param port on 127.0.0.1; 0 for any that is free
     * @param token what its address holds: 16 or more letters and digits that nobody can guess
     */
    public record Door(int port, String token) {}

    private LivePage(Door door, TrainingPlan plan, LabelledImages images, LongSupplier clock) throws IOException {
        long now = clock.getAsLong();
        this.clock = clock;
        this.course = new Course(now);
        this.knowledge = new Knowledge(plan, images);
        this.copies = new TimeShare(SHARE_OF_COPIES, INTERVAL, now);
        this.pictures = new TimeShare(SHARE_OF_PICTURES, INTERVAL, now);
        this.numbers = new TimeShare(SHARE_OF_NUMBERS, INTERVAL, now);
        this.server = new LiveServer(door.port, door.token, broadcast, knowledge);
    }

    /**
     * Opens a page about a training that is about to begin, and to which it is to listen.
     *
     * @param images what is learned from
     * @param clock ns, only going forward
     * @throws IOException if the port is taken
     */
    public static LivePage open(Door door, TrainingPlan plan, LabelledImages images, LongSupplier clock)
            throws IOException {
        LivePage page = new LivePage(door, plan, images, clock);
        page.broadcast.send("heading", heading(plan, images));
        page.reporter.start();
        return page;
    }

    /** Where it is, with its token. */
    public URI address() {
        return server.address();
    }

    /** Before training goes on from where another program was after so many seconds. */
    public void goOnAfter(double seconds) {
        course.goOnAfter(seconds);
    }

    @Override
    public void onProgress(Progress progress) {
        course.heard(progress);
    }

    @Override
    public void onLearned(Progress progress, Supplier<LearnedState> learned) {
        if (copyWanted || progress.done() == progress.total()) {
            copyWanted = false;
            long began = clock.getAsLong();
            knowledge.learned(learned.get(), progress.done());
            copies.spent(began, clock.getAsLong());
        }
    }

    @Override
    public void onAssigned(LabelAssignment assignment) {
        knowledge.assigned(assignment);
    }

    /** Training has ended with this model, which answers drawings from now on. */
    public void trained(TrainedModel model) {
        knowledge.trained(model);
    }

    /** The model has been tested. */
    public void tested(TestResult result) {
        course.tested(result);
    }

    /** Tells open pages how it ended, and ends. */
    @Override
    public void close() {
        try {
            reporter.interrupt();
            reporter.join();
            if (broadcast.hasReader()) {
                send(true);
            }
            broadcast.close();
            broadcast.awaitNoReader(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.close();
        }
    }

    /** Tells whoever looks how it goes, again and again, until it is interrupted. */
    private void report() {
        try {
            while (true) {
                broadcast.awaitReader();
                copyWanted = copyWanted || copies.allows(clock.getAsLong());
                send(false);
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param last whether it is over; then nothing is left for later */
    private void send(boolean last) {
        long began = clock.getAsLong();
        if (last || pictures.allows(began)) {
            sendFields(began);
        }
        long counted = clock.getAsLong();
        if (last || numbers.allows(counted)) {
            ObjectNode json = course.json(counted);
            broadcast.send("course", json.put("over", last).toString());
            numbers.spent(counted, clock.getAsLong());
        }
    }

    /** If they are others than before. Of weights that are no numbers any more, which cannot be drawn, it is said. */
    private void sendFields(long began) {
        try {
            Knowledge.Known known = knowledge.latest().orElse(null);
            if (known != null && known != drawn) {
                drawn = known;
                broadcast.send("fields", Fields.json(known).toString());
                pictures.spent(began, clock.getAsLong());
            }
        } catch (IllegalArgumentException e) {
            ObjectNode problem = JsonNodeFactory.instance.objectNode().put("message", e.getMessage());
            broadcast.send("problem", problem.toString());
            pictures.spent(began, clock.getAsLong());
        }
    }

    private static String heading(TrainingPlan plan, LabelledImages images) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("model", plan.model().name())
                .put("neurons", plan.model().neurons())
                .put("data", images.name())
                .put("teacher", plan.teacher().name())
                .put("seed", plan.seed())
                .toString();
    }
}
