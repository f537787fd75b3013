package dev.aisle.algorithms.privacy;

/** A text is no identifier of the type it was given as. The message says what was expected and never repeats the text. */
public final class InvalidIdentifierException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidIdentifierException(String message) {
        super(message);
    }
}
