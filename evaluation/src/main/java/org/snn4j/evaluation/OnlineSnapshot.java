package org.snn4j.evaluation;

import java.util.List;

/**
 * All that {@link OnlineAccuracy} remembers, for a checkpoint.
 *
 * @param assignment made from the complete blocks
 * @param block the responses in the block that is not complete; copied
 * @param predicted the predictions in that block
 * @param curve one point for each complete block that was predicted
 */
public record OnlineSnapshot(
        LabelAssignment assignment, ClassResponses block, OnlinePoint predicted, List<OnlinePoint> curve) {
    public OnlineSnapshot {
        assignment.population().requireSame(block.population());
        block = block.copy();
        curve = List.copyOf(curve);
    }

    @Override
    public ClassResponses block() {
        return block.copy();
    }
}
