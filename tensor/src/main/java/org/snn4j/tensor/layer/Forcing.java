package org.snn4j.tensor.layer;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.array.Transfer;
import org.snn4j.tensor.neuron.Cells;

/** One value for each neuron that is forced on all samples of a layer, the same in all steps of a run or not. */
final class Forcing {
    private final INDArray row;
    private final float[] values;
    private final Program apply;
    private Optional<NdArray> given = Optional.empty();

    private Forcing(Cells cells, Operation operation) {
        this.row = cells.sharedZeros();
        this.values = new float[cells.spec().neurons()];
        this.apply = operation.with(row);
    }

    /** v ← v + row */
    static Forcing voltage(Cells cells, INDArray v) {
        return new Forcing(cells, row -> new Program().addRow(v, row));
    }

    /** spikes ← 1 where the row is 1 */
    static Forcing clamp(Cells cells) {
        return new Forcing(cells, row -> new Program().maxRow(cells.spikes(), row));
    }

    /** spikes ← 0 where the row is 1 */
    static Forcing unclamp(Cells cells) {
        return new Forcing(cells, row -> new Program().subtractFrom(1, row, row).multiplyRow(cells.spikes(), row));
    }

    void begin(Optional<? extends NdArray> array) {
        given = array.map(NdArray.class::cast);
    }

    void apply(int step) {
        if (given.isPresent()) {
            int offset = given.get().shape().size() == values.length ? 0 : step * values.length;
            for (int j = 0; j < values.length; j++) {
                values[j] = (float) given.get().asDouble(offset + j);
            }
            Transfer.write(values, row);
            apply.run();
        }
    }

    private interface Operation {
        Program with(INDArray row);
    }
}
