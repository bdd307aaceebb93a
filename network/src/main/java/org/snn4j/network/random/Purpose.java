package org.snn4j.network.random;

/**
 * What random numbers are drawn for. Each purpose has numbers of its own, so that asking for more of one kind never
 * shifts another. The codes are part of what a seed means: they never change.
 */
public enum Purpose {
    WEIGHTS(1),
    ENCODING(2),
    WINNER(3),
    SHUFFLE(4),
    PHASE(5),
    ESCAPE(6),
    TEACHER(10),
    DELAYS(20),
    REPEAT(21),
    SEARCH(22);

    final int code;

    Purpose(int code) {
        this.code = code;
    }
}
