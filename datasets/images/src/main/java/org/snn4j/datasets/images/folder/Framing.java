package org.snn4j.datasets.images.folder;

/** What is done to an image file to make it one of a set. */
public enum Framing {
    /** The whole image is scaled to fit, its sides in proportion; what it leaves free is filled with its border's median. */
    WHOLE,
    /**
     * The image is taken for a photograph or drawing of one digit or letter, and framed as MNIST's are: light on dark, cut out,
     * centred, see {@link org.snn4j.datasets.images.digit.DigitImage#framed}.
     */
    DIGIT
}
