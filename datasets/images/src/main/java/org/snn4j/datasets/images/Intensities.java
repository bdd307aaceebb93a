package org.snn4j.datasets.images;

/** The one place that says how a pixel becomes an intensity. */
final class Intensities {
    private Intensities() {}

    /** The unsigned bytes {@code pixels[from] ... pixels[from + length - 1]} divided by 255, in a new array. */
    static float[] of(byte[] pixels, int from, int length) {
        float[] intensities = new float[length];
        for (int i = 0; i < length; i++) {
            intensities[i] = (pixels[from + i] & 0xFF) / 255f;
        }
        return intensities;
    }
}
