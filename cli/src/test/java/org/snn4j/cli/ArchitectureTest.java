package org.snn4j.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Externalizable;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.evaluation.AllThatIsForbidden;
import org.snn4j.evaluation.util.BadlyPlaced;

/** Who may know whom, and what nobody may do: the rules of docs/architecture.md, looked for in the compiled classes. */
class ArchitectureTest {
    private static final String ROOT = "org.snn4j.";
    private static final String CLI = ROOT + "cli..";
    private static final String EXAMPLES = ROOT + "examples..";
    private static final String BENCHMARKS = ROOT + "benchmarks..";
    private static final List<String> JDK = List.of("java..", "javax.imageio..", "jdk.incubator.vector..");
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String LIBRARY =
            "org.snn4j.[network|tensor|encoding|datasets|models|evaluation|training|analysis]..";

    /** The modules whose arithmetic results depend on. */
    private static final String[] COUNTED = {
        ROOT + "network..", ROOT + "encoding..", ROOT + "models..", ROOT + "evaluation..", ROOT + "training.."
    };

    /** The program, without any module's tests. */
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.snn4j");

    private static final JavaClasses MISTAKES =
            new ClassFileImporter().importClasses(AllThatIsForbidden.class, BadlyPlaced.class);

    /** A module, and what it may import apart from itself and the JDK. */
    enum Room {
        NETWORK("network", JACKSON),
        TENSOR("tensor", "org.snn4j.network..", "org.nd4j.."),
        ENCODING("encoding", "org.snn4j.network.."),
        IMAGES("datasets.images"),
        DL4J("datasets.dl4j", "org.snn4j.datasets.images..", "org.deeplearning4j..", "org.datavec..", "org.nd4j.."),
        MODELS("models", "org.snn4j.network.."),
        EVALUATION("evaluation", "org.apache.commons.statistics.."),
        TRAINING(
                "training",
                "org.snn4j.network..",
                "org.snn4j.encoding..",
                "org.snn4j.datasets.images..",
                "org.snn4j.models..",
                "org.snn4j.evaluation..",
                JACKSON),
        ANALYSIS(
                "analysis",
                "org.snn4j.network..",
                "org.snn4j.datasets.images..",
                "org.snn4j.models..",
                "org.snn4j.evaluation..",
                "org.snn4j.training..",
                JACKSON,
                "org.jfree..",
                "javax.swing..",
                "java.awt..",
                "com.sun.net.httpserver.."),
        CLI("cli", "picocli..", "me.tongfei.progressbar..", JACKSON, LIBRARY),
        EXAMPLES("examples", LIBRARY),
        BENCHMARKS("benchmarks", "org.openjdk.jmh..", LIBRARY);

        private final String name;
        private final List<String> allowed;

        Room(String name, String... allowed) {
            this.name = name;
            this.allowed = List.of(allowed);
        }

        String packages() {
            return ROOT + name + "..";
        }

