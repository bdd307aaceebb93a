package org.snn4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.StimulusEncoder;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeTrain;
import org.snn4j.network.spikes.Stimulus;

/**
 * Images of which each is encoded as the sample of its number, written as one array of [steps, samples, pixels]. Since the
 * steps come first in the array but samples are made one by one, some samples are made at a time and each of their steps is
 * written where it belongs.
 *
 * @param first the number of the first image
 */
record EncodedImages(LabelledImages images, int first, StimulusEncoder encoder, int steps) {
    /** How many elements the samples that are held at a time would have: a bound on their spikes. */
    private static final int HELD_ELEMENTS = 1 << 23;

    /** Writes all of it. @return the number of spikes */
    long write(OutputFile file) throws IOException {
        long perSample = (long) steps * images.pixels();
        int held = (int) Math.max(1, Math.min(images.size(), HELD_ELEMENTS / perSample));
        long spikes = 0;
        for (int start = 0; start < images.size(); start += held) {
            List<Stimulus> samples = new ArrayList<>();
            for (int i = start; i < Math.min(images.size(), start + held); i++) {
                samples.add(encoder.encode(images.intensities(i), first + i));
            }
            spikes += write(file, start, samples);
        }
        return spikes;
    }

    private long write(OutputFile file, int start, List<Stimulus> samples) throws IOException {
        boolean areSpikes = samples.get(0) instanceof SpikeTrain;
        int bytes = samples.size() * images.pixels() * (areSpikes ? 1 : Float.BYTES);
        ByteBuffer row = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long spikes = 0;
        for (int step = 0; step < steps; step++) {
            Arrays.fill(row.array(), (byte) 0);
            for (int i = 0; i < samples.size(); i++) {
                spikes += put(samples.get(i), step, row, i * images.pixels());
            }
            file.write(((long) step * images.size() + start) * images.pixels(), row.rewind());
        }
        return spikes;
    }

    /** Puts one sample's step into a row, from element {@code at} on. @return the number of spikes */
    private int put(Stimulus sample, int step, ByteBuffer row, int at) {
        if (sample instanceof SpikeTrain train) {
            for (int k = 0; k < train.count(step); k++) {
                row.put(at + train.neuron(step, k), (byte) 1);
            }
            return train.count(step);
        }
        if (sample instanceof Current current) {
            for (int input = 0; input < images.pixels(); input++) {
                row.putFloat((at + input) * Float.BYTES, current.values().get(step * images.pixels() + input));
            }
            return 0;
        }
        throw new IllegalStateException("no encoder makes a " + sample.getClass());
    }
}
