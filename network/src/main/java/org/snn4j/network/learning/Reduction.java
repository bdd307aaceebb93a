package org.snn4j.network.learning;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the weight changes that the samples of a batch call for become one change. */
public enum Reduction {
    @JsonProperty("sum")
    SUM,
    @JsonProperty("mean")
    MEAN;

    /** What each sample's change is multiplied by before the changes are added. */
    public double factor(int batch) {
        return this == SUM ? 1 : 1.0 / batch;
    }
}
