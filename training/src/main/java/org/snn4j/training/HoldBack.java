package org.snn4j.training;

import org.snn4j.network.Parameters;

/**
 * A teacher that lets only neurons of the right class learn: each class owns an equal block of the neurons that are read out, and
 * while a training image is shown, all others are held down, so that those of its class share its images out among
 * themselves, as they do without a teacher.
 *
 * <p>Theta has then only seen images of one class, and says nothing of how neurons of several classes compare; so when learning
 * is over, every neuron gets the mean of all. That is fair where all have incoming weights of the same length
 * (not of the same sum, as is usual): then the one is driven most whose weights point most nearly where
 * the image does. Labels still come from the neurons' own answers in a pass without the teacher, and so does every
 * accuracy.
 *
 * <p>Prototypes of one class each are those of Kohonen's learning vector quantisation (doi 10.1109/5.58325) before any
 * is moved away from a border.
 *
 * @param push how far a neuron of another class is pushed down in each millisecond, mV
 */
public record HoldBack(double push) implements DirectTeacher {
    public static final String NAME = "hold-back";

    public HoldBack {
        Parameters.positive(NAME, "push", push);
    }

    /** What {@code train} uses: several times what an image drives a neuron with. */
    public static HoldBack recommended() {
        return new HoldBack(20);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double thetaSpread() {
        return 0;
    }
}
