package org.snn4j.network.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an {@code .npy} file's elements are, of what NumPy can write only the types that this codec reads. */
enum ElementType {
    FLOAT32("<f4", 4),
    FLOAT64("<f8", 8),
    UINT8("|u1", 1),
    BOOL("|b1", 1),
    INT64("<i8", 8),
    INT32("<i4", 4);

    private final String descr;
    private final int bytes;

    ElementType(String descr, int bytes) {
        this.descr = descr;
        this.bytes = bytes;
    }

    /** The type's name in the header, the value of the key {@code descr}. */
    String descr() {
        return descr;
    }

    /** The number of bytes of one element. */
    int bytes() {
        return bytes;
    }

    static Optional<ElementType> of(String descr) {
        return Arrays.stream(values()).filter(type -> type.descr.equals(descr)).findFirst();
    }

    /** The types as a sentence lists them. */
    static String list(ElementType... types) {
        return Arrays.stream(types).map(type -> "'" + type.descr + "'").collect(Collectors.joining(", "));
    }
}
