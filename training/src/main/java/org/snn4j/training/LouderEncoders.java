package org.snn4j.training;

import java.util.ArrayList;
import java.util.List;
import org.snn4j.encoding.Encoder;

/** The encoders of samples that are shown again in one phase, each made when it is needed first. */
final class LouderEncoders {
    private final Presentation presentation;
    private final double dt;
    private final long seed;
    private final Phase phase;
    private final List<Encoder> encoders = new ArrayList<>();

    LouderEncoders(Presentation presentation, double dt, long seed, Phase phase) {
        this.presentation = presentation;
        this.dt = dt;
        this.seed = seed;
        this.phase = phase;
    }

    /** Whether a sample that was answered like this is to be shown again. @param showing how often it has been so far */
    boolean isNeeded(int showing, int... counts) {
        return presentation
                .repetition()
                .filter(again -> showing <= again.most() && !again.isAnswer(counts))
                .isPresent();
    }

    /** The encoder of a showing, 1 for the first repetition; each asks for the one after the last. */
    Encoder of(int showing) {
        while (encoders.size() < showing) {
            encoders.add(presentation.encoderAgain(encoders.size() + 1, dt, seed, phase));
        }
        return encoders.get(showing - 1);
    }
}
