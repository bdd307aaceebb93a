package org.snn4j.network.learning;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.snn4j.network.Parameters;

/**
 * The learning rates nu of a rule with two sides: [pre, post] in files.
 *
 * @param pre for spikes before the synapse
 * @param post for spikes after it
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Rates(double pre, double post) {
    public Rates {
        Parameters.finite("nu", "pre", pre);
        Parameters.finite("nu", "post", post);
    }

    /** Both times a factor. */
    public Rates scaled(double factor) {
        return new Rates(pre * factor, post * factor);
    }
}
