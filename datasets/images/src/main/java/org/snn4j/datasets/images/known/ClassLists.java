package org.snn4j.datasets.images.known;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the classes of the known data sets are called, in the order of their labels. */
final class ClassLists {
    static final List<String> DIGITS = range('0', '9');

    /** Of EMNIST's letters: capitals and small letters together. */
    static final List<String> LETTERS = range('a', 'z');

    /** Of EMNIST's byclass. */
    static final List<String> ALL = joined(DIGITS, range('A', 'Z'), LETTERS);

    /** Of EMNIST's bymerge and balanced: without the small letters that look like their capitals. */
    static final List<String> MERGED =
            joined(DIGITS, range('A', 'Z'), List.of("a", "b", "d", "e", "f", "g", "h", "n", "q", "r", "t"));

    /** Of KMNIST: one character for each row of the hiragana table. */
    static final List<String> HIRAGANA = List.of("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo");

    /** Of Fashion-MNIST. */
    static final List<String> CLOTHES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    private ClassLists() {}

    private static List<String> range(char first, char last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(character -> String.valueOf((char) character))
                .toList();
    }

    private static List<String> joined(List<String> digits, List<String> capitals, List<String> small) {
        return Stream.of(digits, capitals, small).flatMap(List::stream).toList();
    }
}
