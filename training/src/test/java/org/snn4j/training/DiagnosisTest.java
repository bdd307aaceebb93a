package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Poisson;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.models.PrebuiltModel;
import org.snn4j.models.TwoLayer;
import org.snn4j.network.neuron.DiehlAndCook;

/** Oracle: networks with one fault each, made by the parameter that the advice names. */
class DiagnosisTest {
    private static final LabelledImages IMAGES = Small.MNIST.first(400);
    private static final double MILLIS = 250;

    @Test
    void networkThatLearnsWellHasNoFindings() {
        assertThat(kinds(DiehlAndCook2015.recommended(20), 128)).isEmpty();
    }

    @Test
    void neuronWhoseThresholdDoesNotAdaptWinsEverything() {
        Diagnosis diagnosis = diagnosis(withThetaPlus(20, 0), 128, IMAGES);
        Finding finding = finding(diagnosis, Finding.Kind.ONE_WINNER);
        assertThat(finding.observation()).matches("One neuron of 20 fires \\d+ % of all spikes\\.");
        assertThat(finding.advice()).contains("thetaPlus");
        assertThat(diagnosis.findings())
                .extracting(Finding::kind)
                .startsWith(Finding.Kind.ONE_WINNER)
                .doesNotContain(Finding.Kind.DEAD_NEURONS);
    }

    @Test
    void thetaThatGrowsTooFastOutgrowsTheDrive() {
        Diagnosis diagnosis = diagnosis(withThetaPlus(20, 2), 128, IMAGES);
        Finding theta = finding(diagnosis, Finding.Kind.THETA_ABOVE_DRIVE);
        assertThat(theta.advice()).contains("thetaPlus").contains("tauTheta");
        assertThat(finding(diagnosis, Finding.Kind.SILENT_SAMPLES).observation())
                .matches("No neuron fires to \\d+ of 400 images\\.");
    }

    /** Theta has no part in it: no neuron has fired often enough to have any. */
    @Test
    void weakInputLeavesSamplesSilent() {
        assertThat(kinds(DiehlAndCook2015.recommended(20), 6))
                .contains(Finding.Kind.SILENT_SAMPLES)
                .doesNotContain(Finding.Kind.THETA_ABOVE_DRIVE);
    }

    @Test
    void manyNeuronsForFewImagesAreDead() {
        Diagnosis diagnosis = diagnosis(DiehlAndCook2015.recommended(300), 128, IMAGES.first(100));
        Finding dead = finding(diagnosis, Finding.Kind.DEAD_NEURONS);
        assertThat(dead.observation()).matches("\\d+ of 300 neurons fire to none of 100 images\\.");
        assertThat(dead.advice()).contains("more images");
    }

    @Test
    void neuronsThatAllLearnTheSameStandForOneClass() {
        Finding finding = finding(diagnosis(TwoLayer.recommended(20), 128, IMAGES), Finding.Kind.ONE_CLASS);
        assertThat(finding.observation()).matches("\\d+ of 20 neurons stand for class \\d\\.");
        assertThat(finding.advice()).contains("inhibition");
    }

    @Test
    void classesThatNoNeuronStandsForAreNamed() {
        Finding finding =
                finding(diagnosis(DiehlAndCook2015.recommended(3), 128, IMAGES), Finding.Kind.MISSING_CLASSES);
        assertThat(finding.observation())
                .matches("No neuron stands for class (\\d, ){6}\\d, which is never predicted\\.");
    }

    @Test
    void findingReadsAsObservationAndAdvice() {
        Finding finding = new Finding(Finding.Kind.ONE_CLASS, "All the same.", "Change it.");
        assertThat(finding).hasToString("All the same. Change it.");
    }

    @Test
    void modelOfImagesOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> Diagnosis.of(Tiny.MODEL, IMAGES)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PrebuiltModel withThetaPlus(int neurons, double thetaPlus) {
        return DiehlAndCook2015.recommended(neurons)
                .withExcitatory(DiehlAndCook.builder().thetaPlus(thetaPlus).build());
    }

    private static List<Finding.Kind> kinds(PrebuiltModel model, double intensity) {
        return diagnosis(model, intensity, IMAGES).findings().stream()
                .map(Finding::kind)
                .toList();
    }

    private static Diagnosis diagnosis(PrebuiltModel model, double intensity, LabelledImages images) {
        TrainingPlan plan = TrainingPlan.of(model, new Presentation(new Poisson(intensity), MILLIS), 1);
        return Diagnosis.of(Trainer.train(plan, images), images);
    }

    private static Finding finding(Diagnosis diagnosis, Finding.Kind kind) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + diagnosis));
    }
}
