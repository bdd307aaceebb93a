package org.snn4j.training;

/**
 * A teacher that forces spikes: each class owns an equal block of the neurons that are read out, and while a training image
 * is shown, one neuron of its class's block, drawn at random, is made to fire, so that it learns this image. Labels still
 * come from the neurons' own answers in a pass without the teacher, and so does every accuracy: with it, any network would
 * be right.
 *
 * <p>Teacher forcing as in Hazan et al. 2018 (doi 10.3389/fninf.2018.00089). One 32-bit number for each image, and for each
 * step where the rate is finite.
 *
 * @param rate at which the neuron is made to fire, Hz; infinity for every step
 */
public record Clamp(double rate) implements DirectTeacher {
    public static final String NAME = "clamp";

    public Clamp {
        if (!(rate > 0)) {
            throw new IllegalArgumentException(
                    NAME + ".rate is " + rate + " Hz; it must be above 0, infinity for a spike in every step");
        }
    }

    /** As published. */
    public static Clamp everyStep() {
        return new Clamp(Double.POSITIVE_INFINITY);
    }

    /**
     * What {@code train} uses: about as often as the winner of a network without a teacher fires. In every step it repeats
     * the image so often that a neuron forgets all images but the last few.
     */
    public static Clamp recommended() {
        return new Clamp(50);
    }

    @Override
    public String name() {
        return NAME;
    }
}
