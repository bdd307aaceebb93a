package org.snn4j.datasets.images;

/** The element types of IDX files that are read, of the six that the format has. */
enum IdxType {
    UNSIGNED_BYTE(0x08, 1, "unsigned byte"),
    INT(0x0C, 4, "32-bit integer");

    final byte code;
    final int bytes;
    private final String title;

    IdxType(int code, int bytes, String title) {
        this.code = (byte) code;
        this.bytes = bytes;
        this.title = title;
    }

    /** As messages name it: the code that stands in the file, and what it means. */
    @Override
    public String toString() {
        return String.format("0x%02x, %s", code, title);
    }
}
