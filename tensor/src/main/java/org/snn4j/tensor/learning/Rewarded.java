package org.snn4j.tensor.learning;

import java.util.function.DoubleFunction;
import org.snn4j.tensor.array.Program;

/** Operations with a factor that follows the reward: the same for a whole run, so they are made when it changes. */
final class Rewarded {
    private final DoubleFunction<Program> make;
    private double factor;
    private Program program = new Program();

    /** @param make the operations for a factor; for 0 there are none */
    Rewarded(DoubleFunction<Program> make) {
        this.make = make;
    }

    void run(double factorOfRun) {
        if (factorOfRun != factor) {
            factor = factorOfRun;
            program = factor == 0 ? new Program() : make.apply(factor);
        }
        program.run();
    }
}
