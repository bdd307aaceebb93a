package org.snn4j.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.snn4j.datasets.images.folder.Framing;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.Catalogue;
import org.snn4j.training.Presentation;
import org.snn4j.training.recipe.PublishedTable;
import org.snn4j.training.recipe.PublishedTables;
import org.snn4j.training.recipe.Recipes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values that options take. Where one is wrong, picocli puts the option's name before the message. */
final class Values {
    private Values() {}

    /** The converter for an option whose value replaces this one. */
    static ITypeConverter<?> converterLike(Object value) {
        if (value instanceof Boolean) {
            return new TrueOrFalse();
        }
        if (value instanceof Integer) {
            return new Count();
        }
        if (value instanceof Double number) {
            return number.isInfinite() ? new Limit(number) : new Real();
        }
        if (value instanceof Enum<?> constant) {
            return new Constant(constant);
        }
        throw new IllegalStateException("no option takes values like " + value + ", a " + value.getClass());
    }

    /** What help calls the value of an option that replaces this one. */
    static String labelLike(Object value) {
        if (value instanceof Boolean) {
            return "true|false";
        }
        if (value instanceof Enum<?> constant) {
            return String.join("|", Constant.names(constant));
        }
        return value instanceof Integer ? "N" : "X";
    }

    /** A value as an option takes it. */
    static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return Constant.name(constant);
        }
        if (!(value instanceof Double number)) {
            return value.toString();
        }
        return number.isInfinite()
                ? Limit.NONE
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A name in Java as options are written: "tauTheta" becomes "tau-theta". */
    static String words(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** A number of things. */
    static final class Count extends WholeNumber {
        Count() {
            super("a whole number", 1, Integer.MAX_VALUE);
        }
    }

    /** A port of this machine. */
    static final class Port extends WholeNumber {
        Port() {
            super("a port, a whole number", 1, 65_535);
        }
    }

    /** The place of something among others, the first being 0, or a number of things that may be none. */
    static final class FromZero extends WholeNumber {
        FromZero() {
            super("a whole number", 0, Integer.MAX_VALUE);
        }
    }

    /** A whole number within bounds. */
    abstract static class WholeNumber implements ITypeConverter<Integer> {
        private final String what;
        private final int least;
        private final int greatest;

        WholeNumber(String what, int least, int greatest) {
            this.what = what;
            this.least = least;
            this.greatest = greatest;
        }

        @Override
        public Integer convert(String text) {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= greatest) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number that is out of range.
            }
            throw new TypeConversionException(
                    "'" + text + "' is not " + what + " from " + least + " to " + greatest + ".");
        }
    }

    /** A number that only tells one thing from others. */
    static final class Whole implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "'" + text + "' is not a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE + ".");
            }
        }
    }

    /** A published table by its name. */
    static final class Table implements ITypeConverter<PublishedTable> {
        @Override
        public PublishedTable convert(String text) {
            try {
                return PublishedTables.named(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** For help, as {@link ModelNames}. */
    static final class TableNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        TableNames() {
            super(PublishedTables.all().stream().map(PublishedTable::name).toList());
        }
    }

    /** Seeds: a number of them counts from 1, a list or range names them. */
    static final class Seeds implements ITypeConverter<List<Long>> {
        private static final int MOST = 1000;

        @Override
        public List<Long> convert(String text) {
            if (text.matches("\\d{1,3}") && !text.matches("0+")) {
                return range(1, Long.parseLong(text));
            }
            if (text.matches("-?\\d{1,18}:-?\\d{1,18}")) {
                String[] ends = text.split(":");
                return range(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
            }
            if (text.contains(",")) {
                return Arrays.stream(text.split(","))
                        .map(new Whole()::convert)
                        .distinct()
                        .toList();
            }
            throw wrong(text);
        }

        private static List<Long> range(long first, long last) {
            if (first > last || last - first >= MOST) {
                throw wrong(first + ":" + last);
            }
            return LongStream.rangeClosed(first, last).boxed().toList();
        }

        private static TypeConversionException wrong(String text) {
            return new TypeConversionException("'" + text
                    + "' names no seeds; 5 for the seeds 1 to 5, 3:7 for 3 to 7, or 1,5,9 would be right, " + MOST
                    + " at most.");
        }
    }

    /** A vote, with dashes or as JSON spells it. */
    static final class VoteName implements ITypeConverter<Vote> {
        @Override
        public Vote convert(String text) {
            return Arrays.stream(Vote.values())
                    .filter(vote -> words(vote.fieldName()).equals(words(text)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is no vote; "
                            + Arrays.stream(Vote.values())
                                    .map(vote -> words(vote.fieldName()))
                                    .collect(Collectors.joining(", "))
                            + " would be right."));
        }
    }

    static final class TrueOrFalse implements ITypeConverter<Boolean> {
        @Override
        public Boolean convert(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new TypeConversionException("'" + text + "' is neither true nor false.");
            };
        }
    }

    /** A constant of an enum by its name in lower case, with dashes. */
    static final class Constant implements ITypeConverter<Enum<?>> {
        private final Enum<?> like;

        /** @param like one of those that it may be */
        Constant(Enum<?> like) {
            this.like = like;
        }

        @Override
        public Enum<?> convert(String text) {
            return all(like)
                    .filter(constant -> name(constant).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no '" + text + "', only " + String.join(" and ", names(like)) + "."));
        }

        static String name(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static List<String> names(Enum<?> like) {
            return all(like).map(Constant::name).toList();
        }

        private static Stream<? extends Enum<?>> all(Enum<?> like) {
            return Arrays.stream(like.getDeclaringClass().getEnumConstants());
        }
    }

    /** A number in the range of doubles; what it stands for says which ones make sense. */
    static final class Real implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a number.");
            }
        }
    }

    /** A number, or "none" for a limit that does not bind. */
    static final class Limit implements ITypeConverter<Double> {
        static final String NONE = "none";

        private final double none;

        /** @param none the infinity that stands for no limit */
        Limit(double none) {
            this.none = none;
        }

        @Override
        public Double convert(String text) {
            return text.equals(NONE) ? none : new Real().convert(text);
        }
    }

    /** A part of a whole. */
    static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            double number = new Real().convert(text);
            if (number >= 0 && number <= 1) {
                return number;
            }
            throw new TypeConversionException("'" + text + "' is not a number from 0 to 1.");
        }
    }

    /** A time or a rate. */
    static final class Positive implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            double number = new Real().convert(text);
            if (number > 0 && number < Double.POSITIVE_INFINITY) {
                return number;
            }
            throw new TypeConversionException("'" + text + "' is not a finite number above 0.");
        }
    }

    static final class Model extends OneOf {
        Model() {
            super(Catalogue.names().toArray(String[]::new));
        }
    }

    /** For help: picocli asks for an iterable with a constructor of its own. */
    static final class ModelNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        ModelNames() {
            super(Catalogue.names());
        }
    }

    /** A recipe by its name. */
    static final class Recipe implements ITypeConverter<org.snn4j.training.recipe.Recipe> {
        @Override
        public org.snn4j.training.recipe.Recipe convert(String text) {
            try {
                return Recipes.named(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** For help, as {@link ModelNames}. */
    static final class RecipeNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        RecipeNames() {
            super(Recipes.all().stream()
                    .map(org.snn4j.training.recipe.Recipe::name)
                    .toList());
        }
    }

    static final class Teacher extends OneOf {
        Teacher() {
            super(TeacherParameters.names().toArray(String[]::new));
        }
    }

    /** For help, as {@link ModelNames}. */
    static final class TeacherNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        TeacherNames() {
            super(TeacherParameters.names());
        }
    }

    static final class Split extends OneOf {
        Split() {
            super("train", "test");
        }
    }

    /** How images are framed. */
    static final class Frame implements ITypeConverter<Framing> {
        @Override
        public Framing convert(String text) {
            return switch (text) {
                case "whole" -> Framing.WHOLE;
                case "digit" -> Framing.DIGIT;
                default -> throw new TypeConversionException("'" + text + "' is neither whole nor digit.");
            };
        }
    }

    /** What is done about slanted writing. */
    static final class Slant implements ITypeConverter<Presentation.Slant> {
        @Override
        public Presentation.Slant convert(String text) {
            return switch (text) {
                case "kept" -> Presentation.Slant.KEPT;
                case "upright" -> Presentation.Slant.UPRIGHT;
                default -> throw new TypeConversionException("'" + text + "' is neither kept nor upright.");
            };
        }
    }

    static final class Engine extends OneOf {
        Engine() {
            super("event", "tensor");
        }
    }

    /** One of the names that this version knows. */
    abstract static class OneOf implements ITypeConverter<String> {
        private final List<String> names;

        OneOf(String... names) {
            this.names = List.of(names);
        }

        @Override
        public String convert(String text) {
            if (names.contains(text)) {
                return text;
            }
            throw new TypeConversionException(
                    "this version has no '" + text + "', only " + String.join(" and ", names) + ".");
        }
    }
}
