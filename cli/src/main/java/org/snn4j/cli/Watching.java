package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.snn4j.analysis.live.LivePage;
import org.snn4j.training.Progress;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;

/** A page on a training, if there is one. */
record Watching(Optional<LivePage> page, PrintWriter messages, boolean stays) implements AutoCloseable {
    /** To be told how training goes. */
    Progress.Listener listener() {
        return page.<Progress.Listener>map(live -> live).orElse(Progress.Listener.NONE);
    }

    /** Before training goes on from where another program was after so many seconds. */
    void goOnAfter(double seconds) {
        page.ifPresent(live -> live.goOnAfter(seconds));
    }

    void trained(TrainedModel model) {
        page.ifPresent(live -> live.trained(model));
    }

    void tested(TestResult result) {
        page.ifPresent(live -> live.tested(result));
    }

    /** Returns at once, or, where the page is to stay, not before the thread is interrupted. */
    void stay() {
        if (stays) {
            messages.println("the page stays open; Ctrl-C ends it");
            messages.flush();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        page.ifPresent(LivePage::close);
    }
}
