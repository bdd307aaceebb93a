package org.snn4j.cli;

/** Options that can be understood one by one, but not together or not with these data: exit status 2. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUse(String message) {
        super(message);
    }
}
