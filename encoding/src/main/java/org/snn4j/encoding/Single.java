package org.snn4j.encoding;

import java.util.Arrays;
import java.util.Map;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * All spikes at once: an input fires in step 0, and only there, if its value is above the (1 − sparsity) quantile of the
 * sample's values. At most about the given share of the inputs fires: an input whose value equals the quantile is silent,
 * so of many equal values none fires, and a sample of one grey is silent.
 *
 * <p>The quantile is NumPy's default, linear between neighbours (type 7 of Hyndman and Fan, Sample quantiles in statistical
 * packages, The American Statistician 50, 1996, doi 10.1080/00031305.1996.10473566): with the values in ascending order,
 * x[0] to x[n − 1], and h = (n − 1)(1 − sparsity), it is x[⌊h⌋] + (h − ⌊h⌋)(x[⌊h⌋ + 1] − x[⌊h⌋]). An h within a
 * billionth of a whole number is that number, since 1 − 0.9 is not 0.1 to a computer. BindsNET has an encoder of this
 * name (Hazan et al. 2018, doi 10.3389/fninf.2018.00089). Nothing is drawn.
 *
 * @param sparsity the share of the inputs that may fire, from 0 to 1
 */
public record Single(double sparsity) implements Encoding {
    public static final String NAME = "single";

    public static final String SPARSITY = "sparsity";

    /** BindsNET's default. */
    public static final double USUAL_SPARSITY = 0.5;

    private static final double NEARLY_WHOLE = 1e-9;

    public Single {
        if (!(sparsity >= 0 && sparsity <= 1)) {
            throw new IllegalArgumentException("sparsity is " + sparsity + "; it must be a share, from 0 to 1");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of(SPARSITY, sparsity);
    }

    @Override
    public Encoder encoder(Window window, long seed) {
        return (values, sample) -> encode(window, values);
    }

    private SpikeTrain encode(Window window, float... values) {
        Brightness.require(values);
        double threshold = values.length == 0 ? 0 : quantile(values);
        return FirstSpikes.train(values.length, window, input -> values[input] > threshold ? 0 : FirstSpikes.NEVER);
    }

    private double quantile(float... values) {
        float[] ascending = values.clone();
        Arrays.sort(ascending);
        double position = (ascending.length - 1) * (1 - sparsity);
        double whole = Math.rint(position);
        if (Math.abs(position - whole) < NEARLY_WHOLE) {
            return ascending[(int) whole];
        }
        int below = (int) position;
        return ascending[below] + (position - below) * ((double) ascending[below + 1] - ascending[below]);
    }
}
