package org.snn4j.training;

/**
 * Where a trained model comes from: enough to train it again.
 *
 * @param model the name of the prebuilt network
 * @param data what it was trained on
 * @param dataSha256 the hash of those images and labels
 * @param samples how many they are
 * @param epochs how often they were shown
 * @param assignSamples how many of the last ones gave the neurons their classes
 * @param seed the seed of the experiment
 * @param teacher the name of what told the network the labels
 */
public record Provenance(
        String model,
        String data,
        String dataSha256,
        int samples,
        int epochs,
        int assignSamples,
        long seed,
        String teacher) {
    /** Of a model that learned without a teacher. */
    public Provenance(
            String model, String data, String dataSha256, int samples, int epochs, int assignSamples, long seed) {
        this(model, data, dataSha256, samples, epochs, assignSamples, seed, Teacher.None.NAME);
    }
}
