package org.snn4j.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainingPlan;
import org.snn4j.training.trial.TrialLog;
import org.snn4j.training.trial.Trials;

class SearchTest {
    /** From hardly any input, of which nothing can be learned, to the usual one. */
    private static final List<Candidate> CANDIDATES = IntStream.of(128, 1, 2, 64, 3)
            .mapToObj(intensity -> new Candidate(Map.of("intensity", "" + intensity), seed -> plan(intensity, seed)))
            .toList();

    private static DataSplit images;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        LabelledImages train = Mnist.train();
        images = new DataSplit("few", train.first(180), train.slice(180, 280));
    }

    @Test
    void candidatesAreRankedByTheMeanOfTheirVote() throws IOException {
        List<Standing> ranking = run(new Search(images, List.of(1L, 2L), Vote.ALL_ACTIVITY, 1));
        assertThat(ranking)
                .hasSize(5)
                .isSortedAccordingTo(Comparator.comparingDouble((Standing standing) ->
                        -standing.accuracy(Vote.ALL_ACTIVITY).mean()))
                .allMatch(standing -> standing.trainSamples() == 180)
                .allMatch(standing -> standing.outcomes().size() == 2);
        assertThat(ranking.subList(0, 2))
                .extracting(standing -> standing.candidate().settings().get("intensity"))
                .containsExactlyInAnyOrder("64", "128");
    }

    /** Of five two go on, of those one, from 20, 60 and 180 images. */
    @Test
    void roundsKeepTheBestThirdAndShowItThreeTimesAsMuch() throws IOException {
        Search search = new Search(images, List.of(1L), Vote.CONFIDENCE_WEIGHTING, 3);
        List<Standing> ranking = run(search);
        assertThat(ranking).extracting(Standing::trainSamples).containsExactly(180, 60, 20, 20, 20);
        assertThat(search.trials(5)).isEqualTo(5 + 2 + 1);
        assertThat(ranking.get(0).candidate().settings().get("intensity")).isIn("64", "128");
    }

    @Test
    void searchThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Search(images, List.of(), Vote.ALL_ACTIVITY, 1))
                .hasMessageContaining("search.seeds");
        assertThatThrownBy(() -> new Search(images, List.of(1L), Vote.ALL_ACTIVITY, 7))
                .hasMessageContaining("search.rounds is 7");
    }

    private List<Standing> run(Search search) throws IOException {
        try (TrialLog log = TrialLog.open(folder)) {
            return search.run(CANDIDATES, new Trials(log, 2, InstantSource.system(), Trials.Listener.NONE), "test");
        }
    }

    private static TrainingPlan plan(int intensity, long seed) {
        return TrainingPlan.of(DiehlAndCook2015.recommended(20), new Presentation(new Poisson(intensity), 50), seed);
    }
}
