package dev.aisle.algorithms.privacy.rules;

/** A table of rules that can't be used; the message begins with the line. */
public final class InvalidRulesException extends RuntimeException {
    private final int line;

    InvalidRulesException(int line, String message) {
        super("line " + line + ": " + message);
        this.line = line;
    }

    /** The line, from 1 on. */
    public int line() {
        return line;
    }
}
