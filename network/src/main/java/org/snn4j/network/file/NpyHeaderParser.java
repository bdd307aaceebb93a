package org.snn4j.network.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the Python dictionary in an {@code .npy} header, and nothing else of Python: exactly the keys {@code descr} (a
 * string), {@code fortran_order} (True or False) and {@code shape} (a tuple of integers), in any order, then blanks
 * and a line feed.
 */
final class NpyHeaderParser {
    private static final String KEYS = "the keys 'descr', 'fortran_order' and 'shape', each once";

    private final NpyInput in;
    private final long start;
    private final String text;
    private final long mostElements;
    private int at;

    private ElementType type;
    private NpyHeader.Order order;
    private List<Integer> shape;

    /** @param start the offset of the text in the file */
    NpyHeaderParser(NpyInput in, long start, String text, long mostElements) {
        this.in = in;
        this.start = start;
        this.text = text;
        this.mostElements = mostElements;
    }

    NpyHeader parse() throws MalformedFileException {
        if (!text.endsWith("\n")) {
            throw malformed(Math.max(0, text.length() - 1), "a header that ends with a line feed", "none");
        }
        int begin = at;
        require('{');
        while (!accept('}')) {
            readEntry();
            if (!accept(',')) {
                require('}');
                break;
            }
        }
        skipBlanks();
        if (at < text.length()) {
            throw malformed(at, "blanks up to the header's end", here());
        }
        if (type == null || order == null || shape == null) {
            throw malformed(begin, KEYS, "no " + (type == null ? "descr" : order == null ? "fortran_order" : "shape"));
        }
        return new NpyHeader(type, order, shape);
    }

    private void readEntry() throws MalformedFileException {
        skipBlanks();
        int keyAt = at;
        String key = string("a key in quotes");
        require(':');
        skipBlanks();
        if (key.equals("descr") && type == null) {
            type = type();
        } else if (key.equals("fortran_order") && order == null) {
            order = order();
        } else if (key.equals("shape") && shape == null) {
            shape = shape();
        } else {
            throw malformed(keyAt, KEYS, "'" + key + "'" + (isKnown(key) ? " again" : ""));
        }
    }

    private static boolean isKnown(String key) {
        return List.of("descr", "fortran_order", "shape").contains(key);
    }

    private ElementType type() throws MalformedFileException {
        int descrAt = at;
        String descr = string("a type such as '<f4' (arrays of records cannot be read)");
        return ElementType.of(descr)
                .orElseThrow(() -> malformed(
                        descrAt,
                        "one of the types " + ElementType.list(ElementType.values()),
                        "'" + descr + "'" + advice(descr)));
    }

    private static String advice(String descr) {
        return descr.startsWith(">")
                ? ", which is big-endian; convert it in NumPy with array.astype('<" + descr.substring(1) + "')"
                : "; convert it in NumPy with array.astype";
    }

    private NpyHeader.Order order() throws MalformedFileException {
        if (acceptWord("False")) {
            return NpyHeader.Order.C;
        }
        if (acceptWord("True")) {
            return NpyHeader.Order.FORTRAN;
        }
        throw malformed(at, "True or False", here());
    }

    private List<Integer> shape() throws MalformedFileException {
        int tupleAt = at;
        require('(');
        List<Integer> lengths = new ArrayList<>();
        while (!accept(')')) {
            lengths.add(length());
            if (accept(',')) {
                continue;
            }
            if (lengths.size() == 1) {
                throw malformed(at, "',', for a tuple of one number is written (n,)", here());
            }
            require(')');
            break;
        }
        requireSize(tupleAt, lengths);
        return lengths;
    }

    private void requireSize(int tupleAt, List<Integer> lengths) throws MalformedFileException {
        if (lengths.size() > NpyHeader.MOST_DIMENSIONS) {
            throw malformed(
                    tupleAt, "at most " + NpyHeader.MOST_DIMENSIONS + " dimensions", String.valueOf(lengths.size()));
        }
        long elements = 1;
        for (int length : lengths) {
            if (length > 0 && elements > mostElements / length) {
                throw malformed(tupleAt, "at most " + mostElements + " elements", lengths.toString());
            }
            elements *= length;
        }
    }

    private int length() throws MalformedFileException {
        skipBlanks();
        int begin = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(begin, at);
        if (digits.isEmpty()) {
            throw malformed(begin, "a length of digits", here());
        }
        if (digits.length() > 1 && digits.startsWith("0")
                || digits.length() > 10
                || Long.parseLong(digits) > Integer.MAX_VALUE) {
            throw malformed(begin, "a length from 0 to " + Integer.MAX_VALUE, digits);
        }
        return Integer.parseInt(digits);
    }

    /** A string in single or double quotes; none of the words of the format has an escape or is longer than a line. */
    private String string(String what) throws MalformedFileException {
        char quote = at < text.length() ? text.charAt(at) : 0;
        if (quote != '\'' && quote != '"') {
            throw malformed(at, what, here());
        }
        int begin = ++at;
        while (at < text.length() && text.charAt(at) != quote) {
            if (!isPrintable(text.charAt(at)) || text.charAt(at) == '\\') {
                throw malformed(at, "a printable character or the closing quote", here());
            }
            at++;
        }
        String string = text.substring(begin, at);
        require(quote);
        return string;
    }

    private void require(char expected) throws MalformedFileException {
        if (!accept(expected)) {
            throw malformed(at, "'" + expected + "'", here());
        }
    }

    private boolean accept(char expected) {
        skipBlanks();
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private boolean acceptWord(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && c <= '~';
    }

    private String here() {
        if (at >= text.length()) {
            return "the header's end";
        }
        char c = text.charAt(at);
        return isPrintable(c) ? "'" + c + "'" : String.format("0x%02x", (int) c);
    }

    private MalformedFileException malformed(int position, String expected, String found) {
        return in.malformed(start + position, expected, found);
    }
}
