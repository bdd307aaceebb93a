package org.snn4j.analysis.run;

import java.util.Optional;
import java.util.stream.IntStream;
import org.snn4j.analysis.chart.ClassMap;
import org.snn4j.analysis.chart.Picture;
import org.snn4j.analysis.chart.Plots;
import org.snn4j.analysis.chart.ReceptiveFields;
import org.snn4j.training.TrainedModel;

/** The pictures of a trained model. One that its network does not allow is empty. */
public record ModelPlots(TrainedModel model) {
    /** What each neuron looks for, sorted by class where the neurons have one; empty if the weights are no images. */
    public Optional<Picture> fields() {
        return receptiveFields().map(Plots::fields);
    }

    /** The fields themselves, to be drawn in another way. */
    Optional<ReceptiveFields> receptiveFields() {
        return InputWeights.of(model).map(weights -> {
            ReceptiveFields fields = ReceptiveFields.of(weights.images());
            return weights.areReadOutOf(model)
                    ? fields.byClass(model.assignment().assignments())
                    : fields;
        });
    }

    /** Which class each neuron stands for; empty if label neurons are read out instead of those that learn. */
    public Optional<Picture> classMap() {
        return InputWeights.of(model)
                .filter(weights -> weights.layer().equals(model.readoutLayer()))
                .map(weights -> Plots.classMap(new ClassMap(
                        IntStream.range(0, model.assignment().classes())
                                .mapToObj(model::className)
                                .toList(),
                        IntStream.of(model.assignment().assignments()).boxed().toList())));
    }

    /** How many weights from the input lie where; empty if it has none that are images. */
    public Optional<Picture> weights() {
        return InputWeights.of(model).map(weights -> Plots.weights(weights.all()));
    }

    /** How many thetas lie where; empty if the neurons that learn from the input do not adapt. */
    public Optional<Picture> theta() {
        return InputWeights.of(model)
                .flatMap(weights -> weights.theta(model.learned()))
                .map(Plots::theta);
    }
}
