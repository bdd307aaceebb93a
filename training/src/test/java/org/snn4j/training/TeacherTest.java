package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every teacher, whoever it is. */
class TeacherTest {
    static List<Teacher> teachers() {
        return Teacher.all();
    }

    @Test
    void namesDifferAndNobodyComesFirst() {
        assertThat(Teacher.all())
                .extracting(Teacher::name)
                .doesNotHaveDuplicates()
                .startsWith("none");
    }

    /** A model that has been taught predicts, and a file holds all that this takes. */
    @ParameterizedTest
    @MethodSource("teachers")
    void taughtModelKnowsItsTeacherAndAnswersFromItsFile(Teacher teacher, @TempDir Path folder) throws IOException {
        TrainedModel model = Trainer.train(Small.plan(1).withTeacher(teacher), Small.TRAIN.first(100));
        assertThat(model.provenance().teacher()).isEqualTo(teacher.name());
        Path file = folder.resolve("model.zip");
        model.save(file);
        TrainedModel loaded = TrainedModel.load(file);
        assertThat(loaded).isEqualTo(model);
        assertThat(Small.test(loaded, 2)).isEqualTo(Small.test(model, 1));
        assertThat(loaded.predict(Small.TEST.intensities(0))).isEqualTo(model.predict(Small.TEST.intensities(0)));
    }

    @ParameterizedTest
    @MethodSource("teachers")
    void pageHasASectionForTheTeacher(Teacher teacher) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "models.md"));
        if (!teacher.equals(Teacher.NONE)) {
            assertThat(page).containsPattern("(?s)\n# Teachers\n.*\n## [^\n]*`" + teacher.name() + "`.*?doi ");
        }
    }
}