        /** The room's classes depend on nothing but these. */
        ArchRule knowsOnly(List<String> others) {
            List<String> packages = new ArrayList<>(JDK);
            packages.add(packages());
            packages.addAll(others);
            return classes()
                    .that()
                    .resideInAPackage(packages())
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(packages.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @EnumSource
    void moduleImportsWhatItsRowNamesAndNothingElse(Room room) {
        room.knowsOnly(room.allowed).check(PROGRAM);
    }

    /** Otherwise a rule about it could hold because there is nothing to look at. */
    @ParameterizedTest
    @EnumSource
    void moduleIsSeen(Room room) {
        assertThat(PROGRAM.stream()
                        .filter(JavaClass.Predicates.resideInAPackage(room.packages()))
                        .filter(type -> !type.getSimpleName().equals("package-info")))
                .isNotEmpty();
    }

    @Test
    void everyClassIsInAModuleOfTheTable() {
        String[] rooms = Arrays.stream(Room.values()).map(Room::packages).toArray(String[]::new);
        classes().should().resideInAnyPackage(rooms).check(PROGRAM);
    }

    /** The rule of a room that imports others fails as soon as one of them is not in its row. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "TENSOR",
                "ENCODING",
                "DL4J",
                "MODELS",
                "EVALUATION",
                "TRAINING",
                "ANALYSIS",
                "CLI",
                "EXAMPLES",
                "BENCHMARKS",
                "NETWORK"
            })
    void ruleOfAModuleFailsWithoutWhatTheModuleImports(Room room) {
        assertFails(room.knowsOnly(room.allowed.subList(1, room.allowed.size())), PROGRAM);
    }

    @Test
    void ruleOfAModuleFailsOnAClassThatImportsAnother() {
        assertFails(Room.EVALUATION.knowsOnly(Room.EVALUATION.allowed), MISTAKES);
    }

    static Stream<ArchRule> prohibitions() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(CLI, EXAMPLES)
                        .should(ACCESS_STANDARD_STREAMS)
                        .as("only programs print"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(CLI)
                        .should()
                        .callMethodWhere(target(nameMatching("exit|halt"))
                                .and(target(owner(assignableTo(System.class).or(assignableTo(Runtime.class))))))
                        .as("only the command line ends the process"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(CLI, BENCHMARKS)
                        .should()
                        .callMethodWhere(target(nameMatching("nanoTime|currentTimeMillis"))
                                .and(target(owner(assignableTo(System.class)))))
                        .as("only the command line and benchmarks look at the clock"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(CLI)
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(SecureRandom.class)
                        .as("only the command line draws a seed"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
                        .as("random numbers come from an address, not from a stream"),
                noClasses()
                        .should()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callMethod(Collections.class, "shuffle", List.class)
                        .as("nothing is drawn from the JDK's hidden stream"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(ThreadLocal.class)
                        .as("state does not hang on threads"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(ObjectInput.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(ObjectOutput.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Externalizable.class)
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.nd4j.common.util.SerializationUtils")
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAPackage("java.beans..")
                        .as("no Java serialisation, of our own or through a library"),
                noClasses()
                        .should()
                        .callMethodWhere(target(nameMatching("(de)?activateDefaultTyping.*|enableDefaultTyping.*"))
                                .and(target(owner(assignableTo(ObjectMapper.class)))))
                        .orShould()
                        .dependOnClassesThat()
                        .belongToAnyOf(JsonTypeInfo.class)
                        .as("no JSON names a Java class"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.nd4j.shade..",
                                "org.apache.commons.compress..",
                                "org.apache.commons.lang3..",
                                "org.apache.commons.io..",
                                "javax.xml..",
                                "org.xml..")
                        .as("what ND4J brings along is not used: docs/dependencies.md"),
                noClasses()
                        .that()
                        .resideInAnyPackage(COUNTED)
                        .should()
                        .callMethodWhere(
                                target(nameMatching("a?(sin|cos|tan)h?|atan2|exp|expm1|log|log10|log1p|pow|cbrt|hypot"))
                                        .and(target(owner(assignableTo(Math.class)))))
                        .as("what results depend on takes StrictMath's functions, the same on every machine"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.util.logging..",
                                "org.slf4j..",
                                "ch.qos.logback..",
                                "org.apache.logging..",
                                "org.apache.log4j..",
                                "org.apache.commons.logging..")
                        .as("no logging, and no logging configured"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.nd4j.linalg.cpu..",
                                "org.nd4j.linalg.jcublas..",
                                "org.nd4j.jita..",
                                "org.nd4j.nativeblas..",
                                "org.nd4j.presets..")
                        .as("ND4J's backend is chosen by the class path, not by name"),
                noClasses()
                        .should()
                        .resideInAnyPackage(
                                "..util..", "..utils..", "..common..", "..manager..", "..impl..", "..helper..")
                        .as("packages are named for what they mean"));
    }

    @ParameterizedTest
    @MethodSource("prohibitions")
    void nobodyDoesWhatIsForbidden(ArchRule rule) {
        rule.check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("prohibitions")
    void prohibitionFailsOnAClassThatDoesWhatIsForbidden(ArchRule rule) {
        assertFails(rule, MISTAKES);
    }

    private static void assertFails(ArchRule rule, JavaClasses classes) {
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("violated");
    }
}
