package org.snn4j.network.file;

import org.snn4j.network.Variable;
import org.snn4j.network.array.NdArray;

/**
 * What was recorded of one variable in one run of a scenario.
 *
 * @param run the number of the run, from 0
 * @param subject the layer, or the connection: "X-Ae", with "#2" for the second one between the same layers
 * @param variable what was recorded
 * @param values of a layer [steps, batch, ...shape], theta [steps, ...shape]; of a connection its weights' shape
 */
public record ScenarioOutput(int run, String subject, Variable variable, NdArray values) {
    /** "run0.Ae.s.npy". */
    public String fileName() {
        return "run" + run + "." + subject + "." + variable + ".npy";
    }
}
