package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    void taughtModelKnowsItsTeacherAndAnswers(Teacher teacher) {
        TrainedModel model = Trainer.train(Small.plan(1).withTeacher(teacher), Small.TRAIN.first(100));
        assertThat(model.provenance().teacher()).isEqualTo(teacher.name());
        assertThat(model.predict(Small.TEST.intensities(0)).labels()).hasSize(3);
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
